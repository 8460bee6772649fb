#!/usr/bin/env python3
"""Makes the seed corpus of the fuzz targets: FuzzTesting/Corpus/TARGET/…; its results are checked in.

  make-seeds.py [FOLDER]

Seeds are small and hold one of each thing that a parser knows. The Word binary and the RTF of an office come from LibreOffice (soffice
on the PATH), from the page below; where it is missing, those stay as they are. All else needs the standard library only.
"""
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "Corpus")

PAGE = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>Report of an Office</title>
<style>td.n{text-align:right} .x{display:none}</style></head><body><h1>Report</h1><p>One&nbsp;<b>bold</b> &amp; 公开<sup>2</sup></p>
<ol start="3"><li>three<ul><li>inner</ul><li>four</ol><table border="1"><caption>Counts</caption><thead><tr><th rowspan="2">Item
<th colspan="2">Number<tr><th>new<th>old</thead><tr><td>a<td class="n">1<td>2<tr><td colspan="3"><table><tr><td>in</td></tr></table>
</table><p class="x">hidden<p>end<br>of it</body></html>"""

OFFICE_PAGE = """<html><head><meta charset="utf-8"><title>R</title></head><body><h1>Report</h1><p>公开 text<a class="sdfootnoteanc"
name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><ol><li>one</li><li>two</li></ol><table border="1"><tr><td rowspan="2">a</td>
<td colspan="2">b</td></tr><tr><td>c<table><tr><td>d</td></tr></table></td><td>12</td></tr></table><p>end</p></body></html>"""

RTF = {
    "text": r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset2 Symbol;}}{\stylesheet{\s1\outlinelevel0 "
            r"heading 1;}{\s2\sbasedon1 Mine;}}{\info{\title T}{\author A}{\creatim\yr2009\mo3\dy1\hr8\min5}}\pard\s2 Head\par\pard\uc1 "
            r"\u20844?\'b9\'ab{\f2\'b7}{\v no}{\deleted gone}{\revised new}\par{\footnote\chftn Note}{\header Top\par}\bin3 abc\par}",
    "table": r"{\rtf1\trowd\trhdr\trleft0\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\intbl a\cell b\cell\cell\row\trowd\clvmrg\cellx1000"
             r"\cellx2000\cellx3000\pard\intbl\cell{\itap2 n\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}}c\cell d\cell\row\pard}",
    "list": r"{\rtf1{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable"
            r"{\listoverride\listid7\ls1}}\pard\ls1\ilvl0{\listtext 1.\tab}one\par two\par}",
    "field": r"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\field{\*\fldinst{ EQ \\f(1,2)}}{\fldrslt}}{\field{\*\fldinst FORMDROPDOWN "
             r"{\*\formfield{\fftype2\ffres1{\*\ffl one}{\*\ffl two}}}}{\fldrslt}}{\shp{\*\shpinst{\shptxt Box\par}}{\shprslt x}}"
             r"{\mmath{\*\moMath{\mf{\mnum{\mr a}}{\mden{\mr b}}}{\msSup{\me{\mr x}}{\msup{\mr 2}}}}}{\pict\bin2 {}}\par}",
}

TEXT = {
    "tabs": "年度报告\n一、概况\n文字，文字。\n\t项目\n\t新\n\t旧\n\n\t甲\n\t1\n\t2\n\n二、结束\n",
    "aligned": "Report\n\nItem        new     old\n----------  ----  ------\nroads          1      20\nrivers        12       3\n\nWrapped text goes on\nin the next line.\n",
    "csv": 'item,new,old\n"a, ""b""",1,2\n=1+1,-3,\n',
    "boxes": "┌──┬──┐\n│a │b │\n├──┼──┤\n│1 │2 │\n└──┴──┘\n",
    "markdown": "# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. one\n2. two\n",
}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
DOCX = "\0".join([
    f'<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Head'
    '</w:t><w:tab/><w:br/><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid><w:tr>'
    '<w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
    '</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    '</w:tc></w:tr></w:tbl><w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:fldChar '
    'w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>'
    '</m:oMath></w:p></w:body></w:document>',
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>', "", "",
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title>T</dc:title></cp:coreProperties>',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
])

MHTML = ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=\"gb2312\"\r\n"
         "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=B9=AB a=3Db<table><tr><td>1</table>\r\n--x--\r\n")

JSON = ('{"schema":"convert.document/1","source":{"name":"a","format":"text","bytes":1},"metadata":{"title":"T"},"blocks":[{"type":"heading","level":1,'
        '"text":"H","origin":{"lines":[1,1],"evidence":"stated"}},{"type":"listItem","label":"1.","level":0,"text":"x","origin":{"page":1,"box":[0,0,1.5,2],'
        '"evidence":"aligned"}},{"type":"table","rows":2,"columns":2,"headerRows":1,"stubColumns":0,"origin":{"lines":[2,3],"evidence":"stated"},"cells":'
        '[{"row":0,"column":0,"rowSpan":1,"columnSpan":2,"kind":"columnHeader","text":"a\\u516c","origin":{"lines":[2,2],"evidence":"stated"}},{"row":1,'
        '"column":0,"kind":"data","text":"1","origin":{"lines":[3,3],"evidence":"stated"}}]}],"findings":[]}')

PROFILE = ('{"schema":"convert.profile/1","id":"p","title":"P","language":"en","identification":{"titles":["Report"]},"forms":[{"id":"f","title":"F",'
           '"tables":[{"id":"t","caption":"counts","columns":[{"id":"new","label":"column 1"},{"id":"old","label":"column 2"}],"rows":[{"id":"a","label":"row 1"},'
           '{"id":"b","label":"row 2"}]}],"rules":[{"id":"r","rule":"t.a.new + t.b.new = 3"}]}]}')

