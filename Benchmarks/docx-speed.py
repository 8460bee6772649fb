#!/usr/bin/env python3
"""Time and peak memory of reading a large Word document and 200 small ones, beside the floor of libzip and libxml2 with empty handlers.

  docx-speed.py COMMAND…      e.g.  docx-speed.py .build/release/convert --to ndjson

The command is run with the document as last argument, as its users run it: with the start of the program and the digest of
the file. 200 small documents follow, in one process (their folder as argument) and as a batch (with `-o`); their floor is one
process over the two parts of text that each of them has. Beside it python-docx (in this Python) and pandoc read the small ones
where they are installed; a missing one is said.
Times are processor time (user and system), the best of five runs. Needs cc, libzip and libxml2 with their headers.
"""
import importlib.util
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile

HEAD = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>')
TYPES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
         '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/word/document.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def cell(text):
    return ('<w:tc><w:tcPr><w:tcW w:w="1134" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p w:rsidR="00A77B3E" '
            'w:rsidRDefault="00A77B3E"><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
            '<w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr><w:t>' + text +
            '</w:t></w:r></w:p></w:tc>')


def table(rows, columns, numbers):
    yield '<w:tbl><w:tblPr/><w:tblGrid>' + '<w:gridCol w:w="1134"/>' * columns + '</w:tblGrid>'
    for row in range(rows):
        texts = [f"水利设施第{row}项"] + [str(numbers.randrange(10 ** numbers.randrange(1, 9))) for _ in range(columns - 1)]
        yield '<w:tr>' + ''.join(map(cell, texts)) + '</w:tr>'
    yield '</w:tbl>'


def paragraph(text, style):
    return (f'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{text}</w:t></w:r></w:p>')


def styles(numbers):
    """As many styles as Word writes into every document, with the names of its hidden ones: about 30 KB."""
    yield HEAD.replace("<w:document", "<w:styles").replace("<w:body>", "") + '<w:latentStyles>'
    yield from (f'<w:lsdException w:name="style {n}" w:semiHidden="1" w:uiPriority="{n % 99}"/>' for n in range(370))
    yield '</w:latentStyles>'
    for n in range(30):
        yield (f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="{f"heading {n}" if 0 < n < 4 else f"Style {n}"}"/>'
               f'<w:basedOn w:val="s{max(0, n - 1)}"/><w:pPr><w:spacing w:line="{numbers.randrange(200, 400)}"/></w:pPr></w:style>')
    yield '</w:styles>'


def save(path, body, parts=()):
    """A package with these pieces of XML in its body, and parts by name and kind."""
    links = ''.join(f'<Relationship Id="p{number}" Type="{KINDS}{kind}" Target="{name}"/>'
                    for number, (name, kind, _) in enumerate(parts))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", LINKS.format(f'<Relationship Id="a" Type="{KINDS}officeDocument" Target="word/document.xml"/>'))
        archive.writestr("word/_rels/document.xml.rels", LINKS.format(links))
        archive.writestr("word/document.xml", HEAD + ''.join(body) + '</w:body></w:document>')
        for name, _, xml in parts:
            archive.writestr("word/" + name, xml)


TEXT = "word/document.xml"
STYLES = "word/styles.xml"


def save_large(path):
    save(path, table(20_000, 8, random.Random(7)))


def save_small(path, seed):
    """Two pages as offices write them: three headings, thirty paragraphs, a table of 12 rows and 5 columns."""
    numbers = random.Random(seed)
    body = []
    for number in range(33):
        style, length = (f"s{number // 11 + 1}", 12) if number % 11 == 0 else ("s5", numbers.randrange(40, 160))
        body.append(paragraph(''.join(chr(numbers.randrange(0x4E00, 0x9FA5)) for _ in range(length)), style))
    body[20:20] = table(12, 5, numbers)
    save(path, body, [("styles.xml", "styles", ''.join(styles(numbers)))])


def measure(command, runs=5):
    """The least processor time in seconds and the peak memory in MB; a command that fails ends the script."""
    best, peak = float("inf"), 0
    for _ in range(runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"failed: {' '.join(map(str, command[:6]))}")
        best = min(best, usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss / 1024)
    return best, peak


# Every paragraph and cell of the documents, as a program that uses python-docx would take them.
PYTHON_DOCX = """
import sys, docx
for path in sys.argv[1:]:
    document = docx.Document(path)
    [paragraph.text for paragraph in document.paragraphs]
    [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
"""


def peers(documents, seconds, floor):
    """Times of other programs over the same documents, in one process where they can."""
    if importlib.util.find_spec("docx"):
        other, _ = measure([sys.executable, "-c", PYTHON_DOCX, *documents], runs=3)
        print(f"  python-docx: {other:.3f} s ({other / seconds:.0f} times ours, {other / floor:.0f} times the floor)")
    else:
        print("  python-docx: not installed")
    if shutil.which("pandoc"):
        other, _ = measure(["pandoc", "-t", "json", *documents], runs=3)
        print(f"  pandoc, all in one process: {other:.3f} s ({other / seconds:.0f} times ours)")
        other = sum(measure(["pandoc", "-t", "json", document], runs=1)[0] for document in documents)
        print(f"  pandoc, a process each: {other:.3f} s ({other / seconds:.0f} times ours)")
    else:
        print("  pandoc: not installed")


def main():
    command = sys.argv[1:]
    here = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        flags = shlex.split(subprocess.check_output(["pkg-config", "--cflags", "--libs", "libzip", "libxml-2.0"], text=True))
        floor = folder / "floor"
        subprocess.run(["cc", "-O2", str(here / "docx-floor.c"), "-o", str(floor), *flags], check=True)
        large = folder / "large.docx"
        # In a process of its own: the peak of a child counts what its parent held when it was forked.
        if os.fork() == 0:
            save_large(large)
            os._exit(0)
        os.wait()
        size = int(subprocess.check_output([floor, TEXT, large])) / 1e6
        base, base_peak = measure([floor, TEXT, large])
        ours, peak = measure(command + [large])
        print(f"20,000 × 8, {size:.0f} MB of XML: floor {base:.3f} s, {base_peak:.0f} MB; "
              f"ours {ours:.3f} s ({ours / base:.2f} times), {peak:.0f} MB")
        small = folder / "small"
        small.mkdir()
        for number in range(200):
            save_small(small / f"{number:03}.docx", seed=number)
        documents = sorted(map(str, small.iterdir()))
        base, _ = measure([floor, f"{TEXT},{STYLES}", *documents])
        seconds, _ = measure(command + [str(small)])
        kilobytes = sum(file.stat().st_size for file in small.iterdir()) // 200 // 1024
        print(f"200 small documents ({kilobytes} KB each) in one process: floor {base:.3f} s, ours {seconds:.3f} s ({seconds / base:.2f} times)")
        batch, _ = measure(command + ["-o", str(folder / "out") + "/", "--on-exists", "replace", str(small)])
        print(f"the same as a batch into a folder, in worker processes: {batch:.3f} s")
        peers(documents, seconds, base)


if __name__ == "__main__":
    main()
