#!/usr/bin/env python3
"""Counts the instructions of the release program on fixed inputs and compares them with Benchmarks/budgets.json. Called by script/budgets.

  budgets.py [--convert PROGRAM] [--record]

Instructions hardly depend on what else a machine does: two runs differ by a few thousandths. They do depend on the compiler and on the
libraries, so the file says what it was made with; where that differs, the figures are printed but nothing fails. With --record the file is
written anew. The exit status is 1 where an input takes over 5 % more instructions than its budget. Needs valgrind and cc.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import corpus

HERE = pathlib.Path(__file__).parent
FILE = HERE / "budgets.json"
TOLERANCE = 1.05


def inputs(folder):
    """(name, arguments): a report of the samples in each format that it has, larger ones from seeds, what LibreOffice made of a page."""
    seeds = HERE.parent / "FuzzTesting" / "Corpus"
    report = corpus.large(7, 300)
    made = []
    for kind in corpus.KINDS:
        path = folder / f"large.{kind}"
        corpus.write(path, kind, report)
        made.append((f"300 table rows, {kind}", ["--to", "json", path]))
    return [("start", ["--version"]), *made,
            ("office page, doc", ["--to", "json", seeds / "FuzzDoc" / "office.doc"]),
            ("office page, rtf", ["--to", "json", seeds / "FuzzRTF" / "office.rtf"]),
            ("300 table rows, docx to workbook", ["--to", "xlsx", "-o", folder / "out.xlsx", folder / "large.docx"])]


def prepared(program, folder):
    """A copy of the program that valgrind can run, and the library to load before it, both in a folder."""
    # Valgrind cannot read the debugging information of Swift programs.
    copy, preloaded = folder / "convert", folder / "sigsuspend.so"
    subprocess.run(["strip", "-g", "-o", copy, program], check=True)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", preloaded, HERE / "sigsuspend.c"], check=True)
    return copy, preloaded


def instructions(command, preloaded):
    """The instructions of a run, by cachegrind; `command` begins with the copy made by `prepared`."""
    run = subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *map(str, command)],
                         env={**os.environ, "LD_PRELOAD": str(preloaded)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"I +refs: +([\d,]+)", run.stderr)
    if not found:
        sys.exit(f"{command} did not run:\n{run.stderr[-2000:]}")
    return int(found.group(1).replace(",", ""))


def made_with():
    """What the figures depend on besides the program's sources."""
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()
    libraries = subprocess.run(["pkg-config", "--modversion", "poppler", "zlib"], capture_output=True, text=True).stdout.split()
    return {"compiler": re.sub(r" \(.*", "", swift[0]) if swift else "", "libc": os.confstr("CS_GNU_LIBC_VERSION"),
            "poppler, zlib": " ".join(libraries)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--convert", default=str(HERE.parent / ".build-install/release/convert"))
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is needed")
    budgets = json.loads(FILE.read_text()) if FILE.exists() else {"instructions": {}}
    here = made_with()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        program, preloaded = prepared(options.convert, folder)
        counted = {name: instructions([program, *arguments], preloaded) for name, arguments in inputs(folder)}
    worse = 0
    for name, count in counted.items():
        budget = budgets["instructions"].get(name)
        change = f"{100 * count / budget - 100:+.1f} %" if budget else "no budget"
        print(f"{name:36} {count / 1e6:10.1f} million  {change}")
        worse += bool(budget) and count > budget * TOLERANCE
    if options.record:
        FILE.write_text(json.dumps({"madeWith": here, "instructions": counted}, indent=2) + "\n")
    elif budgets.get("madeWith") != here:
        print(f"The budgets were made with {budgets.get('madeWith')}, this is {here}: nothing fails.")
    elif worse:
        sys.exit(f"{worse} inputs take over 5 % more instructions than their budget.")


if __name__ == "__main__":
    main()
