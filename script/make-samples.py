#!/usr/bin/env python3
"""Makes the documents in Samples: one invented bureau's yearly report in three shapes.

  script/make-samples.py [FOLDER]

The standard library is enough, and the same files come out byte for byte each time. The agency and all figures are
invented; the labels are those of the official form of 2021.

  annual-report.docx   Word: merged cells, three header storeys, styles, automatic numbers
  annual-report.pdf    PDF: ruled tables, one of them cut by a page end; fonts named but not embedded, as offices do it
  annual-report.txt    flattened text in GB18030, as text extractors leave it: one cell a line, spans lost
"""
import os
import sys
import zipfile

AGENCY, YEAR = "青禾县水务局", 2023


class Report:
    """A report: a title, and sections of (name, paragraphs, table or None); a table is (widths of columns, rows, header rows)."""

    def __init__(self, agency, year, sections):
        self.agency, self.year, self.sections = agency, year, sections
        self.title = f"{agency}{year}年政府信息公开工作年度报告"


class Cell:
    """A cell at the first position that is free in its row; `rows` and `columns` are its spans."""

    def __init__(self, text, rows=1, columns=1):
        self.text, self.rows, self.columns = text, rows, columns


def wide(text, columns):
    return Cell(text, 1, columns)


def tall(text, rows, columns=1):
    return Cell(text, rows, columns)


def published():
    """Section two: four stacked tables in one grid of four columns."""
    rows = []
    for article, heads, items in [
        ("第二十条第（一）项", ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
         [["规章", "0", "0", "0"], ["行政规范性文件", "2", "1", "9"]]),
        ("第二十条第（五）项", ["信息内容", "本年处理决定数量"], [["行政许可", "418"]]),
        ("第二十条第（六）项", ["信息内容", "本年处理决定数量"], [["行政处罚", "27"], ["行政强制", "3"]]),
        ("第二十条第（八）项", ["信息内容", "本年收费金额（单位：万元）"], [["行政事业性收费", "36.85"]]),
    ]:
        rows.append([wide(article, 4)])
        for line in [heads] + items:
            rows.append([Cell(t) for t in line] if len(line) == 4 else [Cell(line[0]), wide(line[1], 3)])
    return [22, 22, 22, 22], rows, 0


