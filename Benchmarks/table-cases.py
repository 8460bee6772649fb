#!/usr/bin/env python3
"""Makes invented tables with known truth, sets them with LibreOffice and Chromium as PDF, and measures how they are read.

  table-cases.py make  FOLDER [SEED [PATTERN]]   NAME.pdf (untagged), NAME.tagged.pdf and NAME.json for each case whose name has the
                                                 pattern; needs soffice, chromium for “agency”, neither for those named below it
  table-cases.py score FOLDER COMMAND…           per kind: cells with spans, neighbour relations (F1), false tables; worst cases listed

The cases are those that agencies print: rules above and below the head and at the end only, or no rules at all; headings over
several columns with a rule under each; labels of several lines; groups of rows; dotted leaders; currency signs in a column of
their own; blank cells; zebra; rows of units below the head; notes in rows of their own; tables beside prose and beside each
other, beside charts, over three pages; tables of which the last row alone stands on the next page; tables in cells; marks of
notes; decimal points below each other; subtotals set apart by white; receipts beside payments; price lists, timetables, forms,
budgets by code; pages sideways and upside down (the sources: table_sheet.py sets, table_content.py and table_yearbooks.py invent,
turned_pages.py turns). Other pages hold no table (table_lookalikes.py): prose in columns, lists, forms, contents, indexes, bibliographies,
charts, programs, logs, definitions, formulas, slides, addresses. Cases “agency-…” are web pages in the manners of statistical offices,
auditors and regulators, and pages of these without a table, “agencyother-…” (table_agencies.py; table_pages.py
sets). Cases “federal-…” and “federalother-…” are pages in the manners of federal agencies (table_federal.py), written as PDF without
another program (table_press.py), as are cases “bureau-…”, composed at random (table_bureaus.py), “office-…”
(table_offices.py), “survey-…” (table_surveys.py), “listing-…” (table_listings.py), “ledger-…” (table_ledgers.py) and “lookalike-…”,
without a table (press_lookalikes.py). COMMAND reads a PDF and writes our JSON to standard output, e.g. “convert --to json”. Standard library only.
"""
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

from press_lookalikes import lookalikes
from table_agencies import agencies
from table_bureaus import bureaus
from table_content import KINDS, RULES, Pen, plain
from table_federal import federal
from table_ledgers import ledgers
from table_listings import listings
from table_lookalikes import chart, others
from table_offices import offices
from table_pages import WebPage
from table_press import Press
from table_sheet import Cell, Sheet, Table
from table_surveys import surveys
from table_yearbooks import YEARBOOK_KINDS
from turned_pages import TURNS, turned


def cases(seed):
    """Name, kind, source and tables of every case."""
    for chinese in (False, True):
        for kind, make, rule in [(k, m, r) for k, m in KINDS for r in RULES if (k, r) != ("zebra", "rows")] + YEARBOOK_KINDS:
            name = f"{kind}-{rule}-{'zh' if chinese else 'en'}"
            pen = Pen(random.Random(f"{seed} {name}"), chinese)
            sheet = Sheet()
            sheet.add(pen.prose(4))
            table = make(pen, rule, pen.random.choice([7.5, 9, 10]))
            sheet.add(("表1　" if chinese else "Table 1. ") + pen.group(), bold=True, align="left")
            sheet.table(table, padding=pen.random.choice([(0.5, 2), (1.5, 3), (3, 4)]))
            sheet.add("注：数据为初步统计。" if chinese else "Note: Figures are preliminary.", size=8, align="left")
            sheet.add(pen.prose(5))
            yield name, f"{kind}-{rule}", sheet, [table]
    yield from several(seed)
    yield from further(seed)
    yield from turns(seed)
    yield from others(seed)
    yield from agencies(seed)
    yield from federal(seed)
    yield from bureaus(seed)
    yield from offices(seed)
    yield from surveys(seed)
    yield from listings(seed)
    yield from ledgers(seed)
    yield from lookalikes(seed)


