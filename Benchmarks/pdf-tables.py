#!/usr/bin/env python3
"""Measures tables read from PDF files against what is known of them otherwise.

  pdf-tables.py boxes    FOLDER COMMAND…   cells' boxes against NAME.geometry.json below FOLDER (page and box of every cell)
  pdf-tables.py parallel FOLDER COMMAND…   tables of a manual's PDF against those of its HTML pages in html/ beside it
  pdf-tables.py sums     FOLDER COMMAND…   rows and columns of budgets: stated totals (合计, 总计) against their parts
  pdf-tables.py cells    FOLDER COMMAND…   every cell against NAME.json beside NAME*.pdf, exceptions listed

COMMAND reads a PDF and writes our JSON to standard output, e.g. “convert --to json”. Case folders are not part of this
project; where FOLDER is absent the script says so and ends with 0. Standard library only.
"""
import sys

sys.path.pop(0)  # html.py beside this file is not the module of the library.

import collections
import html.parser
import json
import pathlib
import re
import subprocess
import unicodedata


def key(text):
    return re.sub(r"[\s\u200b\ufeff\u00ad]+", "", unicodedata.normalize("NFKC", text or ""))


def documents(command, path):
    out = subprocess.run(command + [str(path)], capture_output=True, text=True).stdout
    try:
        read = json.loads(out)
    except ValueError:
        return []
    return read.get("documents", [read])


def tables(command, path):
    found = []
    for document in documents(command, path):
        stack = list(reversed(document.get("blocks", [])))
        while stack:
            block = stack.pop()
            if block["type"] == "table":
                found.append(block)
            stack += reversed(block.get("blocks", []))
    return found


def grid(table):
    return {(c["row"], c["column"]): c for c in table["cells"]}


def places(cell):
    origin = cell.get("origin", {})
    first = [{"page": origin.get("page"), "box": origin.get("box")}]
    return [p for p in first + origin.get("places", []) if p.get("box")]


# ------------------------------------------------------------------ boxes
def boxes(folder, command):
    total = collections.Counter()
    worst = collections.defaultdict(list)
    for truth in sorted(folder.rglob("*.geometry.json")):
        stated = json.loads(truth.read_text())
        pdf = next(iter(sorted(folder.rglob(stated["file"]))), None)
        if pdf is None:
            continue
        kind = pdf.stem.split(".")[-1]
        # The truth counts from the corner of the media box, we from that of the page as displayed.
        dx, dy = crop(pdf)
        for cell in stated["cells"]:
            cell["bbox"] = [v - (dy if i % 2 else dx) for i, v in enumerate(cell["bbox"])]
        read = [(t, grid(t)) for t in tables(command, pdf)]
        groups = collections.defaultdict(list)
        for cell in stated["cells"]:
            groups[cell["table"]].append(cell)
        for cells in groups.values():
            def near(candidate):
                return sum(1 for c in cells if best(c, candidate[1]) is not None and best(c, candidate[1]) <= 2)
            if not read:
                total[kind, "cells"] += len(cells)
                continue
            chosen = max(read, key=near)
            for cell in cells:
                total[kind, "cells"] += 1
                distance = best(cell, chosen[1])
                if distance is None:
                    continue
                total[kind, "placed"] += 1
                total[kind, "within"] += distance <= 2
                worst[kind].append(distance)
    for kind in sorted({k for k, _ in total}):
        cells, placed, within = (total[kind, n] for n in ("cells", "placed", "within"))
        far = sorted(worst[kind])
        print(f"{kind:16} cells {cells:5}  at their position {100 * placed / cells:5.1f} %  "
              f"box within 2 pt {100 * within / cells:5.1f} % of all, {100 * within / max(1, placed):5.1f} % of those placed"
              f"  95th percentile {far[int(0.95 * (len(far) - 1))] if far else 0:.1f} pt")


def crop(pdf):
    """How far the displayed page begins right of and below the corner of the media box, in points (asks pdfinfo)."""
    try:
        out = subprocess.run(["pdfinfo", "-box", str(pdf)], capture_output=True, text=True).stdout
    except OSError:
        sys.exit("pdf-tables.py boxes: it asks pdfinfo where pages begin, which is not here (Debian: poppler-utils)")
    found = {m[1]: [float(v) for v in m[2].split()] for m in re.finditer(r"(\w+)Box:\s+([-\d. ]+)", out)}
    if "Media" not in found or "Crop" not in found:
        return 0, 0
    return found["Crop"][0] - found["Media"][0], found["Media"][3] - found["Crop"][3]


