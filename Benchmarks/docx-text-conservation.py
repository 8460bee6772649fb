#!/usr/bin/env python3
"""Checks that no visible text of Word documents is lost or read twice.

  docx-text-conservation.py FOLDER COMMAND…      e.g.  docx-text-conservation.py corpus convert --to json --headers

COMMAND is run on each .docx below FOLDER and must print the JSON of the document. The script reads the parts itself: the
text of w:t runs of the body and of the notes and comments that the body refers to, minus deleted, moved-away and hidden
runs and the second branch of alternative content. The two are compared as multisets of words without blanks: a run counts
as kept when its text is found in the output as often as in the file. Prints per document what differs, then the share.
Standard library only. Exit status 1 below 99.9 %.
"""
import collections
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as tree
import zipfile

from document_texts import texts

BLANKS = {n: None for n in range(0x10000) if chr(n).isspace() or n in (0xAD, 0x200B)}
# Superscripts and subscripts are written with characters of their own; the file has plain ones.
BLANKS |= str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()" * 2)
SKIPPED = {"del", "moveFrom", "Fallback", "rPrChange", "pPrChange", "instrText", "delText", "sdtPr"}


def local(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def on(element):
    return element is not None and next(
        (v for k, v in element.attrib.items() if k.endswith("}val")), "1") not in ("0", "false", "off")


def child(element, name):
    return next((c for c in element if local(c) == name), None) if element is not None else None


def removed(properties):
    return properties is not None and (child(properties, "del") is not None or child(properties, "cellDel") is not None)


def hiding_styles(archive):
    """The ids of styles that hide text, inherited."""
    try:
        root = tree.fromstring(archive.read("word/styles.xml"))
    except (KeyError, tree.ParseError):
        return set()
    own, base = {}, {}
    for style in root:
        identity = next((v for k, v in style.attrib.items() if k.endswith("}styleId")), None)
        vanish = child(child(style, "rPr"), "vanish")
        own[identity] = None if vanish is None else on(vanish)
        parent = child(style, "basedOn")
        base[identity] = None if parent is None else next(iter(parent.attrib.values()), None)
    hidden = set()
    for identity in own:
        seen, style = set(), identity
        while style in own and style not in seen and own[style] is None:
            seen.add(style)
            style = base[style]
        if own.get(style):
            hidden.add(identity)
    return hidden


def runs(element, hidden, state, out):
    name = local(element)
    if name in SKIPPED:
        return
    if name == "tr" and removed(child(element, "trPr")) or name == "tc" and removed(child(element, "tcPr")):
        return
    if name == "p":
        style = child(child(element, "pPr"), "pStyle")
        state = dict(state, hidden=style is not None and next(iter(style.attrib.values()), None) in hidden)
    if name == "r":
        properties = child(element, "rPr")
        vanish, style = child(properties, "vanish"), child(properties, "rStyle")
        state = dict(state)
        if vanish is not None:
            state["hidden"] = on(vanish)
        elif style is not None and next(iter(style.attrib.values()), None) in hidden:
            state["hidden"] = True
    if name == "fldChar":
        kind = next((v for k, v in element.attrib.items() if k.endswith("}fldCharType")), "")
        fields = state["fields"]
        if kind == "begin":
            fields.append("code")
        elif kind == "separate" and fields:
            fields[-1] = "result"
        elif kind == "end" and fields:
            fields.pop()
    if name == "t" and element.text and not state["hidden"] and "code" not in state["fields"]:
        if "wordprocessingml" in element.tag:
            out.append(element.text)
    for inner in element:
        runs(inner, hidden, state, out)


def visible(path):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        main = next((n for n in names if n.startswith("word/document") and n.endswith(".xml")), None)
        relations = archive.read("_rels/.rels").decode("utf-8", "replace") if "_rels/.rels" in names else ""
        for relation in tree.fromstring(relations) if relations else []:
            if relation.attrib.get("Type", "").endswith("/officeDocument"):
                main = relation.attrib["Target"].lstrip("/")
        hidden = hiding_styles(archive)
        out = []
        body = tree.fromstring(archive.read(main))
        runs(body, hidden, dict(hidden=False, fields=[]), out)
        for kind in ("footnote", "endnote", "comment"):
            part = f"{main.rsplit('/', 1)[0]}/{kind}s.xml"
            if part not in names:
                continue
            wanted = {next((v for k, v in e.attrib.items() if k.endswith("}id")), None)
                      for e in body.iter() if local(e) == kind + "Reference"}
            for note in tree.fromstring(archive.read(part)):
                if next((v for k, v in note.attrib.items() if k.endswith("}id")), None) in wanted:
                    runs(note, hidden, dict(hidden=False, fields=[]), out)
        return out


def main():
    folder, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return
    total = kept = 0
    failed = []
    for path in sorted(folder.rglob("*.docx")):
        try:
            wanted = visible(path)
        except Exception as error:
            print(f"{path}: the script cannot read it ({type(error).__name__})")
            continue
        result = subprocess.run(command + [str(path)], capture_output=True)
        if not result.stdout.strip():
            failed.append(path)
            print(f"{path}: {result.stderr.decode('utf-8', 'replace').strip()}")
            continue
        out = []
        for block in json.loads(result.stdout)["blocks"]:
            out += texts(block)
        have = collections.Counter("".join(out).translate(BLANKS))
        need = collections.Counter("".join(wanted).translate(BLANKS))
        lost, extra = need - have, have - need
        total += sum(need.values())
        kept += sum(need.values()) - sum(lost.values())
        joined = "".join(out).translate(BLANKS)
        missing = [w for w in dict.fromkeys(wanted) if w.translate(BLANKS) and w.translate(BLANKS) not in joined]
        doubled = [w for w, n in collections.Counter(w.translate(BLANKS) for w in wanted).items()
                   if len(w) > 12 and n < joined.count(w) and "".join(wanted).translate(BLANKS).count(w) < joined.count(w)]
        if lost or missing or doubled:
            print(f"{path}: lost {sum(lost.values())} characters {missing[:4]}"
                  + (f", twice {doubled[:3]}" if doubled else ""))
    share = 100 * kept / max(1, total)
    print(f"{kept} of {total} characters of visible text kept: {share:.3f} %; {len(failed)} documents refused")
    sys.exit(share < 99.9)


if __name__ == "__main__":
    main()