FRAMES = ('\x07{"protocol":"1","type":"hello"}\n{"bytes":5,"job":7,"part":"t1","type":"output","writer":0}\na,b,c{"job":7,"bytes":2,"type":"outcome"}\n{}')


def pdf():
    """One page with text, rulings, a filled rectangle, an image, marked content and a form."""
    content = ("BT /F1 12 Tf 72 720 Td (Report of an Office) Tj 0 -20 Td [(It)-20(em)] TJ ET 1 w 72 690 m 300 690 l S 72 670 228 20 re S 180 670 m 180 690 l S "
               "0.9 g 72 650 228 20 re f q 1 0 0 1 80 655 cm /P <</MCID 0>> BDC BT /F1 10 Tf (1 234) Tj ET EMC Q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI").encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/StructParents 0>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>", b"<</Type/StructElem/S/Table/P 6 0 R/Pg 3 0 R/K[0]>>"]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R/Info<</Title(T)>>>>startxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


RECORDS = {
    "journal": """\
{"command":"b530a344012784c768d1ed341aa17931376f2c7b25cbea8f00acd17bb37bb293"}
{"identity":{"modified":1795271292052695281,"size":10240},"input":"in/0.tar","line":{"findings":0,"format":"text","milliseconds":1,"outputs":["out/0.tar/1.txt.txt"],"sha256":"b640e840b19d378660b32fb51ae18d67dccb4a8596a29e7bd72c1b2ae5928f41","source":"in/0.tar!1.txt","status":"converted"},"member":0}
{"identity":{"modified":1795271292052695281,"size":10240},"input":"in/0.tar","line":{"findings":0,"format":"tar","milliseconds":0,"outputs":[],"sha256":"5eac6d8b23b82867f49632c7142d833b90ce29dab76e66b6a762d96b35ef2672","source":"in/0.tar","status":"converted"}}
{"identity":{"modified":1795271292031336499,"size":6},"input":"in/1.txt","line":{"findings":0,"format":"text","milliseconds":0,"outputs":["out/1.txt.txt"],"sha256":"b640e840b19d378660b32fb51ae18d67dccb4a8596a29e7bd72c1b2ae5928f41","source":"in/1.txt","status":"converted"}}
""",
    "messages": """\
{"arguments":["in","-o","out"]}
{"input":{"name":"in/a.zip","rawName":[105,110],"relativePath":"a.zip"},"job":1,"lost":[{"entry":2,"failure":{"code":"crashed","sentence":"reading it crashed"},"status":"crashed"}],"start":3}
{"name":"a.zip!b","path":"b","position":0}
{"name":"a","outputs":["o/a.txt"],"remarks":[{"sentence":"s","severity":"warning"}],"sha256":"00","status":"partial"}
""",
}


def archive(folder):
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, data, method in [("a.txt", "text " * 20, zipfile.ZIP_DEFLATED), ("目录/b.txt", "x", zipfile.ZIP_STORED)]:
            file.writestr(zipfile.ZipInfo(name), data, method)
    return path.read_bytes()


def write(target, name, data):
    (FOLDER / target).mkdir(parents=True, exist_ok=True)
    (FOLDER / target / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def tar(mode, zipped):
    """A text, the archive given, a link, and a name that leads out of its folder."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=f"w:{mode}") as archive:
        for name, data in (("one.txt", b"first"), ("deep/inner.zip", zipped), ("../out.txt", b"out")):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "one.txt"
        archive.addfile(link)
    return packed.getvalue()


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, text in RTF.items():
            write("FuzzRTF", name, text)
        for name, text in TEXT.items():
            write("FuzzText", name, text)
        write("FuzzText", "gb18030", TEXT["tabs"].encode("gb18030"))
        write("FuzzText", "utf-16", TEXT["csv"].encode("utf-16"))
        write("FuzzText", "big5", "年度報告，公開。\n".encode("big5"))
        write("FuzzHTML", "page", PAGE)
        write("FuzzHTML", "mhtml", MHTML)
        write("FuzzDocx", "parts", DOCX)
        write("FuzzJSON", "document", JSON)
        write("FuzzProfile", "profile", PROFILE)
        write("FuzzFrames", "frames", FRAMES)
        for name, text in RECORDS.items():
            write("FuzzRecords", name, text)
        write("FuzzPDF", "page", pdf())
        zipped = archive(folder)
        write("FuzzZip", "archive", zipped)
        write("FuzzZip", "truncated", zipped[:-40])
        # The first byte is the position of the format among those of the target.
        write("FuzzArchive", "zip", b"\0" + zipped)
        for position, mode in ((2, ""), (4, "bz2"), (5, "xz")):
            write("FuzzArchive", f"tar{mode}", bytes([position]) + tar(mode, zipped))
        if shutil.which("soffice"):
            (folder / "page.html").write_text(OFFICE_PAGE)
            for kind, target in (("doc:MS Word 97", "FuzzDoc"), ("rtf:Rich Text Format", "FuzzRTF")):
                subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=HTML (StarWriter)", "--convert-to",
                                kind, "--outdir", str(folder), str(folder / "page.html")], check=True, capture_output=True)
                extension = kind.split(":")[0]
                write(target, f"office.{extension}", (folder / f"page.{extension}").read_bytes())


main()
