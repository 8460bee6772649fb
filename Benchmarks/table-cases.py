#!/usr/bin/env python3
"""Makes invented tables with known truth, sets them with LibreOffice as PDF, and measures how they are read.

  table-cases.py make  FOLDER [SEED]       NAME.pdf (untagged), NAME.tagged.pdf and NAME.json for each case; needs soffice
  table-cases.py score FOLDER COMMAND…     per kind: cells with spans, neighbour relations (F1), false tables; worst cases listed

The cases are those that agencies print: rules above and below the head and at the end only, or no rules at all; headings over
several columns with a rule under each; labels of several lines; groups of rows; dotted leaders; currency signs in a column of
their own; blank cells; zebra; rows of units below the head; notes in rows of their own; tables beside prose and beside each
other; tables of which the last row alone stands on the next page. Other pages hold no table: prose in columns, lists, forms,
contents, bibliographies, charts. COMMAND reads a PDF and writes our JSON to standard output, e.g. “convert --to json”. Standard library only.
"""
import sys

sys.path.pop(0)  # html.py beside this file is not the module of the library.

import collections
import json
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import unicodedata
from xml.sax.saxutils import escape

PLACES = ["Northmoor", "Eastwick County", "Lower Vale", "Saint Alban Parish", "Grey Harbour", "Hillcrest", "Westbrook Falls",
          "Upper Tarn", "Marlow Bay", "Oakhurst", "Fenwick and Dale", "Cold Spring", "Ravenna Heights", "Port Ellery"]
ITEMS = ["Grants to municipalities", "Maintenance of public roads", "Operation of water treatment plants and pumping stations",
         "Salaries", "Research on crop rotation and soil recovery in dry regions", "Interest", "Rural broadband",
         "Compensation of volunteers, including travel and subsistence", "School meals", "Vehicles", "Emergency shelters",
         "Licences and permits issued under the revised ordinance", "Other"]
NAMES = ["青岭区", "白河县", "云川市", "南屏镇", "石桥街道", "柳湾乡", "东湖新区", "长峰县", "临溪市", "北原镇"]
THINGS = ["政府信息公开申请受理", "公共道路养护", "农村饮水安全工程建设和维护", "教育", "基层医疗卫生机构补助", "其他支出",
          "城乡居民最低生活保障", "环境监测", "应急物资储备", "文化体育与传媒", "社区服务", "利息支出"]
WORDS = ("the annual review of public services shows that demand has grown in most districts while the number of staff "
         "remained stable over the period under report and further measures will be needed to keep waiting times within "
         "the limits set by the council last spring").split()
PROSE = "本年度各部门按照要求推进信息公开工作加强组织领导完善工作机制及时回应社会关切主动公开内容不断充实依申请公开办理更加规范群众满意度有所提高下一步将继续改进"


class Cell:
    def __init__(self, text, columns=1, rows=1, align="left", rule="", bold=False, indent=0, hang=0, lead=None):
        self.lead = lead  # points: where a dotted leader after the text ends
        self.text, self.columns, self.rows, self.align = text, columns, rows, align
        self.rule, self.bold, self.indent, self.hang = rule, bold, indent, hang  # rule: letters of t, b


