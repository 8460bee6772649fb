#!/usr/bin/env python3
"""What each peer makes of files, as one JSON document a line: {"text": …, "tables": [{"rows", "columns", "cells": [[row, column, rows, columns, text]]}]}.

  peers.py NAME FILE…

Run by the Python of the environment that has the peers. Peers that tell no spans give cells of one row and one column; `null` cells of peers
that fill a grid are left out. What a peer does not do is said in LACKS.
"""
import json
import os
import re
import subprocess
import sys

#: Per kind of input: the peers in order of the tables in the documentation.
PEERS = {
    "docx": ["python-docx", "docx2python", "mammoth", "markitdown", "pandoc"],
    "pdf": ["pdfplumber", "camelot", "pymupdf", "tabula"],
    "borderless.pdf": ["pdfplumber", "camelot", "pymupdf", "tabula"],
    "html": ["lxml", "markitdown", "pandoc"],
    "txt": [],
}

LACKS = {
    "python-docx": "no header rows, no list labels, no fields or notes",
    "docx2python": "no spans: a merged cell's text stands in each position",
    "mammoth": "no list labels, no header rows beyond those marked",
    "markitdown": "no spans; DOCX by way of mammoth, PDF text only",
    "pandoc": "no joins of stacked tables, GB18030 not read",
    "pdfplumber": "no spans, no joins across pages, no reading order",
    "camelot": "no spans, no joins across pages; text outside of tables is not read",
    "pymupdf": "no spans, no joins across pages",
    "tabula": "no spans, no joins across pages; text outside of tables is not read; starts a Java machine for each file",
    "lxml": "a page's elements only: paragraphs and tables by a script of 20 lines",
}


def grid(rows):
    """A table from a grid of strings; the number of columns is that of the longest row."""
    cells = [[r, c, 1, 1, text] for r, row in enumerate(rows) for c, text in enumerate(row) if text]
    return {"rows": len(rows), "columns": max(map(len, rows), default=0), "cells": cells}


def page(markup):
    """Text and tables of a page, with lxml."""
    import lxml.html
    root = lxml.html.fromstring(markup)
    tables = []
    for table in root.iter("table"):
        taken, cells, row = set(), [], -1
        for row, tr in enumerate(table.iter("tr")):
            column = 0
            for td in tr.iterchildren("td", "th"):
                while (row, column) in taken:
                    column += 1
                height, width = int(td.get("rowspan") or 1), int(td.get("colspan") or 1)
                taken |= {(row + i, column + j) for i in range(height) for j in range(width)}
                cells.append([row, column, height, width, td.text_content()])
                column += width
        tables.append({"rows": row + 1, "columns": max((c for _, c in taken), default=-1) + 1, "cells": cells})
    return {"text": root.text_content(), "tables": tables}


def markdown(text):
    """Text and pipe tables."""
    tables, rows = [], []
    for line in text.splitlines() + [""]:
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                rows.append(cells)
        elif rows:
            tables.append(grid(rows))
            rows = []
    return {"text": text, "tables": tables}


def python_docx(path):
    import docx
    document = docx.Document(path)
    tables = []
    for table in document.tables:
        places = {}
        rows, columns = len(table.rows), len(table.columns)
        for index, cell in enumerate(table._cells):
            places.setdefault(cell._tc, (cell, []))[1].append(divmod(index, columns))
        cells = []
        for cell, at in places.values():
            (r0, c0), (r1, c1) = min(at), max(at)
            cells.append([r0, c0, r1 - r0 + 1, c1 - c0 + 1, cell.text])
        tables.append({"rows": rows, "columns": columns, "cells": cells})
    return {"text": "\n".join(p.text for p in document.paragraphs), "tables": tables}


def docx2python(path):
    from docx2python import docx2python as read
    with read(path) as document:
        tables = [grid([["\n".join(cell) for cell in row] for row in table]) for table in document.body if len(table) > 1 or len(table[0]) > 1]
        return {"text": document.text, "tables": tables}


def mammoth(path):
    import mammoth
    with open(path, "rb") as file:
        return page(mammoth.convert_to_html(file).value)


_markitdown = None


def markitdown(path):
    global _markitdown
    if _markitdown is None:
        from markitdown import MarkItDown
        _markitdown = MarkItDown()
    return markdown(_markitdown.convert(path).text_content)


def pandoc(path):
    return page(subprocess.run(["pandoc", "-t", "html", path], capture_output=True, check=True).stdout.decode())


def pdfplumber(path):
    import pdfplumber
    text, tables = [], []
    with pdfplumber.open(path) as document:
        for sheet in document.pages:
            text.append(sheet.extract_text() or "")
            settings = {"vertical_strategy": "text", "horizontal_strategy": "text"} if "borderless" in path else {}
            tables += [grid(rows) for rows in sheet.extract_tables(settings)]
            sheet.close()
    return {"text": "\n".join(text), "tables": tables}


def camelot(path):
    import camelot
    flavor = "stream" if "borderless" in path else "lattice"
    tables = [grid(table.df.values.tolist()) for table in camelot.read_pdf(path, pages="all", flavor=flavor)]
    return {"text": "\n".join(cell[4] for table in tables for cell in table["cells"]), "tables": tables}


def pymupdf(path):
    import contextlib
    import io
    with contextlib.redirect_stdout(io.StringIO()):
        import pymupdf
    text, tables = [], []
    strategy = "text" if "borderless" in path else "lines_strict"
    for sheet in pymupdf.open(path):
        text.append(sheet.get_text())
        tables += [grid(table.extract()) for table in sheet.find_tables(strategy=strategy)]
    return {"text": "\n".join(text), "tables": tables}


def tabula(path):
    import tabula
    mode = {"stream": True} if "borderless" in path else {"lattice": True}
    frames = tabula.read_pdf(path, pages="all", output_format="json", silent=True, **mode)
    tables = [grid([[cell["text"] for cell in row] for row in table["data"]]) for table in frames]
    return {"text": "\n".join(cell[4] for table in tables for cell in table["cells"]), "tables": tables}


def lxml(path):
    with open(path, "rb") as file:
        return page(file.read())


READERS = {name: globals()[name.replace("-", "_")] for names in PEERS.values() for name in names}

if __name__ == "__main__":
    for path in sys.argv[2:]:
        print(json.dumps(READERS[sys.argv[1]](path), ensure_ascii=False))
