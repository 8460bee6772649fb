"""One-page documents as offices have them, made from seeds: around a page of text, what the programs that write them put beside it.

Kinds are DOCX with the parts that Word writes, PDF with an embedded subset font, a web page with navigation and scripts, RTF as Word
writes it, the text of a notice, and CSV; and Word 97-2003, where LibreOffice is there to save it. Agencies and figures are invented; the
same seed gives the same bytes. Standard library only.
"""
import io
import os
import random
import shutil
import struct
import subprocess
import tempfile
import zipfile
import zlib

import corpus

samples = corpus.samples
STYLES = ("Normal", "heading 1", "heading 2", "heading 3", "Title", "Subtitle", "header", "footer", "Normal Table", "Table Grid", "Body Text",
          "Body Text Indent", "Date", "List Paragraph", "Hyperlink", "page number", "Balloon Text", "Strong", "caption", "annotation text")
FONTS = ("Times New Roman", "Arial", "Symbol", "宋体", "黑体", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体", "Cambria Math", "Calibri", "等线", "仿宋")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


class Page:
    """A notice with one table: title, paragraphs, rows of texts of which the first is the head, and who signs."""

    def __init__(self, seed):
        r = random.Random(seed)
        self.agency = r.choice(corpus.PLACES) + "县" + r.choice(corpus.OFFICES)
        self.year = r.randint(2008, 2025)
        self.title = f"{self.agency}关于{self.year}年{corpus.phrase(r, 2, 3)}工作情况的通报"
        self.paragraphs = [corpus.prose(r) for _ in range(r.randint(2, 5))]
        columns = r.randint(3, 6)
        self.rows = [["序号", "项目"] + [corpus.phrase(r, 1, 2) for _ in range(columns - 2)]]
        self.rows += [[str(n), corpus.phrase(r, 1, 3)] + [corpus.number(r) for _ in range(columns - 2)] for n in range(1, r.randint(5, 16))]
        self.signed = [self.agency, f"{self.year}年{r.randint(1, 12)}月{r.randint(1, 28)}日"]


# ---------------------------------------------------------------------------------------------------------- Word

def latent_styles():
    names = [f"{kind} {n}" for kind in ("heading", "index", "toc", "List", "List Bullet", "List Number", "List Continue", "Table Grid", "Table List",
                                        "Table Columns", "Table Classic", "Table 3D effects", "Table Web") for n in range(1, 10)]
    names += [f"{kind} Accent {n}" for kind in ("Light Shading", "Light List", "Light Grid", "Medium Shading 1", "Medium Shading 2", "Medium List 1",
                                                "Medium List 2", "Medium Grid 1", "Medium Grid 2", "Medium Grid 3", "Dark List", "Colorful Shading",
                                                "Colorful List", "Colorful Grid", "Grid Table 1 Light", "Grid Table 2", "Grid Table 3", "Grid Table 4",
                                                "Grid Table 5 Dark", "Grid Table 6 Colorful", "List Table 1 Light", "List Table 2", "List Table 3",
                                                "List Table 4", "List Table 5 Dark") for n in range(1, 7)]
    return names


def word_styles():
    latent = "".join(f'<w:lsdException w:name="{name}" w:semiHidden="1" w:uiPriority="{40 + n % 60}" w:unhideWhenUsed="1" w:qFormat="1"/>'
                     for n, name in enumerate(latent_styles()))
    styles = ""
    for n, name in enumerate(STYLES):
        kind = "table" if "Table" in name else "paragraph"
        based = ' w:default="1"' if n == 0 else ""
        level = f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>' if name.startswith("heading") else ""
        styles += (f'<w:style w:type="{kind}"{based} w:styleId="a{n}"><w:name w:val="{name}"/>' + ('<w:basedOn w:val="a0"/><w:next w:val="a0"/>' if n else "")
                   + f'<w:link w:val="c{n}"/><w:uiPriority w:val="{n}"/><w:qFormat/><w:rsid w:val="{0x3A5C10 + n * 977:08X}"/><w:pPr><w:keepNext/><w:spacing '
                   f'w:before="{n * 20}" w:after="{n * 20}" w:line="415" w:lineRule="auto"/>{level}</w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" '
                   'w:eastAsiaTheme="majorEastAsia" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/><w:kern w:val="2"/>'
                   f'<w:sz w:val="{20 + n}"/><w:szCs w:val="24"/></w:rPr></w:style>')
    return (f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri"/><w:lang '
            f'w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles w:defLockedState='
            f'"0" w:defUIPriority="99" w:count="{len(latent_styles())}">{latent}</w:latentStyles>{styles}</w:styles>')


def word_theme():
    scripts = "Jpan Hang Hans Hant Arab Hebr Thai Ethi Beng Gujr Khmr Knda Guru Cans Cher Yiii Tibt Thaa Deva Telu Taml Syrc Orya Mlym Laoo Sinh Mong Viet Uigh Geor".split()
    fonts = "".join(f'<a:font script="{script}" typeface="{FONTS[n % len(FONTS)]}"/>' for n, script in enumerate(scripts))
    colours = "".join(f'<a:{name}><a:srgbClr val="{0x1F497D * (n + 1) & 0xFFFFFF:06X}"/></a:{name}>' for n, name in enumerate(
        "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()))
    fill = "".join(f'<a:gradFill rotWithShape="1"><a:gsLst>' + "".join(
        f'<a:gs pos="{stop}"><a:schemeClr val="phClr"><a:tint val="{tint}"/><a:satMod val="{tint * 3}"/></a:schemeClr></a:gs>'
        for stop, tint in ((0, 50000), (35000, 37000), (100000, 15000))) + '</a:gsLst><a:lin ang="16200000" scaled="1"/></a:gradFill>' for _ in range(3))
    return (f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office">'
            f'{colours}</a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/>{fonts}</a:majorFont><a:minorFont><a:latin '
            f'typeface="Calibri"/>{fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{fill}</a:fillStyleLst><a:bgFillStyleLst>'
            f'{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>')


def word_fonts():
    return f'{HEAD}<w:fonts {W}>' + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{name}"/><w:panose1 w:val="02010600030101010101"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/><w:sig w:usb0="{n * 0x1003:08X}" w:usb1="288F0000" w:usb2="00000016" w:usb3="00000000" w:csb0="00040001" '
        f'w:csb1="00000000"/></w:font>' for n, name in enumerate(FONTS)) + "</w:fonts>"


def word_settings(r):
    marks = "".join(f'<w:rsid w:val="00{r.randrange(1 << 24):06X}"/>' for _ in range(40))
    return (f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:proofState w:spelling="clean" w:grammar="clean"/>'
            f'<w:defaultTabStop w:val="420"/><w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
            f'<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/></w:compat><w:rsids>{marks}</w:rsids><w:themeFontLang w:val="en-US" '
            f'w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>')


def relationships(items):
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(items, 1)) + "</Relationships>"


STEADY = {
    "word/styles.xml": word_styles(),
    "word/theme/theme1.xml": word_theme(),
    "word/fontTable.xml": word_fonts(),
    "word/webSettings.xml": f"{HEAD}<w:webSettings {W}><w:optimizeForBrowser/></w:webSettings>",
    "_rels/.rels": relationships([(f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
                                  (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                                  (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml")]),
    "word/_rels/document.xml.rels": relationships([(f"{OFFICE}/relationships/{kind}", target) for kind, target in (
        ("styles", "styles.xml"), ("settings", "settings.xml"), ("webSettings", "webSettings.xml"), ("fontTable", "fontTable.xml"),
        ("theme", "theme/theme1.xml"))]),
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' + "".join(
        f'<Override PartName="{part}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>' for part, kind in (
            ("/word/document.xml", "officedocument.wordprocessingml.document.main"), ("/word/styles.xml", "officedocument.wordprocessingml.styles"),
            ("/word/settings.xml", "officedocument.wordprocessingml.settings"), ("/word/theme/theme1.xml", "officedocument.theme"),
            ("/word/webSettings.xml", "officedocument.wordprocessingml.webSettings"), ("/word/fontTable.xml", "officedocument.wordprocessingml.fontTable"),
            ("/docProps/core.xml", "package.core-properties"), ("/docProps/app.xml", "officedocument.extended-properties"))) + "</Types>",
}


def docx(page, seed):
    r = random.Random(seed)
    mark = lambda: f'{r.randrange(1 << 24):08X}'
    run = lambda text, size: ('<w:r w:rsidRPr="' + mark() + f'"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:hint="eastAsia"/>'
                              f'<w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr><w:t>{text}</w:t></w:r>')

    def paragraph(text, size, place):
        # Word cuts text into runs where it was typed or corrected at different times.
        cut = r.randint(0, len(text))
        runs = "".join(run(part, size) for part in (text[:cut], text[cut:]) if part)
        return f'<w:p w:rsidR="{mark()}" w:rsidRDefault="{mark()}" w:rsidP="{mark()}"><w:pPr>{place}</w:pPr>{runs}</w:p>'

    border = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in "top left bottom right insideH insideV".split())
    table = f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{border}</w:tblBorders><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>'
    table += '<w:gridCol w:w="1500"/>' * len(page.rows[0]) + "</w:tblGrid>"
    for row in page.rows:
        table += f'<w:tr w:rsidR="{mark()}"><w:trPr><w:trHeight w:val="454"/><w:jc w:val="center"/></w:trPr>' + "".join(
            '<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>' + paragraph(text, 21, '<w:jc w:val="center"/>') + "</w:tc>"
            for text in row) + "</w:tr>"
    body = paragraph(page.title, 44, '<w:pStyle w:val="a4"/><w:jc w:val="center"/>') + "".join(
        paragraph(text, 32, '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>') for text in page.paragraphs)
    body += table + "</w:tbl>" + "".join(paragraph(text, 32, '<w:jc w:val="right"/>') for text in page.signed)
    core = (f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
            f'"http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{page.title}</dc:title><dc:creator>{page.agency}'
            f'</dc:creator><cp:revision>3</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{page.year}-01-15T09:00:00Z</dcterms:created></cp:coreProperties>')
    parts = STEADY | {
        "word/document.xml": f'{HEAD}<w:document {W} {R}><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" '
        'w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>',
        "word/settings.xml": word_settings(r),
        "docProps/core.xml": core,
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties"><Template>Normal.dotm</Template><TotalTime>12</TotalTime><Pages>1</Pages>'
        f'<Words>{len(body) // 300}</Words><Application>Microsoft Office Word</Application><Company>{page.agency}</Company></Properties>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in ["[Content_Types].xml", "_rels/.rels"] + sorted(set(parts) - {"[Content_Types].xml", "_rels/.rels"}):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


# ----------------------------------------------------------------------------------------------------------- PDF

def true_type(count):
    """A TrueType font of so many glyphs (after the empty first one), each a dozen strokes somewhere in the square."""
    r = random.Random(count)
    glyphs = [b""]
    for _ in range(count):
        strokes = r.randint(4, 12)
        ends, flags, xs, ys, x, y = b"", b"", b"", b"", 0, 0
        for n in range(strokes):
            left, low = r.randrange(900), r.randrange(-100, 800)
            wide, high = r.choice(((r.randint(40, 120), r.randint(200, 700)), (r.randint(200, 700), r.randint(40, 120))))
            for px, py in ((left, low), (left, low + high), (left + wide, low + high), (left + wide, low)):
                flags, xs, ys, x, y = flags + b"\1", xs + struct.pack(">h", px - x), ys + struct.pack(">h", py - y), px, py
            ends += struct.pack(">H", n * 4 + 3)
        glyph = struct.pack(">hhhhh", strokes, 0, -100, 1600, 1500) + ends + b"\0\0" + flags + xs + ys
        glyphs.append(glyph + bytes(-len(glyph) % 4))
    places, offset = [], 0
    for glyph in glyphs + [b""]:
        places.append(offset)
        offset += len(glyph)
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 11, 1000, 0, 0, 0, -100, 1600, 1500, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, 1000, 0, 0, 1600, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        b"hmtx": struct.pack(">Hh", 1000, 0) + b"\0\0" * count,
        b"loca": struct.pack(f">{len(places)}I", *places),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, len(glyphs), 48, 12, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    out = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32)
    offset = len(out) + 16 * len(tables)
    for name, table in sorted(tables.items()):
        out += name + struct.pack(">III", 0, offset, len(table))
        offset += len(table) + -len(table) % 4
    return out + b"".join(table + bytes(-len(table) % 4) for _, table in sorted(tables.items()))


FONT_PROGRAMS = {}


def font_program(count):
    """The packed font for that many characters, of 20 sizes; pages of one size share it, since making one takes longer than the page."""
    count = -(-count // 20) * 20
    if count not in FONT_PROGRAMS:
        FONT_PROGRAMS[count] = zlib.compress(true_type(count))
    return FONT_PROGRAMS[count]


def pdf(page, seed):
    """One page as a print to PDF makes it: Identity-H with a subset, its widths and a ToUnicode map, packed streams, ruled table."""
    canvas = samples.Canvas()
    glyphs = {}
    code = lambda text: "".join(f"{glyphs.setdefault(character, len(glyphs) + 1):04x}" for character in text)
    draw = canvas.pages[-1].append
    canvas.text = lambda x, y, text, size: draw(f"BT /F1 {size} Tf 1 0 0 1 {x:.2f} {samples.PAGE_HEIGHT - y:.2f} Tm 0 g [<{code(text)}>] TJ ET")
    canvas.write(page.title, 16, centred=True, gap=14)
    for text in page.paragraphs:
        canvas.write(text, 10.5, indent=21)
    canvas.table(([6, 30] + [14] * (len(page.rows[0]) - 2), [[samples.Cell(text) for text in row] for row in page.rows], 1), size=9)
    for text in page.signed:
        canvas.write(text, 10.5, indent=300)
    program = font_program(len(glyphs))
    widths = " ".join("500" if ord(character) < 0x80 else "1000" for character in glyphs)
    name = "".join(chr(65 + seed // 26 ** n % 26) for n in range(6)) + "+SimSun"
    characters = "\n".join(f"<{number:04x}> <{ord(character):04x}>" for character, number in glyphs.items())
    unicode = ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
               "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
               f"{len(glyphs)} beginbfchar\n{characters}\nendbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")

    def packed(data, more=""):
        data = data if isinstance(data, bytes) else zlib.compress(data.encode())
        return f"<</Length {len(data)}/Filter/FlateDecode{more}>>\nstream\n".encode() + data + b"\nendstream"

    title = f"feff{page.title.encode('utf-16-be').hex()}"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)/MarkInfo<</Marked false>>>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {samples.PAGE_WIDTH} {samples.PAGE_HEIGHT}]/Resources<</Font<</F1 5 0 R>>/ProcSet[/PDF/Text]>>/Contents 4 0 R>>".encode(),
        packed("\n".join(canvas.pages[0])),
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 9 0 R>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"
        f"/FontDescriptor 7 0 R/DW 1000/W[1[{widths}]]>>".encode(),
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 8 0 R>>".encode(),
        packed(program, f"/Length1 {len(zlib.decompress(program))}"), packed(unicode),
        f"<</Title<{title}>/Producer(Print to PDF)/CreationDate(D:{page.year}0115090000+08'00')>>".encode()]
    out, offsets = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    return out + (f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(bodies) + 1}/Root 1 0 R/Info {len(bodies)} 0 R>>\n"
                  f"startxref\n{len(out)}\n%%EOF\n").encode()


# ----------------------------------------------------------------------------------------------------- the others

CSS = "".join(f".{name}-{n}{{float:left;width:{60 + n * 7}px;margin:0 {n}px;font:{12 + n % 5}px/1.8 'Microsoft YaHei',SimSun;color:#{n * 1111:06x}}}\n"
              for name in ("nav", "box", "list", "news", "foot") for n in range(1, 9))
SCRIPT = "".join(f"function show{n}(id){{var e=document.getElementById(id);for(var i=0;i<{n + 3};i++){{if(e&&i<e.childNodes.length)"
                 f"{{e.childNodes[i].className='tab'+(i<{n}?'on':'off');}}}}}}\n" for n in range(16))


def html(page, seed):
    r = random.Random(seed)
    link = lambda: f'<li class="nav-{r.randint(1, 8)}"><a href="/{r.randrange(100)}/{r.randrange(10 ** 6)}.html" title="" target="_blank">{corpus.phrase(r, 1, 3)}</a></li>'
    rows = "".join("<tr>" + "".join(f'<td style="border:1px solid #000" align="center"><p><span style="font-size:14px">{text}</span></p></td>'
                                    for text in row) + "</tr>\n" for row in page.rows)
    paragraphs = "".join(f'<p style="text-indent:2em;line-height:2">{text}</p>\n' for text in page.paragraphs)
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="SiteName" content="{page.agency}"><title>{page.title}</title>\n<style>{CSS}</style>'
            f'<script>{SCRIPT}</script></head>\n<body><div class="head"><ul class="nav">{"".join(link() for _ in range(r.randint(10, 40)))}</ul></div>\n'
            f'<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/xxgk/">公开</a></div>\n<div class="content"><h1>{page.title}</h1>\n'
            f'<div class="meta">发布日期：{page.signed[1]}&nbsp;&nbsp;来源：{page.agency}</div>{paragraphs}<table cellspacing="0">{rows}</table>\n'
            f'<p align="right">{page.signed[0]}</p><p align="right">{page.signed[1]}</p></div>\n<div class="side"><ul>{"".join(link() for _ in range(r.randint(5, 25)))}</ul></div>'
            f'<div class="foot">版权所有：{page.agency}<script>show1("a")</script></div></body></html>').encode()


def rtf(page, seed):
    r = random.Random(seed)
    escaped = lambda text: "".join(c if ord(c) < 0x80 else "".join(f"\\'{byte:02x}" for byte in c.encode("gb18030")) for c in text)
    fonts = "".join(f"{{\\f{n}\\fbidi \\fnil\\fcharset134\\fprq2{{\\*\\panose 02010600030101010101}}{escaped(name)};}}" for n, name in enumerate(FONTS * 2))
    colours = "".join(f"\\red{n * 15}\\green{n * 7 % 256}\\blue{n * 31 % 256};" for n in range(17))
    styles = "".join(f"{{\\s{n}\\qj \\li0\\ri0\\nowidctlpar\\wrapdefault\\aspalpha\\aspnum\\faauto\\adjustright\\rin0\\lin0\\itap0 \\rtlch\\fcs1 \\af0\\afs24 "
                     f"\\ltrch\\fcs0 \\fs21\\lang1033\\langfe2052\\kerning2\\loch\\f0\\hich\\af0\\dbch\\af3 \\sbasedon0 \\snext{n} \\spriority{n} {name};}}"
                     for n, name in enumerate(STYLES))
    latent = "".join(f"\\lsdqformat1 \\lsdpriority{n % 100} \\lsdlocked0 {name};" for n, name in enumerate(latent_styles()))
    marks = "".join(f"\\rsid{r.randrange(1 << 24)}" for _ in range(40))
    run = lambda text: (f"{{\\rtlch\\fcs1 \\af0\\afs32 \\ltrch\\fcs0 \\fs32\\lang1033\\langfe2052\\loch\\af5\\hich\\af5\\dbch\\f5\\insrsid{r.randrange(1 << 24)} "
                        f"\\loch\\af5\\hich\\af5\\dbch\\f5 {escaped(text)}}}")
    paragraph = lambda text, place: f"\\pard\\plain \\ltrpar\\s0{place} \\li0\\ri0\\sl560\\slmult0\\nowidctlpar\\wrapdefault\\faauto\\rin0\\lin0\\itap0 {run(text)}\n\\par "
    borders = "".join(f"\\clbrdr{side}\\brdrs\\brdrw10" for side in "tlbr")
    right = [9000 * (n + 1) // len(page.rows[0]) for n in range(len(page.rows[0]))]
    row_set = ("\\trowd \\irow{0}\\irowband{0}\\ltrrow\\ts15\\trgaph108\\trleft-108\\trftsWidth1\\tblrsid1\\tbllkhdrrows "
               + "".join(f"\\clvertalc{borders}\\cltxlrtb\\clftsWidth3\\clwWidth1500\\clshdrawnil \\cellx{edge}" for edge in right))
    table = "".join(row_set.replace("{0}", str(n)) + "\\pard\\plain \\ltrpar\\qc \\li0\\ri0\\nowidctlpar\\intbl\\wrapdefault\\faauto\\rin0\\lin0 "
                    + "".join(run(text) + "\\cell " for text in row) + "\n\\row " for n, row in enumerate(page.rows))
    body = paragraph(page.title, "\\qc") + "".join(paragraph(text, "\\qj\\fi640") for text in page.paragraphs) + table
    body += "".join(paragraph(text, "\\qr") for text in page.signed)
    return (f"{{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0\\stshfdbch3\\deflang1033\\deflangfe2052\\themelang1033{{\\fonttbl{fonts}}}\n"
            f"{{\\colortbl;{colours}}}\n{{\\stylesheet{styles}}}\n{{\\*\\rsidtbl {marks}}}\n{{\\info{{\\title {escaped(page.title)}}}{{\\author {escaped(page.agency)}}}"
            f"{{\\creatim\\yr{page.year}\\mo1\\dy15\\hr9\\min0}}{{\\version3}}{{\\nofpages1}}}}\n{{\\*\\latentstyles\\lsdstimax371{{\\lsdlockedexcept {latent}}}}}\n"
            f"\\paperw11906\\paperh16838\\margl1800\\margr1800\\margt1440\\margb1440 \\ltrsect\n\\sectd \\ltrsect\\linex0{body}\n"
            f"{{\\*\\themedata {zlib.compress(STEADY['word/theme/theme1.xml'].encode()).hex()}}}\\par}}").encode("ascii")


def text(page, seed):
    lines = [page.title, ""] + ["　　" + text for text in page.paragraphs] + [""] + ["  ".join(row) for row in page.rows] + ["", *page.signed, ""]
    return "\r\n".join(lines).encode("gb18030" if seed % 2 else "utf-8")


def csv(page, seed):
    return "\r\n".join(",".join(row) for row in page.rows * 4).encode("gb18030" if seed % 2 else "utf-8-sig") + b"\r\n"


WRITERS = {"docx": docx, "pdf": pdf, "html": html, "rtf": rtf, "txt": text, "csv": csv}
# What an office keeps: mostly what Word wrote and what was printed to PDF.
MIXTURE = ["docx", "pdf", "doc", "html", "docx", "pdf", "txt", "docx", "pdf", "rtf", "docx", "txt", "doc", "html", "pdf", "csv"]
SAVED = 40


class Office:
    """The documents of an office, by number.

    A .doc takes LibreOffice a fifth of a second, so that only SAVED are made, each of which occurs again and again. Without LibreOffice
    their places are taken by RTF.
    """

    def __init__(self):
        self.saved = []
        if shutil.which("soffice"):
            with tempfile.TemporaryDirectory() as folder:
                for seed in range(SAVED):
                    with open(os.path.join(folder, f"{seed:02d}.docx"), "wb") as file:
                        file.write(docx(Page(10 ** 6 + seed), seed))
                subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "doc", "--outdir", folder]
                               + [os.path.join(folder, f"{seed:02d}.docx") for seed in range(SAVED)], check=True, capture_output=True)
                for seed in range(SAVED):
                    with open(os.path.join(folder, f"{seed:02d}.doc"), "rb") as file:
                        self.saved.append(file.read())

    def document(self, number):
        """Extension and bytes."""
        kind = MIXTURE[number % len(MIXTURE)]
        if kind == "doc":
            if self.saved:
                return kind, self.saved[number // 8 % len(self.saved)]
            kind = "rtf"
        return kind, WRITERS[kind](Page(number), number)