class Table:
    def __init__(self, widths, rows, size=9, vertical="bottom", fill=None):
        self.repeats = False
        self.meaning = rows
        self.height = None  # points
        self.widths, self.rows, self.size, self.vertical, self.fill = widths, rows, size, vertical, fill

    def truth(self, tagged=False):
        """The cells as a reader takes them, or as the tags of the file state them."""
        taken, cells = set(), []
        for number, row in enumerate(self.rows if tagged else self.meaning):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                cells.append({"row": number, "col": column, "rowspan": cell.rows, "colspan": cell.columns, "text": cell.text})
                taken |= {(number + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
        return cells


# ------------------------------------------------------------------ setting
class Sheet:
    """One flat OpenDocument text."""

    def __init__(self, columns=1):
        self.styles, self.body, self.count, self.columns = {}, [], 0, columns

    def style(self, family, properties):
        key = (family, properties)
        if key not in self.styles:
            self.styles[key] = f"s{len(self.styles)}"
        return self.styles[key]

    def paragraph(self, text, size=10, align="justify", bold=False, after=6, indent=0, tab=None, lead=False, hang=0):
        tabs = ""
        if tab:
            leader = ' style:leader-style="dotted" style:leader-text="."' if lead else ""
            tabs = f'<style:tab-stops><style:tab-stop style:position="{tab}pt" style:type="right"{leader}/></style:tab-stops>'
        name = self.style("paragraph", (
            f'<style:paragraph-properties fo:text-align="{align}" fo:margin-bottom="{after}pt" fo:margin-left="{indent + hang}pt" '
            f'fo:text-indent="{-hang}pt" '
            f'fo:margin-top="0pt">{tabs}</style:paragraph-properties>'
            f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt"'
            + (' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else "") + "/>"))
        inner = escape(text).replace("\t", "<text:tab/>")
        return f'<text:p text:style-name="{name}">{inner}</text:p>'

    def add(self, *args, **named):
        self.body.append(self.paragraph(*args, **named))

    def table(self, table, padding=(1.5, 3), breaks=False):
        self.count += 1
        total = sum(table.widths)
        columns = "".join(
            '<table:table-column table:style-name="%s"/>' % self.style(
                "table-column", f'<style:table-column-properties style:column-width="{w}pt"/>') for w in table.widths)
        name = self.style("table", (
            f'<style:table-properties style:width="{total}pt" table:align="left"'
            + (' fo:break-before="column"' if breaks else "") + "/>"))
        grid = {}
        rows = []
        for number, row in enumerate(table.rows):
            cells, column, queue = [], 0, list(row)
            while column < len(table.widths):
                if (number, column) in grid:
                    cells.append("<table:covered-table-cell/>")
                    column += 1
                    continue
                cell = queue.pop(0)
                for r in range(cell.rows):
                    for c in range(cell.columns):
                        grid[number + r, column + c] = cell
                properties = "".join(
                    f'fo:border-{side}="{"0.75pt solid #000000" if letter in cell.rule else "none"}" '
                    for side, letter in (("top", "t"), ("bottom", "b"), ("left", "l"), ("right", "r")))
                if table.fill and number % 2 and number >= table.fill:
                    properties += 'fo:background-color="#e4eaf0" '
                look = self.style("table-cell", (
                    f'<style:table-cell-properties {properties}style:vertical-align="{"middle" if cell.rows > 1 else table.vertical}" '
                    f'fo:padding-top="{padding[0]}pt" fo:padding-bottom="{padding[0]}pt" fo:padding-left="{padding[1]}pt" '
                    f'fo:padding-right="{padding[1]}pt"/>'))
                text = cell.text
                if cell.lead:
                    text += "\t"
                paragraph = self.paragraph(
                    text, table.size, cell.align, cell.bold, after=0, indent=cell.indent, hang=cell.hang, tab=cell.lead, lead=True)
                cells.append(
                    f'<table:table-cell table:style-name="{look}" table:number-columns-spanned="{cell.columns}" '
                    f'table:number-rows-spanned="{cell.rows}" office:value-type="string">{paragraph}</table:table-cell>')
                cells += ["<table:covered-table-cell/>"] * (cell.columns - 1)
                column += cell.columns
            look = self.style("table-row", f'<style:table-row-properties style:row-height="{table.height}pt"/>') if table.height else ""
            look = f' table:style-name="{look}"' if look else ""
            row = f'<table:table-row{look}>{"".join(cells)}</table:table-row>'
            isHead = table.repeats and number == 0
            rows.append(f"<table:table-header-rows>{row}</table:table-header-rows>" if isHead else row)
        self.body.append(f'<table:table table:name="t{self.count}" table:style-name="{name}">{columns}{"".join(rows)}</table:table>')

    def beside(self, tables, gap):
        """Tables beside each other, in a section of columns."""
        above, self.body = self.body, []
        for number, table in enumerate(tables):
            self.table(table, breaks=number > 0)
        name = self.style("section", (
            f'<style:section-properties text:dont-balance-text-columns="true"><style:columns fo:column-count="{len(tables)}" '
            f'fo:column-gap="{gap}pt"/></style:section-properties>'))
        self.count += 1
        self.body = above + [f'<text:section text:name="c{self.count}" text:style-name="{name}">{"".join(self.body)}</text:section>']

    def drawing(self, height, shapes):
        """Lines, bars and words (x, y, width, height in points from the top left of an empty paragraph)."""
        inner = ""
        for kind, x, y, width, depth, text in shapes:
            place = f'text:anchor-type="paragraph" svg:x="{x}pt" svg:y="{y}pt" svg:width="{width}pt" svg:height="{depth}pt"'
            if kind == "words":
                look = self.style("graphic", (
                    '<style:graphic-properties draw:stroke="none" draw:fill="none" style:wrap="run-through" fo:padding="0pt" '
                    'draw:auto-grow-height="false" draw:textarea-horizontal-align="center"/>'))
                words = self.paragraph(text, 7.5, "center", after=0)
                inner += f'<draw:frame draw:style-name="{look}" {place}><draw:text-box>{words}</draw:text-box></draw:frame>'
            else:
                colour = "#4a6a8a" if kind == "bar" else "#999999"
                look = self.style("graphic", (
                    f'<style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="{colour}" style:wrap="run-through"/>'))
                inner += f'<draw:rect draw:style-name="{look}" {place}/>'
        name = self.style("paragraph", f'<style:paragraph-properties fo:margin-bottom="{height}pt"/>')
        self.body.append(f'<text:p text:style-name="{name}">{inner}</text:p>')

    def text(self):
        styles = "".join(
            f'<style:style style:name="{name}" style:family="{family}">{inner}</style:style>'
            for (family, inner), name in self.styles.items())
        columns = f'<style:columns fo:column-count="{self.columns}" fo:column-gap="18pt"/>' if self.columns > 1 else ""
        spaces = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p, u in (
            ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
            ("fo", "xsl-fo-compatible"), ("draw", "drawing"), ("svg", "svg-compatible")))
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
            'style:font-name="Liberation Serif" fo:font-family="Liberation Serif" style:font-family-asian="Noto Serif CJK SC" '
            'fo:language="en" fo:country="US" fo:hyphenate="false"/></style:default-style></office:styles>'
            f'<office:automatic-styles>{styles}<style:page-layout style:name="pl"><style:page-layout-properties '
            'fo:page-width="612pt" fo:page-height="792pt" fo:margin-top="60pt" fo:margin-bottom="60pt" fo:margin-left="66pt" '
            f'fo:margin-right="66pt">{columns}</style:page-layout-properties></style:page-layout></office:automatic-styles>'
            '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"/></office:master-styles>'
            f'<office:body><office:text>{"".join(self.body)}</office:text></office:body></office:document>')


# ------------------------------------------------------------------ invented content
class Pen:
    def __init__(self, random, chinese):
        self.random, self.chinese = random, chinese

    def figure(self, kind=None, digits=7):
        """An invented figure; amounts have no more than so many digits, since no agency breaks them."""
        kind = kind or self.random.choice(["count", "share", "money"])
        if self.random.random() < 0.06:
            return self.random.choice(["–", "0", "n.a.", "..."])
        if kind == "share":
            return f"{self.random.uniform(0, 100):.1f}"
        if kind == "money":
            return f"{self.random.randrange(100, 10 ** digits):,}"
        return str(self.random.randrange(0, 4000))

    def labels(self, count):
        pool = (NAMES + THINGS) if self.chinese else (PLACES + ITEMS)
        return self.random.sample(pool, min(count, len(pool)))

    def prose(self, sentences=3):
        if self.chinese:
            return "".join(
                "".join(self.random.choice(re.findall("..", PROSE)) for _ in range(self.random.randrange(8, 20))) + "。"
                for _ in range(sentences))
        out = []
        for _ in range(sentences):
            at = self.random.randrange(len(WORDS))
            words = (WORDS * 2)[at:at + self.random.randrange(9, 24)]
            out.append(" ".join(words).capitalize() + ".")
        return " ".join(out)

    def column(self, number):
        pool = (["合计", "人数", "金额", "比重", "增长率", "上年", "本年"] if self.chinese
                else ["Total", "Number", "Share", "Amount", "Change", "Persons served", "Average cost per case", "Rate"])
        return pool[number % len(pool)] if self.random.random() < 0.6 else str(2015 + number)

    def group(self):
        return self.random.choice(["一般支出", "专项支出", "按地区", "按机构"] if self.chinese
                                  else ["By district", "Current expenditure", "Capital", "Private households", "All agencies"])


def ruled(rows, kind, heads, last=None):
    """Sets the rules of a kind on the cells: none, booktabs (above, below the head, at the end), heads too, every row."""
    if kind == "none":
        return
    last = len(rows) if last is None else last
    for cell in rows[0]:
        cell.rule += "t"
    for number, row in enumerate(rows[:last]):
        for cell in row:
            end = number + cell.rows
            if end == heads or end == last or kind == "rows" and number >= heads:
                cell.rule += "b"


def plain(pen, kind, size, columns=None, rows=None, fill=None, wrap=False, heads=1, gap=None):
    r = pen.random
    columns = columns or r.randrange(2, 8)
    labels = pen.labels(rows or r.randrange(5, 13))
    first = 90 if wrap else r.randrange(150, 200)
    width = min((470 - first) / columns, 90)
    digits = min(7, max(4, int((width - 8) / (0.55 * size)) - 2))
    figures = [r.choice(["count", "share", "money"]) for _ in range(columns)]
    align = r.choice(["end", "end", "center"])
    top = [Cell("地区" if pen.chinese else r.choice(["District", "Item", ""]))]
    top += [Cell(pen.column(n), align=align) for n in range(columns)]
    body = [[Cell(l)] + [Cell(pen.figure(k, digits), align=align) for k in figures] for l in labels]
    if r.random() < 0.4:
        for row in body:
            for cell in row[1:]:
                if r.random() < 0.12:
                    cell.text = ""
    for cell in top[1:]:
        if max(map(len, cell.text.split())) * 0.6 * size > width - 8:
            cell.text = str(r.randrange(2001, 2020))
    table = Table([first] + [width] * columns, [top] + body, size, r.choice(["bottom", "top", "middle"]), fill)
    ruled(table.rows, kind, 1)
    return table


def storeyed(pen, kind, size):
    r = pen.random
    groups = r.randrange(2, 4)
    each = r.randrange(2, 4)
    names = r.sample(["第一季度", "第二季度", "上年同期", "全年"] if pen.chinese else ["2018", "2019", "Urban areas", "Rural areas", "First half"], groups)
    top = [Cell("项目" if pen.chinese else "Item", rows=2)]
    top += [Cell(n, columns=each, align="center", rule="b" if kind != "none" else "") for n in names]
    room = int((340 / groups / each - 8) / (0.6 * size))
    under = [Cell(pen.column(n), align="center") for _ in range(groups) for n in range(each)]
    for number, cell in enumerate(under):
        if max(map(len, cell.text.split())) > room:
            cell.text = str(2010 + number % each)
    body = [[Cell(l)] + [Cell(pen.figure("count"), align="center") for _ in under] for l in pen.labels(r.randrange(5, 10))]
    table = Table([130] + [340 / len(under)] * len(under), [top, under] + body, size)
    ruled(table.rows, kind, 2)
    return table


def grouped(pen, kind, size):
    """Headings of row groups in a row of their own, the rows below set in."""
    r = pen.random
    columns = r.randrange(2, 6)
    top = [Cell("项目" if pen.chinese else "Category")] + [Cell(pen.column(n), align="end") for n in range(columns)]
    rows = [top]
    labels = iter(pen.labels(12))
    for _ in range(r.randrange(2, 4)):
        rows.append([Cell(pen.group(), bold=True)] + [Cell("") for _ in range(columns)])
        for label in [next(labels) for _ in range(r.randrange(2, 4))]:
            rows.append([Cell(label, indent=10)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
    rows.append([Cell("合计" if pen.chinese else "Total", bold=True)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
    table = Table([170] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def merged(pen, kind, size):
    """Names of groups in a column of their own, over the rows of the group."""
    r = pen.random
    columns = r.randrange(2, 5)
    top = [Cell("类别" if pen.chinese else "Group"), Cell("名称" if pen.chinese else "Name")]
    top += [Cell(pen.column(n), align="center") for n in range(columns)]
    rows = [top]
    labels = iter(pen.labels(12))
    for _ in range(r.randrange(2, 4)):
        count = r.randrange(2, 5)
        for number in range(count):
            head = [Cell(pen.group(), rows=count)] if number == 0 else []
            rows.append(head + [Cell(next(labels))] + [Cell(pen.figure("count"), align="center") for _ in range(columns)])
    table = Table([80, 140] + [250 / columns] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def signs(pen, kind, size):
    """Leaders after the labels and a sign of currency at the first and the last row."""
    r = pen.random
    columns = r.randrange(2, 4)
    top = [Cell("Item")] + [Cell(str(2015 + n), align="end") for n in range(columns)]
    labels = pen.labels(r.randrange(5, 9))
    rows = [top]
    for number, label in enumerate(labels):
        mark = "$ " if number in (0, len(labels) - 1) else ""
        rows.append([Cell(label)] + [Cell(mark + pen.figure("money", 6), align="end") for _ in range(columns)])
    table = Table([220] + [80] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def wordy(pen, kind, size):
    """Cells of words, some of several lines."""
    r = pen.random
    columns = r.randrange(2, 4)
    top = [Cell(t) for t in (["措施", "责任单位", "完成情况", "备注"] if pen.chinese else ["Measure", "Body", "State of play", "Remarks"])[:columns + 1]]
    rows = [top]
    for label in pen.labels(r.randrange(4, 8)):
        rows.append([Cell(label)] + [
            Cell(r.choice(["已完成", "进行中", "按计划推进，年底前完成", "尚未开始"] if pen.chinese else
                          ["Completed", "In progress", "Planned for the second half of the year", "Not started", "Awaiting approval by the board"]))
            for _ in range(columns)])
    table = Table([150] + [320 / columns] * columns, rows, size, "top")
    for row in rows:
        for cell in row:
            cell.align = "left"
    ruled(rows, kind, 1)
    return table


def units(pen, kind, size):
    """A row of units below the head, blanks in the body, a total at the end."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [Cell("")] + [Cell(pen.column(n), align="center") for n in range(columns)]
    under = [Cell("")] + [Cell(r.choice(["万元", "人", "%"] if pen.chinese else ["(1,000)", "(%)", "EUR million", "tonnes"]), align="center")
                          for _ in range(columns)]
    rows = [top, under]
    labels = pen.labels(r.randrange(5, 9))
    for label in labels:
        rows.append([Cell(label)] + [Cell(pen.figure("share") if r.random() < 0.8 else "", align="center") for _ in range(columns)])
    rows.append([Cell("合计" if pen.chinese else "Total", bold=True)] + [Cell(pen.figure("share"), align="center", bold=True) for _ in range(columns)])
    table = Table([170] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 2)
    return table


def unitline(pen, kind, size):
    """One unit for all columns, in a row below the head."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [Cell("项目" if pen.chinese else "Item")] + [Cell(str(2016 + n), align="end") for n in range(columns)]
    unit = r.choice(["（单位：万元）", "（亿元）"] if pen.chinese else ["(in million EUR)", "(thousands of persons)", "(% of total)"])
    rows = [top, [Cell(""), Cell(unit, columns=columns, align="center")]]
    for label in pen.labels(r.randrange(5, 9)):
        rows.append([Cell(label)] + [Cell(pen.figure("money", 5), align="end") for _ in range(columns)])
    table = Table([170] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 2)
    return table


def leaders(pen, kind, size):
    """Dotted leaders from the labels to the figures."""
    r = pen.random
    columns = r.randrange(1, 5)
    width = 70
    top = [Cell("项目" if pen.chinese else "Item")] + [Cell(str(2015 + n), align="end") for n in range(columns)]
    rows = [top] + [[Cell(l, lead=470 - width * columns - 8)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)]
                    for l in pen.labels(r.randrange(6, 11))]
    table = Table([470 - width * columns] + [width] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def currency(pen, kind, size):
    """A sign of currency flush left of each figure's column, which a reader takes as part of the figure."""
    r = pen.random
    columns = r.randrange(2, 5)
    sign = "¥" if pen.chinese else r.choice(["$", "€"])
    labels = pen.labels(r.randrange(5, 9))
    rows = [[Cell("项目" if pen.chinese else "Fund")] + [Cell(str(2016 + n), align="end", columns=2) for n in range(columns)]]
    for number, label in enumerate(labels):
        mark = sign if number in (0, len(labels) - 1) else ""
        rows.append([Cell(label)] + [c for _ in range(columns) for c in (
            Cell(mark), Cell(f"{r.randrange(1000, 10 ** 7):,}", align="end"))])
    table = Table([180] + [14, 300 / columns - 14] * columns, rows, size)
    ruled(rows, kind, 1)
    # What it means: the sign and its figure are one cell.
    table.meaning = [[Cell(c.text) for c in rows[0]]] + [
        [Cell(row[0].text)] + [Cell(row[n].text + row[n + 1].text) for n in range(1, len(row), 2)] for row in rows[1:]]
    return table


def noted(pen, kind, size):
    """Notes in a row of their own below the last one, over all columns: a row for the file, a note for the reader."""
    table = plain(pen, kind, size, columns=4, rows=7)
    text = "注：数据为初步统计，部分地区的数据由主管部门汇总后提供。" if pen.chinese else "a. Figures of the last year are preliminary and may be revised when all districts have reported."
    table.meaning = list(table.rows)
    table.rows.append([Cell(text, columns=5)])
    if kind != "none":
        for cell in table.rows[-1]:
            cell.rule += "b"
    return table


def hung(pen, kind, size):
    """Long labels whose later lines are set in, figures beside the last line or the first."""
    r = pen.random
    columns = r.randrange(2, 5)
    top = [Cell("项目" if pen.chinese else "Program activity")] + [Cell(str(2016 + n), align="end") for n in range(columns)]
    labels = pen.labels(r.randrange(6, 11))
    rows = [top] + [[Cell(l, hang=9)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)] for l in labels]
    table = Table([110] + [80] * columns, rows, size, r.choice(["bottom", "top"]))
    ruled(rows, kind, 1)
    return table


def spare(pen, kind, size):
    """Few figures in many columns."""
    r = pen.random
    columns = r.randrange(4, 8)
    top = [Cell("地区" if pen.chinese else "Region")] + [Cell(str(2010 + n), align="end") for n in range(columns)]
    rows = [top]
    for number, label in enumerate(pen.labels(9)):
        rows.append([Cell(label)] + [Cell(pen.figure("count") if number in (0, 8) or r.random() < 0.55 else "", align="end") for _ in range(columns)])
    table = Table([160] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


KINDS = [("plain", plain), ("units", units), ("unitline", unitline), ("leaders", leaders), ("currency", currency), ("noted", noted),
         ("hung", hung), ("spare", spare), ("wrap", lambda *a: plain(*a, wrap=True, columns=4)), ("storeys", storeyed), ("groups", grouped),
         ("merged", merged), ("signs", signs), ("wordy", wordy),
         ("zebra", lambda *a: plain(*a, fill=1)), ("wide", lambda *a: plain(*a, columns=9, wrap=True)),
         ("long", lambda *a: plain(*a, columns=4, rows=22))]
RULES = ["none", "booktabs", "rows"]


def cases(seed):
    """Name, kind, source and tables of every case."""
    for chinese in (False, True):
        for kind, make in KINDS:
            for rule in RULES:
                if kind == "zebra" and rule == "rows":
                    continue
                name = f"{kind}-{rule}-{'zh' if chinese else 'en'}"
                pen = Pen(random.Random(f"{seed} {name}"), chinese)
                sheet = Sheet()
                sheet.add(pen.prose(4))
                table = make(pen, rule, pen.random.choice([7.5, 9, 10]))
                sheet.add(("表1　" if chinese else "Table 1. ") + pen.group(), bold=True, align="left")
                sheet.table(table, padding=pen.random.choice([(0.5, 2), (1.5, 3), (3, 4)]))
                sheet.add("注：数据为初步统计。" if chinese else "Note: Figures are preliminary.", size=8, align="left")
                sheet.add(pen.prose(5))
                yield name, f"{kind}-{rule}", sheet, [table]
    yield from several(seed)
    yield from others(seed)


def several(seed):
    """Pages of more than one table, and tables of more than one page."""
    for chinese in (False, True):
        tongue = "zh" if chinese else "en"
        for rule in RULES:
            pen = Pen(random.Random(f"{seed} several {rule} {tongue}"), chinese)
            sheet = Sheet()
            tables = []
            for number in range(3):
                sheet.add((f"表{number + 1}　" if chinese else f"Table {number + 1}. ") + pen.group(), bold=True, align="left")
                tables.append(plain(pen, rule, 9, rows=6))
                sheet.table(tables[-1])
                sheet.add(pen.prose(3))
            yield f"three-{rule}-{tongue}", f"three-{rule}", sheet, tables
            sheet = Sheet(columns=2)
            sheet.add(pen.prose(9), size=9)
            table = plain(pen, rule, 7.5, rows=7, columns=3)
            table.widths = [90, 45, 45, 45]
            sheet.table(table)
            for _ in range(8):
                sheet.add(pen.prose(5), size=9)
            yield f"beside-{rule}-{tongue}", f"beside-{rule}", sheet, [table]
            sheet = Sheet()
            sheet.add(pen.prose(3))
            pair = [plain(pen, rule, 8, rows=7, columns=2) for _ in range(2)]
            for table in pair:
                table.widths = [110, 54, 54]
                for row in table.rows:
                    for cell in row[1:]:
                        cell.text = cell.text[:9].strip(" ,")
            sheet.beside(pair, gap=34)
            sheet.add(pen.prose(3))
            yield f"pair-{rule}-{tongue}", f"pair-{rule}", sheet, pair
            sheet = Sheet()
            table = plain(pen, rule, 9, rows=14, columns=4)
            table.widths, table.height = [200] + [67] * 4, 20
            for row in table.rows[1:]:
                row[0].text = row[0].text[:24].strip()
            for number, cell in enumerate(table.rows[0][1:]):
                cell.text = str(2011 + number)
            # The page takes 672 points; all rows but one stand on it.
            sheet.add("", size=2, after=665 - 20 * (len(table.rows) - 0.5))
            sheet.table(table)
            sheet.add(pen.prose(4))
            yield f"lastrow-{rule}-{tongue}", f"lastrow-{rule}", sheet, [table]
            for repeats in (False, True):
                sheet = Sheet()
                for _ in range(9):
                    sheet.add(pen.prose(4))
                table = plain(pen, rule, 9, rows=22, columns=4)
                table.repeats = repeats
                sheet.table(table, padding=(4, 3))
                sheet.add(pen.prose(4))
                name = f"{'repeated' if repeats else 'cut'}-{rule}"
                yield f"{name}-{tongue}", name, sheet, [table]


def others(seed):
    """Pages without a table."""
    for chinese in (False, True):
        tongue = "zh" if chinese else "en"
        pen = Pen(random.Random(f"{seed} others {tongue}"), chinese)
        r = pen.random
        sheet = Sheet(columns=2)
        for _ in range(14):
            sheet.add(pen.prose(4), size=9)
        yield f"columns-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for number in range(24):
            title = pen.prose(1)[: 40 if not chinese else 16].rstrip(" .。")
            sheet.add(f"{number // 4 + 1}.{number % 4 + 1} {title}\t{3 + 2 * number}", align="left", tab=480, lead=number % 2 == 0 or chinese)
        yield f"contents-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for number in range(18):
            sheet.add(f"({number + 1}) " + pen.prose(1), align="left", indent=18 * (number % 3))
        yield f"list-{tongue}", "no table", sheet, []
        sheet = Sheet(columns=2)
        for number in range(40):
            year = r.randrange(1975, 2020)
            text = (f"[{number + 1}] {r.choice(NAMES)}统计局. {r.choice(THINGS)}研究[J]. {year}, {r.randrange(1, 40)}({r.randrange(1, 9)}): {number * 3 + 11}-{number * 3 + 19}."
                    if chinese else f"{number + 1}. {r.choice(PLACES)} J, {r.choice(PLACES)} K. {r.choice(ITEMS)}. {year};{r.randrange(1, 40)}({r.randrange(1, 9)}):{number * 3 + 11}-{number * 3 + 19}.")
            sheet.add(text, size=8, align="left", after=3)
        yield f"references-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for label in pen.labels(12):
            sheet.add(f"{label}：\t____________" if chinese else f"{label}:\t______________________", align="left", tab=440)
        yield f"form-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for number in range(7):
            sheet.add(("第%s条" % "一二三四五六七"[number]) if chinese else f"Section {number + 1}", bold=True, align="left")
            sheet.add(pen.prose(3))
            sheet.add(("附件：%s\t%d年%d月%d日" if chinese else "Enclosure: %s\t%d/%d/%d") % (r.choice(pen.labels(3)), 2019, number + 1, number + 9), tab=400, align="left")
        yield f"letter-{tongue}", "no table", sheet, []
        for number in range(3):
            sheet = Sheet()
            sheet.add(pen.prose(4))
            sheet.add(("图1　" if chinese else "Figure 1. ") + pen.group(), bold=True, align="left")
            chart(pen, sheet, hasFigures=number > 0, isLevel=number == 2)
            sheet.add(pen.prose(5))
            yield f"chart{number}-{tongue}", "no table", sheet, []


def chart(pen, sheet, hasFigures, isLevel):
    """A chart of bars with a scale, lines across and names below; or of level bars, with names beside and the scale below."""
    r = pen.random
    bars = r.randrange(5, 10)
    step = r.choice([5, 10, 20, 250])
    ticks = r.randrange(5, 8)
    room, across = 180, 380
    shapes = []
    for tick in range(ticks):
        at = tick * room / (ticks - 1) if not isLevel else tick * across / (ticks - 1)
        label = str(step * tick)
        if isLevel:
            shapes += [("line", 70 + at, 0, 0.5, room, ""), ("words", 50 + at, room + 4, 40, 10, label)]
        else:
            shapes += [("line", 50, room - at, across, 0.5, ""), ("words", 8, room - at - 5, 38, 10, label)]
    for number, label in enumerate(pen.labels(bars)):
        share = r.uniform(0.1, 0.95)
        figure = f"{share * step * (ticks - 1):.1f}"
        if isLevel:
            y = (number + 0.25) * room / bars
            shapes += [("bar", 70, y, share * across, room / bars / 2, ""), ("words", 0, y, 66, 10, label[:12])]
            if hasFigures:
                shapes.append(("words", 74 + share * across, y, 40, 10, figure))
        else:
            x = 50 + (number + 0.25) * across / bars
            shapes += [("bar", x, room * (1 - share), across / bars / 2, room * share, ""), ("words", x - 8, room + 4, across / bars / 2 + 16, 10, str(2001 + number))]
            if hasFigures:
                shapes.append(("words", x - 8, room * (1 - share) - 11, across / bars / 2 + 16, 10, figure))
    sheet.drawing(room + 24, shapes)


def make(folder, seed):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        sources = []
        for name, kind, sheet, tables in cases(seed):
            source = work / f"{name}.fodt"
            source.write_text(sheet.text())
            sources.append(str(source))
            (folder / f"{name}.json").write_text(json.dumps({
                "kind": kind, ".pdf": [t.truth() for t in tables], ".tagged.pdf": [t.truth(tagged=True) for t in tables]},
                ensure_ascii=False))
        for suffix, tagged in ((".pdf", "false"), (".tagged.pdf", "true")):
            out = work / suffix[1:]
            options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": tagged}})
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
                 f"pdf:writer_pdf_Export:{options}", "--outdir", str(out), *sources], check=True, capture_output=True)
            for pdf in out.glob("*.pdf"):
                shutil.copy(pdf, folder / (pdf.stem + suffix))


# ------------------------------------------------------------------ measuring
def key(text):
    return re.sub(r"[\s\u200b\u00ad]+", "", unicodedata.normalize("NFKC", text or ""))


def read_tables(command, path):
    out = subprocess.run(command + [str(path)], capture_output=True, text=True).stdout
    try:
        read = json.loads(out)
    except ValueError:
        return []
    found, stack = [], [b for d in read.get("documents", [read]) for b in d.get("blocks", [])]
    while stack:
        block = stack.pop(0)
        if block["type"] == "table":
            found.append([
                {"row": c["row"], "col": c["column"], "rowspan": c.get("rowSpan", 1), "colspan": c.get("columnSpan", 1),
                 "text": c.get("text", "")} for c in block["cells"]])
        stack += block.get("blocks", [])
    return found


def exact(cells):
    return collections.Counter((c["row"], c["col"], c["rowspan"], c["colspan"], key(c["text"])) for c in cells)


def relations(cells):
    """Neighbours right of and below each filled cell, blanks skipped (Göbel et al., 2012)."""
    owner = {}
    for number, c in enumerate(cells):
        for r in range(c["row"], c["row"] + c["rowspan"]):
            for k in range(c["col"], c["col"] + c["colspan"]):
                owner[r, k] = number
    height = max((r for r, _ in owner), default=0) + 1
    width = max((k for _, k in owner), default=0) + 1
    found = set()
    for (r, k), number in owner.items():
        if not key(cells[number]["text"]):
            continue
        for dr, dk, direction in ((0, 1, "right"), (1, 0, "below")):
            y, x = r + dr, k + dk
            while y < height and x < width:
                other = owner.get((y, x), number)
                if other != number and key(cells[other]["text"]):
                    found.add((number, other, direction))
                    break
                y, x = y + dr, x + dk
    return collections.Counter((key(cells[a]["text"]), key(cells[b]["text"]), d) for a, b, d in found)


def score(folder, command):
    sums = collections.defaultdict(collections.Counter)
    worst = []
    for truth in sorted(folder.glob("*.json")):
        stated = json.loads(truth.read_text())
        for suffix in (".pdf", ".tagged.pdf"):
            read = read_tables(command, truth.with_suffix(suffix))
            group = stated["kind"] + (" tagged" if "tagged" in suffix else "")
            tally = sums[group]
            extra = len(read)
            for cells in stated[suffix]:
                want, links = exact(cells), relations(cells)
                best = max(read, key=lambda t: sum((relations(t) & links).values()), default=[])
                extra -= 1 if best else 0
                got = relations(best)
                right = sum((exact(best) & want).values())
                tally["cells"] += sum(want.values())
                tally["right"] += right
                tally["links"] += sum(links.values())
                tally["found"] += sum(got.values())
                tally["both"] += sum((got & links).values())
                tally["grids"] += exact(best) == want
                tally["tables"] += 1
                if exact(best) != want:
                    worst.append((right / sum(want.values()), truth.stem + suffix))
            tally["false"] += max(0, extra)
            if extra > 0:
                worst.append((0, truth.stem + suffix + f" ({extra} false)"))
    total = collections.Counter()
    tagged = collections.Counter()
    for group, tally in sorted(sums.items()):
        line(group, tally)
        (tagged if group.endswith("tagged") else total).update(tally)
    line("ALL untagged", total)
    line("ALL tagged", tagged)
    for share, name in sorted(worst):
        print(f"  {100 * share:5.1f} % {name}")


def line(name, tally):
    if not tally["tables"]:
        print(f"{name:26} false tables {tally['false']}")
        return
    f1 = 2 * tally["both"] / max(1, tally["links"] + tally["found"])
    print(f"{name:26} cells {100 * tally['right'] / tally['cells']:5.1f} %  relations F1 {100 * f1:5.1f} %  "
          f"whole {tally['grids']:3} of {tally['tables']:3}  false tables {tally['false']}")


def main():
    if len(sys.argv) >= 3 and sys.argv[1] == "make":
        make(pathlib.Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "1")
    elif len(sys.argv) >= 4 and sys.argv[1] == "score":
        score(pathlib.Path(sys.argv[2]), sys.argv[3:])
    else:
        sys.exit(__doc__)


main()
