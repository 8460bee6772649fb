#!/usr/bin/env python3
"""Time and peak memory of reading PDF files, beside `pdftotext -bbox` over the same files in the same run.

  pdf-speed.py [--command 'path/to/convert --to ndjson'] [--pages 1000] [--runs 3] [FOLDER…]

Three questions, each answered in processor seconds (user and system) of the best run:
  small files   40 generated reports of three pages, and the PDF files below each FOLDER: one process a file, as `pdftotext` has it, and one
                process for all of them, as batches have it
  large file    a generated file of ruled pages: peak memory (target: below 150 MB at 1,000 pages), and how much ten times the pages cost
                (target: at most 11 times); once as one table over all pages, once with a heading on each page, which keeps tables apart
  start         the program without a document
pdfplumber and camelot are measured on the first FOLDER too where they are installed. Standard library only; needs pdftotext.
"""
import argparse
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import zlib

PEERS = {
    "pdfplumber": "import sys, pdfplumber\nfor f in sys.argv[1:]:\n  with pdfplumber.open(f) as d:\n    for p in d.pages: p.extract_tables()",
    "camelot": "import sys, camelot\nfor f in sys.argv[1:]: camelot.read_pdf(f, pages='all')",
}

HEADING = "works roads schools water bridges parks housing lights drains markets clinics archives".split()


def ruled_page(r, number, rows, columns, has_heading):
    """A page of a ruled table, its lines as strokes; the heading keeps it from going on on the next page."""
    left, width, height, top = 50, 500 / columns, 17, 790
    parts = ["0.5 w"]
    if has_heading:
        # Of other words on each page: what differs in its numbers alone is a running head, over which tables go on.
        parts.append("BT /F1 12 Tf 50 815 Td (%d. %s) Tj ET" % (number, " ".join(r.sample(HEADING, 5)).capitalize()))
    for row in range(rows + 1):
        parts.append("%d %d m 550 %d l S" % (left, top - height * row, top - height * row))
    for column in range(columns + 1):
        parts.append("%.1f %d m %.1f %d l S" % (left + width * column, top, left + width * column, top - height * rows))
    for row in range(rows):
        for column in range(columns):
            text = "Item %d" % (number * rows + row) if column == 0 else str(r.randrange(10 ** r.randrange(1, 7)))
            parts.append("BT /F1 9 Tf %.1f %d Td (%s) Tj ET" % (left + width * column + 3, top - height * (row + 1) + 5, text))
    return "\n".join(parts)


def write(path, pages, rows=40, columns=8, has_heading=False):
    r = random.Random(11)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for number in range(pages):
        content = zlib.compress(ruled_page(r, number, rows, columns, has_heading).encode())
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (pages, b" ".join(kids))
    with open(path, "wb") as file:
        file.write(b"%PDF-1.7\n")
        offsets = []
        for index, body in enumerate(objects):
            offsets.append(file.tell())
            file.write(b"%d 0 obj\n%b\nendobj\n" % (index + 1, body))
        start = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        file.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
        file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def measure(command, runs):
    """Processor seconds of the best run, and the largest peak memory in MB."""
    best, peak = float("inf"), 0
    for _ in range(runs):
        # The pid is waited for by hand: only so is the memory that of this process alone.
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit("%s ended with status %d" % (command[0], process.returncode))
        best = min(best, usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss / 1024)
    return best, peak


def small_files(name, files, convert, runs):
    reference = sum(measure(["pdftotext", "-bbox", file, os.devnull], runs)[0] for file in files)
    each = sum(measure(convert + [file], runs)[0] for file in files)
    together, peak = measure(convert + files, runs)
    print("%-28s %4d files   pdftotext -bbox %.3f s" % (name, len(files), reference))
    print("    one process a file    %.3f s   %.2f times pdftotext" % (each, each / reference))
    print("    one process for all   %.3f s   %.2f times pdftotext   %.0f MB" % (together, together / reference, peak))


def large_file(folder, pages, convert, runs):
    for name, has_heading in (("one table over all pages", False), ("a table on each page", True)):
        small, large = (str(folder / ("%d-%d.pdf" % (count, has_heading))) for count in (pages // 10, pages))
        write(small, pages // 10, has_heading=has_heading)
        write(large, pages, has_heading=has_heading)
        few, _ = measure(convert + [small], runs)
        many, peak = measure(convert + [large], runs)
        reference, _ = measure(["pdftotext", "-bbox", large, os.devnull], runs)
        print("%-28s %4d pages   pdftotext -bbox %.3f s" % (name, pages, reference))
        print("    %.3f s   %.2f times pdftotext   %.2f times a tenth of the pages   %.0f MB"
              % (many, many / reference, many / few, peak))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default=".build/release/convert --to ndjson")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    options = parser.parse_args()
    convert = shlex.split(options.command)
    if not shutil.which("pdftotext"):
        sys.exit("pdftotext is not installed (package poppler-utils)")
    start, _ = measure([convert[0], "--version"], 3 * options.runs)
    reference, _ = measure(["pdftotext", "-v"], 3 * options.runs)
    print("start                        %.4f s   pdftotext %.4f s" % (start, reference))
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        reports = [str(folder / ("report-%02d.pdf" % number)) for number in range(40)]
        for number, path in enumerate(reports):
            write(path, 3, rows=10 + number % 30, columns=3 + number % 8, has_heading=True)
        small_files("generated reports", reports, convert, options.runs)
        for given in options.folders:
            files = sorted(str(path) for path in pathlib.Path(given).rglob("*.pdf"))
            if files:
                small_files(given.rstrip("/").rsplit("/", 1)[-1], files, convert, options.runs)
        large_file(folder, options.pages, convert, options.runs)
    for name, script in PEERS.items():
        files = sorted(str(path) for given in options.folders[:1] for path in pathlib.Path(given).rglob("*.pdf"))
        if files and subprocess.run([sys.executable, "-c", "import " + name], stderr=subprocess.DEVNULL).returncode == 0:
            print("%-28s %.3f s on %s" % (name, measure([sys.executable, "-c", script] + files, 1)[0], options.folders[0]))


main()