def several(seed):
    """Pages of more than one table, and tables of more than one page."""
    for chinese in (False, True):
        tongue = "zh" if chinese else "en"
        for rule in RULES:
            pen = Pen(random.Random(f"{seed} several {rule} {tongue}"), chinese)
            sheet = Sheet()
            tables = []
            for number in range(3):
                sheet.add((f"表{number + 1}　" if chinese else f"Table {number + 1}. ") + pen.group(), bold=True, align="left")
                tables.append(plain(pen, rule, 9, rows=6))
                sheet.table(tables[-1])
                sheet.add(pen.prose(3))
            yield f"three-{rule}-{tongue}", f"three-{rule}", sheet, tables
            sheet = Sheet(columns=2)
            sheet.add(pen.prose(9), size=9)
            table = plain(pen, rule, 7.5, rows=7, columns=3)
            table.widths = [90, 45, 45, 45]
            sheet.table(table)
            for _ in range(8):
                sheet.add(pen.prose(5), size=9)
            yield f"beside-{rule}-{tongue}", f"beside-{rule}", sheet, [table]
            sheet = Sheet()
            sheet.add(pen.prose(3))
            pair = [plain(pen, rule, 8, rows=7, columns=2) for _ in range(2)]
            for table in pair:
                table.widths = [110, 54, 54]
                for row in table.rows:
                    for cell in row[1:]:
                        cell.text = cell.text[:9].strip(" ,")
            sheet.beside(pair, gap=34)
            sheet.add(pen.prose(3))
            yield f"pair-{rule}-{tongue}", f"pair-{rule}", sheet, pair
            sheet = Sheet()
            table = plain(pen, rule, 9, rows=14, columns=4)
            table.widths, table.height = [200] + [67] * 4, 20
            for row in table.rows[1:]:
                row[0].text = row[0].text[:24].strip()
            for number, cell in enumerate(table.rows[0][1:]):
                cell.text = str(2011 + number)
            # The page takes 672 points; all rows but one stand on it.
            sheet.add("", size=2, after=665 - 20 * (len(table.rows) - 0.5))
            sheet.table(table)
            sheet.add(pen.prose(4))
            yield f"lastrow-{rule}-{tongue}", f"lastrow-{rule}", sheet, [table]
            for repeats in (False, True):
                sheet = Sheet()
                for _ in range(9):
                    sheet.add(pen.prose(4))
                table = plain(pen, rule, 9, rows=22, columns=4)
                table.repeats = repeats
                sheet.table(table, padding=(4, 3))
                sheet.add(pen.prose(4))
                name = f"{'repeated' if repeats else 'cut'}-{rule}"
                yield f"{name}-{tongue}", name, sheet, [table]


def further(seed):
    """Tables inside of cells, beside charts, over three pages."""
    for chinese in (False, True):
        tongue = "zh" if chinese else "en"
        pen = Pen(random.Random(f"{seed} further {tongue}"), chinese)
        r = pen.random
        for number in range(2):
            sheet = Sheet()
            sheet.add(pen.prose(3))
            outer = Table([90, 380], [[Cell(label), Cell(pen.prose(1))] for label in pen.labels(r.randrange(3, 6))], 9)
            inner = plain(pen, "none", 8, rows=r.randrange(2, 5), columns=r.randrange(2, 4))
            inner.widths = [120] + [70] * (len(inner.widths) - 1)
            for table in (outer, inner):
                for row in table.rows:
                    for cell in row:
                        cell.rule = "tblr"
            outer.rows[r.randrange(1, len(outer.rows))][1].table = inner
            sheet.table(outer, padding=(5, 5))
            sheet.add(pen.prose(3))
            yield f"nested{number}-{tongue}", "nested", sheet, [outer, inner]
        for rule in RULES:
            sheet = Sheet()
            sheet.add(pen.prose(3))
            table = plain(pen, rule, 8, rows=8, columns=2)
            table.widths = [120, 54, 54]
            for row in table.rows:
                for cell in row[1:]:
                    cell.text = cell.text[:9].strip(" ,")
            chart(pen, sheet, hasFigures=r.random() < 0.5, isLevel=False, left=300, across=170, height=0)
            sheet.beside([table], gap=20, columns=2)
            sheet.add("", after=60)
            sheet.add(pen.prose(3))
            yield f"chartside-{rule}-{tongue}", f"chartside-{rule}", sheet, [table]
        for rule in RULES:
            for repeats in (False, True):
                sheet = Sheet()
                for _ in range(7):
                    sheet.add(pen.prose(4))
                table = plain(pen, rule, 9, rows=14, columns=4)
                rows = [[Cell(f"{c.text} {n}" if position == 0 else c.text, align=c.align, rule=c.rule) for position, c in enumerate(row)]
                        for n in range(1, 6) for row in table.rows[1:]]
                table.rows[1:] = rows
                table.repeats = repeats
                sheet.table(table, padding=(3, 3))
                sheet.add(pen.prose(4))
                name = f"{'thricerepeated' if repeats else 'thrice'}-{rule}"
                yield f"{name}-{tongue}", name, sheet, [table]