def best(stated, cells):
    """The largest distance of an edge in points on the stated page; None where no cell has this position there."""
    cell = cells.get((stated["row"], stated["col"]))
    if cell is None:
        return None
    far = [max(abs(a - b) for a, b in zip(p["box"], stated["bbox"])) for p in places(cell) if p["page"] == stated["page"]]
    return min(far, default=None)


# ------------------------------------------------------------------ parallel
class HTMLTables(html.parser.HTMLParser):
    """The rows of all tables of a page, as lists of texts."""

    def __init__(self):
        super().__init__()
        self.tables, self.depth, self.text, self.skipped = [], 0, None, False

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                # DocBook sets notes and navigation as tables, which are none on paper.
                name = dict(attrs).get("summary", "")
                self.skipped = name in ("Tip", "Note", "Caution", "Warning", "Important") or name.startswith("Navigation")
                self.tables.append([])
        elif self.skipped:
            return
        elif tag == "tr" and self.depth == 1:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.depth == 1 and self.tables[-1]:
            self.tables[-1][-1].append("")
            self.text = True

    def handle_endtag(self, tag):
        if tag == "table":
            self.depth -= 1
        elif tag in ("td", "th") and self.depth == 1:
            self.text = None

    def handle_data(self, data):
        if self.text and self.depth == 1:
            self.tables[-1][-1][-1] += data


def words(text):
    """As key, with quotation marks straight: those of the pages are set curly, those of the HTML are not."""
    return key(text).translate(str.maketrans("“”‘’", "\"\"''"))


def parallel(folder, command):
    for manual in sorted(p.parent for p in folder.rglob("*.pdf")):
        pdf = next(iter(sorted(manual.glob("*.pdf"))))
        stated = []
        for page in sorted(manual.glob("html/**/*.html")):
            reader = HTMLTables()
            reader.feed(page.read_text(errors="replace"))
            stated += [[[words(c) for c in row] for row in t if row] for t in reader.tables]
        stated = [t for t in stated if len(t) >= 2 and max(map(len, t)) >= 2 and any(any(r) for r in t)]
        # Characters alone decide which table is which: a PDF hyphenates and breaks lines.
        read = []
        for table in tables(command, pdf):
            rows = collections.defaultdict(dict)
            for cell in table["cells"]:
                rows[cell["row"]][cell["column"]] = words(cell.get("text"))
            read.append([[v for _, v in sorted(rows[r].items())] for r in sorted(rows)])
        index = collections.defaultdict(set)
        for number, table in enumerate(read):
            for row in table:
                for cell in row:
                    if len(cell) > 2:
                        index[cell].add(number)
        rows = cells = right = whole = found = 0
        for table in stated:
            votes = collections.Counter(n for row in table for c in row for n in index.get(c, ()))
            near = {n for n, v in votes.items() if v >= 2}
            there = collections.Counter(tuple(r) for n in near for r in read[n])
            texts = collections.Counter(c for n in near for r in read[n] for c in r)
            found += bool(near)
            rows += len(table)
            whole += sum(1 for r in table if there[tuple(r)])
            cells += sum(1 for r in table for c in r if c)
            right += sum(1 for r in table for c in r if c and texts[c])
        print(f"{manual.name:28} tables {len(stated):4} found {found:4}  rows whole {100 * whole / max(1, rows):5.1f} % of {rows}"
              f"  cells whole {100 * right / max(1, cells):5.1f} % of {cells}  tables read {len(read)}")


