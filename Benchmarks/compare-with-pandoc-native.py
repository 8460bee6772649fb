#!/usr/bin/env python3
"""Compares our reading of pandoc's test documents with pandoc's own, beside them as .native files.

  compare-with-pandoc-native.py FOLDER COMMAND…     e.g.  compare-with-pandoc-native.py pandoc-reader convert --to json

For each NAME.docx with a NAME.native (or NAME_accept.native) below FOLDER: the words of both texts, as multisets, and the
number of tables with their rows and cells. Prints what only pandoc has (“lost”) and what only we have (“more”); differences
are explained in Documentation/docx.md. Standard library only.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

from document_texts import texts

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPE = re.compile(r'\\(\d+|x[0-9a-fA-F]+|&|.)')
# Strings of the native form that are not text: targets, attributes, formats, classes and field codes.
ATTRIBUTES = re.compile(
    r'\(\s*"(?:[^"\\]|\\.)*"\s*,\s*\[[^\]]*\]\s*,\s*\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]\s*\)', re.S)
TARGET = re.compile(r'\(\s*"(?:[^"\\]|\\.)*"\s*,\s*"(?:[^"\\]|\\.)*"\s*\)', re.S)


def unescape(text):
    def one(match):
        code = match.group(1)
        if code.isdigit():
            return chr(int(code))
        return {"n": "\n", "t": "\t", "&": "", "\\": "\\", '"': '"'}.get(code, code)
    return ESCAPE.sub(one, text)


def native_words(text):
    text = TARGET.sub(" ", ATTRIBUTES.sub(" ", text))
    # A text is the string behind Str, Code, Math or RawInline; citations hold ids and a rendering.
    out = []
    for match in re.finditer(r'\b(Str|Code|CodeBlock|Math\s+\w+)\s*"((?:[^"\\]|\\.)*)"', text):
        out.append(unescape(match.group(2)))
    return words("".join(out))


def words(text):
    """Runs of letters and digits, without marks that programs spell in several ways."""
    folded = unicodedata.normalize("NFKC", text)
    return collections.Counter(character for character in folded if character.isalnum())


def main():
    folder, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return
    same = 0
    differing = []
    for path in sorted(folder.rglob("*.docx")):
        native = next((n for n in (path.with_suffix(".native"), path.with_name(path.stem + "_accept.native"))
                       if n.exists()), None)
        if native is None:
            continue
        theirs = native.read_text(encoding="utf-8")
        result = subprocess.run(command + [str(path)], capture_output=True)
        if not result.stdout.strip():
            differing.append((path.name, "refused", result.stderr.decode("utf-8", "replace").strip()))
            continue
        document = json.loads(result.stdout)
        out, tables = [], [0, 0]
        for block in document["blocks"]:
            out += texts(block)
            if block["type"] == "table":
                tables[0] += 1
                tables[1] += len(block["cells"])
        theirs_tables = [len(re.findall(r'(?<!")\bTable\b(?!")', theirs)), len(re.findall(r'(?<!")\bCell\b(?!")', theirs))]
        ours, wanted = words("".join(out)), native_words(theirs)
        lost, more = wanted - ours, ours - wanted
        if lost or more or tables != theirs_tables:
            show = lambda c: "".join(sorted(c.elements()))[:40]
            differing.append((path.name, f"lost {sum(lost.values())} {show(lost)!r}, more {sum(more.values())} {show(more)!r}",
                              "" if tables == theirs_tables else f"tables/cells ours {tables}, theirs {theirs_tables}"))
        else:
            same += 1
    for row in differing:
        print(" | ".join(row))
    print(f"{same} alike, {len(differing)} differing")


if __name__ == "__main__":
    main()