def turns(seed):
    """Wide tables on pages that are displayed sideways or upside down, on one page and on several."""
    for chinese in (False, True):
        tongue = "zh" if chinese else "en"
        for way in TURNS:
            for rule in ("none", "booktabs", "grid"):
                for isLong in (False, True):
                    pen = Pen(random.Random(f"{seed} {way} {rule} {isLong} {tongue}"), chinese)
                    sheet = Sheet(isWide=way not in ("over", "rotatedup"))
                    sheet.turn = way
                    sheet.add(pen.prose(3))
                    table = plain(pen, "none" if rule == "grid" else rule, 9, rows=30 if isLong else 9, columns=5)
                    table.repeats = isLong
                    if rule == "grid":
                        for row in table.rows:
                            for cell in row:
                                cell.rule = "tblr"
                    sheet.table(table, padding=(4, 3))
                    sheet.add(pen.prose(4))
                    yield f"{way}-{rule}-{'long' if isLong else 'one'}-{tongue}", f"{way}-{rule}", sheet, [table]


def make(folder, seed="1", pattern=""):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        sources, pages, turns = [], [], {}
        for name, kind, sheet, tables in cases(seed):
            if not re.search(pattern, name):
                continue
            stated = {"kind": kind, ".pdf": [t.truth() for t in tables]}
            isPress = isinstance(sheet, Press)
            if not isPress:
                stated[".tagged.pdf"] = [t.truth(tagged=True) for t in tables]
            (folder / f"{name}.json").write_text(json.dumps(stated, ensure_ascii=False))
            if isPress:
                (folder / f"{name}.pdf").write_bytes(sheet.file())
                continue
            isWeb = isinstance(sheet, WebPage)
            source = work / f"{name}.{'html' if isWeb else 'fodt'}"
            source.write_text(sheet.text())
            (pages if isWeb else sources).append(source)
            turns[name] = sheet.turn
        for page in pages:
            printed(page, folder, work)
        for suffix, tagged in ((".pdf", "false"), (".tagged.pdf", "true")) if sources else ():
            out = work / suffix[1:]
            options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": tagged}})
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
                 f"pdf:writer_pdf_Export:{options}", "--outdir", str(out), *sources], check=True, capture_output=True)
            for pdf in out.glob("*.pdf"):
                file = pdf.read_bytes()
                (folder / (pdf.stem + suffix)).write_bytes(turned(file, turns[pdf.stem]) if turns[pdf.stem] else file)


def printed(page, folder, work):
    """A web page as Chromium prints it, with its tags and with their names crossed out."""
    tagged = folder / (page.stem + ".tagged.pdf")
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={work}/chromium",
         f"--print-to-pdf={tagged}", page.as_uri()], check=True, capture_output=True)
    file = tagged.read_bytes()
    for name in (b"/StructTreeRoot", b"/MarkInfo"):
        file = file.replace(name, b"/X" + name[2:])
    (folder / (page.stem + ".pdf")).write_bytes(file)


# ------------------------------------------------------------------ measuring
def key(text):
    return re.sub(r"[\s\u200b\u00ad]+", "", unicodedata.normalize("NFKC", text or ""))


