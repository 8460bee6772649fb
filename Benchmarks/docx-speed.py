#!/usr/bin/env python3
"""Time and peak memory of reading a large Word document, beside the floor of libzip and libxml2 with empty handlers.

  docx-speed.py COMMAND…      e.g.  docx-speed.py .build/release/convert --to ndjson

The command is run with the document as last argument; for 200 small documents it gets `-o FOLDER` and all of them. Beside
it python-docx (in this Python) and pandoc read the small ones where they are installed; a missing one is said.
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
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
             'Target="word/document.xml"/></Relationships>')


def cell(text):
    return ('<w:tc><w:tcPr><w:tcW w:w="1134" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p w:rsidR="00A77B3E" '
            'w:rsidRDefault="00A77B3E"><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
            '<w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr><w:t>' + text +
            '</w:t></w:r></w:p></w:tc>')


def write(path, rows, columns, seed):
    numbers = random.Random(seed)
    body = ['<w:tbl><w:tblPr/><w:tblGrid>' + '<w:gridCol w:w="1134"/>' * columns + '</w:tblGrid>']
    for row in range(rows):
        texts = [f"水利设施第{row}项"] + [str(numbers.randrange(10 ** numbers.randrange(1, 9))) for _ in range(columns - 1)]
        body.append('<w:tr>' + ''.join(map(cell, texts)) + '</w:tr>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", HEAD + ''.join(body) + '</w:tbl></w:body></w:document>')


def measure(command, runs=5):
    """The least processor time in seconds and the peak memory in MB."""
    best, peak = float("inf"), 0
    for _ in range(runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
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


def peers(documents, seconds):
    """Times of other programs over the same documents, in one process where they can."""
    if importlib.util.find_spec("docx"):
        other, _ = measure([sys.executable, "-c", PYTHON_DOCX, *documents], runs=1)
        print(f"  python-docx: {other:.3f} s ({other / seconds:.0f} times ours)")
    else:
        print("  python-docx: not installed")
    if shutil.which("pandoc"):
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
            write(large, 20_000, 8, seed=7)
            os._exit(0)
        os.wait()
        size = int(subprocess.check_output([floor, large])) / 1e6
        base, base_peak = measure([floor, large])
        ours, peak = measure(command + [large])
        print(f"20,000 × 8, {size:.0f} MB of XML: floor {base:.3f} s, {base_peak:.0f} MB; "
              f"ours {ours:.3f} s ({ours / base:.2f} times), {peak:.0f} MB")
        small = folder / "small"
        small.mkdir()
        for number in range(200):
            write(small / f"{number:03}.docx", 12, 5, seed=number)
        seconds, _ = measure(command + ["-o", str(folder / "out") + "/", str(small)], runs=1)
        print(f"200 small documents in one process: {seconds:.3f} s")
        peers(sorted(map(str, small.iterdir())), seconds)


if __name__ == "__main__":
    main()
