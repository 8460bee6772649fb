#!/usr/bin/env python3
"""Checks small Word documents against what is stated of them in a file beside them.

  docx-probes.py FOLDER COMMAND…      e.g.  docx-probes.py probes convert --to json --headers

FOLDER holds NAME.docx files and probes.json, an object by NAME of what must hold of the JSON that COMMAND prints:
  keep         texts that must come out;           drop  texts that must not;    once  texts that must come out once
  table        cells of the first table as [text, row, column, row span, column span];   table_any  of any table
  header_rows  the header rows of the first table; near  [label, text] pairs that must stand in one block or line
Standard library only. Skips, saying so, where the folder is not there. Exit status 1 where a probe fails.
"""
import json
import pathlib
import subprocess
import sys


def tables(blocks):
    for block in blocks:
        if block["type"] == "table":
            yield block
        for cell in block.get("cells", []):
            yield from tables(cell.get("blocks", []))
        yield from tables(block.get("blocks", []))


def lines(blocks):
    """Each block as displayed: its label and its text; of cells with blocks only those."""
    for block in blocks:
        for cell in block.get("cells", []):
            if cell.get("blocks"):
                yield from lines(cell["blocks"])
            else:
                yield shown(cell)
        if "cells" not in block:
            yield shown(block)
        yield from lines(block.get("blocks", []))


def shown(piece):
    return (piece.get("label") or "") + " " + piece.get("text", "")


def grid(table):
    return sorted([c.get("text", ""), c["row"], c["column"], c.get("rowSpan", 1), c.get("columnSpan", 1)]
                  for c in table["cells"] if c.get("text", ""))


def faults(probe, blocks):
    texts = list(lines(blocks))
    whole = "\n".join(texts)
    found = list(tables(blocks))
    for text in probe.get("keep", []):
        if text not in whole:
            yield f"{text!r} is lost"
    for text in probe.get("drop", []):
        if text in whole:
            yield f"{text!r} comes out"
    for text in probe.get("once", []):
        if whole.count(text) != 1:
            yield f"{text!r} comes out {whole.count(text)} times"
    for label, text in probe.get("near", []):
        if not any(label in line and text in line for line in texts):
            yield f"{label!r} does not stand by {text!r}"
    if "table" in probe and (not found or grid(found[0]) != sorted(probe["table"])):
        yield f"table {grid(found[0]) if found else None}"
    if "table_any" in probe and not any(grid(table) == sorted(probe["table_any"]) for table in found):
        yield "no such table"
    if "header_rows" in probe and (not found or found[0]["headerRows"] != probe["header_rows"]):
        yield f"header rows {found[0]['headerRows'] if found else None}"


def main():
    folder, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    if not (folder / "probes.json").exists():
        print(f"skipped: {folder} has no probes.json")
        return
    probes = json.loads((folder / "probes.json").read_text(encoding="utf-8"))
    wrong = 0
    for name, probe in sorted(probes.items()):
        result = subprocess.run(command + [str(folder / f"{name}.docx")], capture_output=True)
        if not result.stdout.strip():
            problems = ["refused: " + result.stderr.decode("utf-8", "replace").strip()]
        else:
            problems = list(faults(probe, json.loads(result.stdout)["blocks"]))
        wrong += bool(problems)
        for problem in problems:
            print(f"{name}: {problem}")
    print(f"{len(probes) - wrong} of {len(probes)} probes right")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