def read_tables(command, path):
    out = subprocess.run(command + [str(path)], capture_output=True, text=True).stdout
    try:
        read = json.loads(out)
    except ValueError:
        return []
    found, stack = [], [b for d in read.get("documents", [read]) for b in d.get("blocks", [])]
    while stack:
        block = stack.pop(0)
        if block["type"] == "table":
            found.append([
                {"row": c["row"], "col": c["column"], "rowspan": c.get("rowSpan", 1), "colspan": c.get("columnSpan", 1),
                 "text": c.get("text", "")} for c in block["cells"]])
        stack += block.get("blocks", []) + [b for c in block.get("cells", []) for b in c.get("blocks", [])]
    return found


def exact(cells):
    return collections.Counter((c["row"], c["col"], c["rowspan"], c["colspan"], key(c["text"])) for c in cells)


def relations(cells):
    """Neighbours right of and below each filled cell, blanks skipped (Göbel et al., 2012)."""
    owner = {}
    for number, c in enumerate(cells):
        for r in range(c["row"], c["row"] + c["rowspan"]):
            for k in range(c["col"], c["col"] + c["colspan"]):
                owner[r, k] = number
    height = max((r for r, _ in owner), default=0) + 1
    width = max((k for _, k in owner), default=0) + 1
    found = set()
    for (r, k), number in owner.items():
        if not key(cells[number]["text"]):
            continue
        for dr, dk, direction in ((0, 1, "right"), (1, 0, "below")):
            y, x = r + dr, k + dk
            while y < height and x < width:
                other = owner.get((y, x), number)
                if other != number and key(cells[other]["text"]):
                    found.add((number, other, direction))
                    break
                y, x = y + dr, x + dk
    return collections.Counter((key(cells[a]["text"]), key(cells[b]["text"]), d) for a, b, d in found)


def score(folder, command):
    sums = collections.defaultdict(collections.Counter)
    worst, documents = [], []
    for truth in sorted(folder.glob("*.json")):
        stated = json.loads(truth.read_text())
        for suffix in (".pdf", ".tagged.pdf"):
            if suffix not in stated:
                continue
            read = read_tables(command, truth.with_suffix(suffix))
            group = stated["kind"] + (" tagged" if "tagged" in suffix else "")
            tally = sums[group]
            extra = len(read)
            before = tally.copy()
            for cells in stated[suffix]:
                want, links = exact(cells), relations(cells)
                best = max(read, key=lambda t: sum((relations(t) & links).values()), default=[])
                extra -= 1 if best else 0
                got = relations(best)
                right = sum((exact(best) & want).values())
                tally["cells"] += sum(want.values())
                tally["right"] += right
                tally["links"] += sum(links.values())
                tally["found"] += sum(got.values())
                tally["both"] += sum((got & links).values())
                tally["grids"] += exact(best) == want
                tally["tables"] += 1
                if exact(best) != want:
                    worst.append((right / sum(want.values()), truth.stem + suffix))
            tally["false"] += max(0, extra)
            if stated[suffix] and suffix == ".pdf":
                documents.append(f1(tally - before))
            if extra > 0:
                worst.append((0, truth.stem + suffix + f" ({extra} false)"))
    total = collections.Counter()
    tagged = collections.Counter()
    for group, tally in sorted(sums.items()):
        line(group, tally)
        (tagged if group.endswith("tagged") else total).update(tally)
    line("ALL untagged", total)
    line("ALL tagged", tagged)
    print(f"untagged documents, averaged: relations F1 {100 * sum(documents) / max(1, len(documents)):.1f} %")
    for share, name in sorted(worst):
        print(f"  {100 * share:5.1f} % {name}")


def f1(tally):
    return 2 * tally["both"] / max(1, tally["links"] + tally["found"])


def line(name, tally):
    if not tally["tables"]:
        print(f"{name:26} false tables {tally['false']}")
        return
    print(f"{name:26} cells {100 * tally['right'] / tally['cells']:5.1f} %  relations F1 {100 * f1(tally):5.1f} %  "
          f"whole {tally['grids']:3} of {tally['tables']:3}  false tables {tally['false']}")


def main():
    if 3 <= len(sys.argv) <= 5 and sys.argv[1] == "make":
        make(pathlib.Path(sys.argv[2]), *sys.argv[3:])
    elif len(sys.argv) >= 4 and sys.argv[1] == "score":
        score(pathlib.Path(sys.argv[2]), sys.argv[3:])
    else:
        sys.exit(__doc__)


main()
