#!/usr/bin/env python3
"""Compares the text and tables that `convert` reads from .doc and .rtf files with those that LibreOffice reads.

  compare-with-libreoffice.py [--convert PROGRAM] [--limit SECONDS] [--worst N] FILE…

Files that are neither .doc nor .rtf (.docx, .odt, .html) are first saved as both by LibreOffice: that is how documents of many writers
come together where there are few of the old formats. Per file: how much of LibreOffice's text we have (recall) and how much of ours it has (precision), both as pairs of
neighbouring characters without spaces, tracked changes and hidden text shown, as its export does; and whether both see the same tables (rows of top-level tables, from its HTML). Needs
soffice on the PATH. Standard library only.
"""
import argparse
import collections
import html.parser
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile

BLANK = re.compile(r"[\s\u200b\ufeff\u00a0\u3000\u00ad]+")


def pairs(text):
    text = BLANK.sub("", text)
    return collections.Counter(text[i:i + 2] for i in range(len(text) - 1)) if len(text) > 1 else collections.Counter([text])


class Tables(html.parser.HTMLParser):
    """The number of rows of each top-level table of a page, in order."""

    def __init__(self):
        super().__init__()
        self.depth = 0
        self.rows = []

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.rows.append(0)
        elif tag == "tr" and self.depth == 1:
            self.rows[-1] += 1

    def handle_endtag(self, tag):
        if tag == "table":
            self.depth = max(0, self.depth - 1)


def run_soffice(kind, files, folder, limit):
    """One run of LibreOffice; after the limit in seconds the whole process group ends, since its launcher only waits for another program."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir",
               f"{folder}/{kind.split(':')[0]}", *files]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def soffice(kind, files, folder, limit):
    """Converts in batches, then what is missing file by file: one that LibreOffice hangs or crashes at takes no other along."""
    extension = kind.split(":")[0]

    def missing(some):
        return [path for path in some
                if not os.path.exists(f"{folder}/{extension}/{os.path.splitext(os.path.basename(path))[0]}.{extension}")]

    for start in range(0, len(files), 25):
        batch = files[start:start + 25]
        run_soffice(kind, batch, folder, limit + 2 * len(batch))
        for path in missing(batch):
            run_soffice(kind, [path], folder, limit)
    for path in missing(files):
        print(f"LibreOffice makes no .{extension} of {os.path.basename(path)} within {limit} seconds")


def old_formats(paths, folder, limit):
    """The .doc and .rtf files among paths, and the others saved as both; under names of their own, since stems repeat."""
    files, others = [], []
    for number, path in enumerate(paths):
        stem, extension = os.path.splitext(os.path.basename(path))
        old = extension.lower() in (".doc", ".wps", ".rtf")
        name = f"{folder}/in/{number:04}-{stem}{extension}"
        shutil.copy(path, name)
        (files if old else others).append(name)
    for kind in ("doc", "rtf") if others else ():
        os.makedirs(f"{folder}/{kind}", exist_ok=True)
        soffice(kind, others, folder, limit)
        for name in sorted(os.listdir(f"{folder}/{kind}")):
            # One folder holds both, and so must the names of what is read from them.
            stem, extension = os.path.splitext(name)
            os.rename(f"{folder}/{kind}/{name}", f"{folder}/in/{stem}-{kind}{extension}")
            files.append(f"{folder}/in/{stem}-{kind}{extension}")
    return files


def our_text(blocks):
    """All text in order, notes and text boxes apart: LibreOffice's text export leaves those out."""
    main, aside = [], []
    for block in blocks:
        kind = block["type"]
        if kind == "table":
            for cell in block["cells"]:
                if cell.get("blocks"):
                    inner, beside = our_text(cell["blocks"])
                    main += inner
                    aside += beside
                else:
                    main.append(cell.get("label", "") + cell.get("text", ""))
        elif kind == "aside":
            inner, beside = our_text(block["blocks"])
            aside += inner + beside
        elif kind != "figure":
            main.append(block.get("label", "") + block.get("text", ""))
    return main, aside


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--convert", default="./script/convert")
    parser.add_argument("--limit", type=int, default=30, help="seconds that LibreOffice gets for one file")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/in")
        files = old_formats(options.files, folder, options.limit)
        soffice("txt:Text (encoded):UTF8", files, folder, options.limit)
        soffice("html", files, folder, options.limit)
        for path in files:
            stem = os.path.splitext(os.path.basename(path))[0]
            try:
                theirs = open(f"{folder}/txt/{stem}.txt", encoding="utf-8-sig").read()
                page = open(f"{folder}/html/{stem}.html", encoding="utf-8", errors="replace").read()
            except FileNotFoundError:
                continue
            run = subprocess.run([options.convert, "--changes", "all", "--hidden-text", "--to", "json", path], capture_output=True,
                                 timeout=options.limit)
            if not run.stdout.strip():
                print(f"failed: {path}: {run.stderr.decode()[-200:]}")
                results.append((0, 0, False, path))
                continue
            blocks = json.loads(run.stdout)["blocks"]
            main_text, aside_text = our_text(blocks)
            ours, also, reference = pairs("".join(main_text)), pairs("".join(aside_text)), pairs(theirs)
            common = sum((reference & (ours + also)).values())
            tables = Tables()
            tables.feed(page)
            our_rows = [block["rows"] for block in blocks if block["type"] == "table"]
            recall = common / max(1, sum(reference.values()))
            precision = sum((reference & ours).values()) / max(1, sum(ours.values()))
            results.append((recall, precision, our_rows == tables.rows, path, our_rows, tables.rows))
    count = max(1, len(results))
    print(f"{len(results)} of {len(files)} files: recall {sum(r[0] for r in results) / count:.4f}, "
          f"precision {sum(r[1] for r in results) / count:.4f}, same tables {sum(r[2] for r in results)}")
    for result in sorted(results, key=lambda r: (min(r[0], r[1]), r[3]))[:options.worst]:
        print(f"  {result[0]:.3f} {result[1]:.3f} {result[3]}")
    for result in results:
        if not result[2]:
            print(f"  tables differ: {result[3]} ours {result[4:5]} theirs {result[5:]}")


if __name__ == "__main__":
    main()