def applications():
    """Section three: a head of three storeys, labels of three columns, seven columns of counts."""
    counts = {
        "new": [14, 3, 0, 1, 2, 0, 20], "carried": [1, 0, 0, 0, 0, 0, 1],
        "granted": [6, 2, 0, 1, 0, 0, 9], "partly": [2, 0, 0, 0, 0, 0, 2],
        "secret": [0] * 7, "law": [0] * 7, "safety": [0] * 7, "third": [1, 0, 0, 0, 0, 0, 1], "internal": [0] * 7,
        "process": [1, 0, 0, 0, 0, 0, 1], "files": [0] * 7, "query": [0] * 7,
        "unknown": [3, 1, 0, 0, 1, 0, 5], "make": [0] * 7, "unclear": [1, 0, 0, 0, 0, 0, 1],
        "complaint": [0] * 7, "repeat": [0] * 7, "print": [0] * 7, "mass": [0] * 7, "confirm": [0] * 7,
        "late": [0] * 7, "fee": [0] * 7, "other": [0, 0, 0, 0, 1, 0, 1],
        "sum": [14, 3, 0, 1, 2, 0, 20], "next": [1, 0, 0, 0, 0, 0, 1],
    }

    def values(key):
        return [Cell(str(n)) for n in counts[key]]

    rows = [
        [tall("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), wide("申请人情况", 7)],
        [tall("自然人", 2), wide("法人或其他组织", 5), tall("总计", 2)],
        [Cell(t) for t in ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]],
        [wide("一、本年新收政府信息公开申请数量", 3)] + values("new"),
        [wide("二、上年结转政府信息公开申请数量", 3)] + values("carried"),
    ]
    results = [
        ("（一）予以公开", [(None, "granted")]),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", [(None, "partly")]),
        ("（三）不予公开", [("1.属于国家秘密", "secret"), ("2.其他法律行政法规禁止公开", "law"), ("3.危及“三安全一稳定”", "safety"),
                        ("4.保护第三方合法权益", "third"), ("5.属于三类内部事务信息", "internal"),
                        ("6.属于四类过程性信息", "process"), ("7.属于行政执法案卷", "files"), ("8.属于行政查询事项", "query")]),
        ("（四）无法提供", [("1.本机关不掌握相关政府信息", "unknown"), ("2.没有现成信息需要另行制作", "make"),
                        ("3.补正后申请内容仍不明确", "unclear")]),
        ("（五）不予处理", [("1.信访举报投诉类申请", "complaint"), ("2.重复申请", "repeat"), ("3.要求提供公开出版物", "print"),
                        ("4.无正当理由大量反复申请", "mass"), ("5.要求行政机关确认或重新出具已获取信息", "confirm")]),
        ("（六）其他处理", [("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "late"),
                        ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "fee"), ("3.其他", "other")]),
        ("（七）总计", [(None, "sum")]),
    ]
    first = True
    for group, items in results:
        for index, (label, key) in enumerate(items):
            row = [tall("三、本年度办理结果", sum(len(i) for _, i in results))] if first else []
            first = False
            if label is None:
                row.append(wide(group, 2))
            else:
                row += ([tall(group, len(items))] if index == 0 else []) + [Cell(label)]
            rows.append(row + values(key))
    rows.append([wide("四、结转下年度继续办理", 3)] + values("next"))
    return [6, 11, 22, 7, 7, 7, 8, 8, 6, 6], rows, 3


def reviews():
    """Section four: fifteen columns under three groups."""
    kinds = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    rows = [
        [wide("行政复议", 5), wide("行政诉讼", 10)],
        [tall(k, 2) for k in kinds] + [wide("未经复议直接起诉", 5), wide("复议后起诉", 5)],
        [Cell(k) for k in kinds * 2],
        [Cell(n) for n in "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0".split()],
    ]
    return [6] * 15, rows, 3


SAMPLE = Report(AGENCY, YEAR, [
    ("一、总体情况", [
        f"{YEAR}年，{AGENCY}围绕供水安全和河道治理推进政务公开，全年通过县政府网站发布信息312条，解读文件4件。",
        "（一）主动公开。水质监测结果按月公布，工程招标信息全部上网。",
        "（二）依申请公开。全年收到申请20件，上年结转1件，均按期答复。"], None),
    ("二、主动公开政府信息情况", [], published()),
    ("三、收到和处理政府信息公开申请情况", [], applications()),
    ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", [], reviews()),
    ("五、政府信息公开工作存在的主要问题及改进情况", [
        "公开内容与群众关心的水价、停水信息结合不够。下一步将增设停水公告专栏，提前三天发布。"], None),
    ("六、其他需要报告的事项", [f"{YEAR}年本机关未收取信息处理费。"], None),
])


def placed(table):
    """(row, column, cell) for all cells, spans pushed around like in HTML."""
    widths, rows, _ = table
    taken, out = set(), []
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            out.append((r, c, cell))
            taken |= {(i, j) for i in range(r, r + cell.rows) for j in range(c, c + cell.columns)}
    assert len(taken) == len(rows) * len(widths), "the cells must tile the grid"
    return out


# ---------------------------------------------------------------------------------------------------------- Word

def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def paragraph(text, style=None):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def word_table(table):
    widths, rows, header_rows = table
    cells = placed(table)
    unit = 9000 // sum(widths)
    out = ['<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>']
    out += [f'<w:gridCol w:w="{w * unit}"/>' for w in widths] + ["</w:tblGrid>"]
    for r in range(len(rows)):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if r < header_rows else ""
        out.append(f"<w:tr>{head}")
        for top, c, cell in sorted((x for x in cells if x[0] <= r < x[0] + x[2].rows), key=lambda x: x[1]):
            span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
            merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if top == r else "<w:vMerge/>"
            text = cell.text if top == r else ""
            width = sum(widths[c:c + cell.columns]) * unit
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{paragraph(text)}</w:tc>')
        out.append("</w:tr>")
    return "".join(out) + "</w:tbl>"


def make_docx(path, report=SAMPLE):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    body = [paragraph(report.title, "Title")]
    for name, texts, table in report.sections:
        body.append(paragraph(name, "Heading1"))
        body += [paragraph(t) for t in texts]
        if table:
            body += [word_table(table), paragraph("")]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:pPr>{level}</w:pPr></w:style>'
        for identity, name, level in [("Normal", "Normal", ""), ("Title", "Title", ""),
                                      ("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>')])
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/word/styles.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/'
        'package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": f'{head}<w:document {space}><w:body>{"".join(body)}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
        "word/styles.xml": f"{head}<w:styles {space}>{styles}</w:styles>",
        "docProps/core.xml": f'{head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
        '"http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{report.title}</dc:title><dc:creator>{report.agency}</dc:creator><dc:language>zh-CN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{report.year + 1}-01-15T09:00:00Z</dcterms:created></cp:coreProperties>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


# ----------------------------------------------------------------------------------------------------------- PDF

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 60


def advance(character, size):
    return size * (0.5 if ord(character) < 0x80 else 1)


def wrap(text, size, width):
    lines, line, used = [], "", 0.0
    for character in text:
        step = advance(character, size)
        if line and used + step > width:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + character, used + step
    return lines + [line]


class Canvas:
    """Pages of drawing operators; y runs downwards here and is turned around on writing."""

    def __init__(self):
        self.pages = [[]]
        self.y = MARGIN

    def turn_page(self):
        self.pages.append([])
        self.y = MARGIN

    def text(self, x, y, text, size):
        self.pages[-1].append(f"BT /F1 {size} Tf {x:.2f} {PAGE_HEIGHT - y:.2f} Td <{text.encode('utf-16-be').hex()}> Tj ET")

    def line(self, x0, y0, x1, y1):
        self.pages[-1].append(f"0.5 w {x0:.2f} {PAGE_HEIGHT - y0:.2f} m {x1:.2f} {PAGE_HEIGHT - y1:.2f} l S")

    def write(self, text, size, indent=0.0, centred=False, gap=6.0):
        for number, line in enumerate(wrap(text, size, PAGE_WIDTH - 2 * MARGIN - indent)):
            if self.y + size * 1.5 > PAGE_HEIGHT - MARGIN:
                self.turn_page()
            width = sum(advance(c, size) for c in line)
            x = (PAGE_WIDTH - width) / 2 if centred else MARGIN + (indent if number == 0 else 0)
            self.text(x, self.y + size, line, size)
            self.y += size * 1.5
        self.y += gap

    def table(self, table, size=7.5, padding=3.0, ruled=True):
        widths, rows, _ = table
        unit = (PAGE_WIDTH - 2 * MARGIN) / sum(widths)
        xs = [MARGIN + unit * sum(widths[:i]) for i in range(len(widths) + 1)]
        cells = placed(table)
        leading = size * 1.3

        def height(cell, c):
            return len(wrap(cell.text, size, xs[c + cell.columns] - xs[c] - 2 * padding)) * leading + 2 * padding

        heights = [max([height(cell, c) for r, c, cell in cells if r == row and cell.rows == 1] + [leading + 2 * padding])
                   for row in range(len(rows))]
        for r, c, cell in cells:
            lack = height(cell, c) - sum(heights[r:r + cell.rows])
            if lack > 0:
                heights[r + cell.rows - 1] += lack
        # Rows go to pages; a merged cell that a page end cuts is closed and opened again, as word processors do it.
        start = 0
        while start < len(rows):
            end, y = start, self.y
            while end < len(rows) and y + heights[end] <= PAGE_HEIGHT - MARGIN:
                y += heights[end]
                end += 1
            if end == start:
                self.turn_page()
                continue
            ys = [self.y + sum(heights[start:i]) for i in range(start, end + 1)]
            for r, c, cell in cells:
                top, bottom = max(r, start), min(r + cell.rows, end)
                if top >= bottom:
                    continue
                x0, x1, y0, y1 = xs[c], xs[c + cell.columns], ys[top - start], ys[bottom - start]
                if ruled:
                    self.line(x0, y0, x1, y0)
                    self.line(x0, y1, x1, y1)
                    self.line(x0, y0, x0, y1)
                    self.line(x1, y0, x1, y1)
                if top == r:
                    lines = wrap(cell.text, size, x1 - x0 - 2 * padding)
                    base = (y0 + y1 - len(lines) * leading) / 2 + size
                    for i, line in enumerate(lines):
                        width = sum(advance(ch, size) for ch in line)
                        self.text((x0 + x1 - width) / 2, base + i * leading, line, size)
            self.y = ys[-1]
            start = end
            if start < len(rows):
                self.turn_page()
        self.y += 12


def make_pdf(path, report=SAMPLE, ruled=True):
    canvas = Canvas()
    canvas.write(report.title, 16, centred=True, gap=14)
    for name, texts, table in report.sections:
        canvas.write(name, 12)
        for text in texts:
            canvas.write(text, 10.5, indent=21)
        if table:
            canvas.table(table, ruled=ruled)
    write_pdf(path, canvas, report)


def write_pdf(path, canvas, report):
    for number, page in enumerate(canvas.pages, 1):
        page.append(f"BT /F1 9 Tf {PAGE_WIDTH / 2 - 10:.2f} 30 Td <{f'— {number} —'.encode('utf-16-be').hex()}> Tj ET")
    objects = ["<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)>>", None,
               "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
               "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
               "/Supplement 4>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]>>",
               "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
               "/Descent -120/CapHeight 880/StemV 93>>",
               f"<</Title<feff{report.title.encode('utf-16-be').hex()}>/CreationDate(D:{report.year + 1}0115090000Z)>>"]
    kids = []
    for page in canvas.pages:
        stream = "\n".join(page)
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]/Resources<</Font<</F1 3 0 R>>>>"
                       f"/Contents {len(objects) + 2} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("ascii")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R"
            f"/Info 6 0 R>>\nstartxref\n{len(out)}\n%%EOF\n").encode("ascii")
    with open(path, "wb") as file:
        file.write(out)


# ---------------------------------------------------------------------------------------------------------- text

def make_text(path, report=SAMPLE):
    """A tab before each cell, one cell a line, an empty line after each row; a continued merge is an empty tab line."""
    lines = [f"{report.agency}{report.year}年政府信息公开工作", "年度报告"]
    for name, texts, table in report.sections:
        lines += [name] + texts
        if table:
            cells = placed(table)
            for r in range(len(table[1])):
                for top, c, cell in sorted((x for x in cells if x[0] <= r < x[0] + x[2].rows), key=lambda x: x[1]):
                    lines.append("\t" + (cell.text if top == r else ""))
                lines.append("")
            lines.append("")
    with open(path, "wb") as file:
        file.write(("\n".join(lines) + "\n").encode("gb18030"))


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Samples")
    make_docx(os.path.join(folder, "annual-report.docx"))
    make_pdf(os.path.join(folder, "annual-report.pdf"))
    make_text(os.path.join(folder, "annual-report.txt"))