# ------------------------------------------------------------------ sums
def number(text):
    text = key(text).replace(",", "")
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def sums(folder, command):
    """In each row: a column headed 合计 equals the sum of the columns that its heading stands over or before; here the
    columns of the same header up to the next 合计. In each column: a row named 合计 or 总计 equals the sum of the top-level
    rows, those whose code is the shortest, or, where there are no codes, of all rows from the last subtotal (本年收入合计) on."""
    all_rows = held_rows = all_columns = held_columns = 0
    for pdf in sorted(folder.rglob("*.pdf")):
        rows = held = columns = fits = 0
        for table in tables(command, pdf):
            at = grid(table)
            header = max(1, table.get("headerRows", 1))
            width, height = table["columns"], table["rows"]
            names = {}
            for cell in table["cells"]:
                if cell["row"] < header:
                    for c in range(cell["column"], cell["column"] + cell.get("columnSpan", 1)):
                        names[c] = names.get(c, "") + "/" + key(cell.get("text"))
            totals = [c for c in range(width) if names.get(c, "").endswith(("合计", "总计", "小计"))]
            for total in totals:
                parts = []
                for c in range(total + 1, width):
                    if c in totals or not names.get(c):
                        break
                    parts.append(c)
                if len(parts) < 2:
                    continue
                for row in range(header, height):
                    stated = number(at.get((row, total), {}).get("text"))
                    values = [number(at.get((row, c), {}).get("text")) for c in parts]
                    if stated is None or not any(v is not None for v in values):
                        continue
                    rows += 1
                    good = abs(stated - sum(v or 0 for v in values)) < 0.011 * len(parts)
                    held += good
                    if not good:
                        print(f"  {pdf.name} page {table['origin'].get('page')} row {row}: {stated} is not {values}")
            marks = [r for r in range(header, height)
                     if any(key(at.get((r, c), {}).get("text")) in ("合计", "总计") for c in range(min(4, width)))]
            if len(marks) != 1 or height - header < 4:
                continue
            body = [r for r in range(header, height) if r != marks[0]]
            for c in range(1, width):
                stated = number(at.get((marks[0], c), {}).get("text"))
                if stated is None:
                    continue
                # Classes of three digits hold their items of five and seven; without classes all rows add up.
                codes = {r: next((key(at.get((r, d), {}).get("text")) for d in range(min(3, width))), "") for r in body}
                top = [r for r in body if re.fullmatch(r"\d{3}", codes[r]) and not key(at.get((r, 1), {}).get("text")).isdigit()]
                # 本年收入合计 holds the rows above it; what is brought forward stands below.
                subtotals = [r for r in body if any(key(at.get((r, d), {}).get("text")).endswith("合计") for d in range(c))]
                above = [r for r in body if not subtotals or r >= subtotals[-1]]
                values = [number(at.get((r, c), {}).get("text")) for r in (top or above)]
                if not any(v is not None for v in values):
                    continue
                columns += 1
                good = abs(stated - sum(v or 0 for v in values)) < 0.011 * max(1, len(values))
                fits += good
                if not good:
                    print(f"  {pdf.name} page {table['origin'].get('page')} column {c}: {stated} is not "
                          f"{sum(v or 0 for v in values):.2f} of {len(values)} rows")
        print(f"{pdf.name:40} rows {held} of {rows}, columns {fits} of {columns}")
        all_rows, held_rows = all_rows + rows, held_rows + held
        all_columns, held_columns = all_columns + columns, held_columns + fits
    print(f"row sums hold {100 * held_rows / max(1, all_rows):.1f} % of {all_rows}, "
          f"column sums {100 * held_columns / max(1, all_columns):.1f} % of {all_columns}")


# ------------------------------------------------------------------ cells
def cells(folder, command):
    total = right = 0
    for truth in sorted(folder.rglob("*.json")):
        stated = json.loads(truth.read_text())
        if "document" not in stated or not (truth.parent / stated["document"]).exists():
            continue
        read = [grid(t) for t in tables(command, truth.parent / stated["document"])]
        for table in stated["tables"]:
            def same(cell, other):
                got = other.get((cell["row"], cell["col"]))
                return got is not None and key(got.get("text")) == key(cell["text"]) and (
                    got.get("rowSpan", 1), got.get("columnSpan", 1)) == (cell["rowspan"], cell["colspan"])
            chosen = max(read, key=lambda g: sum(same(c, g) for c in table["cells"]), default={})
            for cell in table["cells"]:
                total += 1
                if same(cell, chosen):
                    right += 1
                else:
                    got = chosen.get((cell["row"], cell["col"]))
                    print(f"  {stated['document']} {table['caption']} row {cell['row']} column {cell['col']}: "
                          f"{cell['text']!r} {cell['rowspan']}×{cell['colspan']}, read "
                          + (f"{got.get('text')!r} {got.get('rowSpan', 1)}×{got.get('columnSpan', 1)}" if got else "nothing"))
    print(f"cells right with spans {right} of {total}")


def main():
    tasks = {"boxes": boxes, "parallel": parallel, "sums": sums, "cells": cells}
    if len(sys.argv) < 4 or sys.argv[1] not in tasks:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[2])
    if not folder.is_dir():
        print(f"{folder} is absent: nothing measured")
        return
    tasks[sys.argv[1]](folder, sys.argv[3:])


main()
