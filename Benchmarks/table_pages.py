"""Pages of invented tables as web pages, set by Chromium. Standard library only."""
import re
from html import escape

from table_sheet import Cell, Table

STYLE = """
body{margin:0;font:10pt/1.25 "DejaVu Serif","Times New Roman",serif;text-align:justify}
p{margin:0 0 6pt}h1{font-size:15pt;margin:4pt 0 8pt;text-align:left}h2{font-size:11pt;margin:8pt 0 4pt;text-align:left}
table{border-collapse:collapse;text-align:left}td{padding-block:1pt;padding-inline:4pt;vertical-align:bottom}p.title{font-weight:bold;text-align:left;margin:6pt 0 3pt}
p.note{font-size:7pt;text-align:left;margin:3pt 0}sup{font-size:65%;line-height:0}.lead{display:flex}.lead>i{flex:1;overflow:hidden;white-space:nowrap;font-style:normal}
.two{column-count:2;column-gap:20pt}.two table{break-inside:avoid}.span{column-span:all}.row{display:flex;align-items:flex-start}.sans{font-family:"DejaVu Sans Condensed","DejaVu Sans",sans-serif}
"""
# Dots as many as fit: what a leader hides is no ink.
LEADERS = """<script>for(const lead of document.querySelectorAll(".lead>i")){const most=lead.clientWidth-3;const dot=document.createElement("span");
lead.append(dot);do dot.textContent+=" .";while(dot.offsetWidth<most);dot.textContent=dot.textContent.slice(0,-2)}</script>"""


class WebPage:
    """One web page; like a Sheet."""

    turn = None

    def __init__(self, isWide=False, margin="54pt 60pt", style=""):
        self.body, self.isWide, self.margin, self.style = [], isWide, margin, style

    def add(self, html):
        self.body.append(html)

    def prose(self, text):
        self.add(f"<p>{escape(text)}</p>")

    def title(self, text):
        self.add(f'<p class="title">{escape(text)}</p>')

    def note(self, text):
        self.add(f'<p class="note">{escape(text)}</p>')

    def table(self, table, style=""):
        self.add(markup(table, style))

    def text(self):
        size = "letter landscape" if self.isWide else "letter"
        return (f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>@page{{size:{size};margin:{self.margin}}}{STYLE}{self.style}'
                f'</style><body>{"".join(self.body)}{LEADERS}</body></html>')


def markup(table, style=""):
    """A table as HTML; rules of cells as in table_sheet.py, `style` of a cell beside them."""
    columns = "".join(f'<col style="width:{w}pt">' for w in table.widths)
    rows = []
    for row in table.rows:
        cells = []
        for cell in row:
            look = f"text-align:{cell.align};"
            for letter, side in zip("tblr", ("top", "bottom", "left", "right")):
                if letter in cell.rule:
                    look += f"border-{side}:0.75pt solid #000;"
                if letter.upper() in cell.rule:
                    look += f"border-{side}:2pt solid #000;"
            if cell.bold:
                look += "font-weight:bold;"
            if cell.indent or cell.hang:
                look += f"padding-inline-start:{4 + cell.indent + cell.hang}pt;text-indent:{-cell.hang}pt;"
            if cell.pad:
                look += f"padding-inline-end:{cell.pad}pt;"
            look += getattr(cell, "style", "")
            text = escape(getattr(cell, "broken", cell.text)).replace("\n", "<br>")
            if cell.mark:
                text += f"<sup>{escape(cell.mark)}</sup>"
            if cell.lead:
                text = f'<div class="lead"><span>{text}</span><i></i></div>'
            cells.append(f'<td colspan="{cell.columns}" rowspan="{cell.rows}" style="{look}">{text}</td>')
        height = f' style="height:{table.height}pt"' if table.height else ""
        rows.append(f"<tr{height}>{''.join(cells)}</tr>")
    return (f'<table style="table-layout:fixed;width:{sum(table.widths)}pt;font-size:{table.size}pt;{style}">'
            f'<colgroup>{columns}</colgroup>{"".join(rows)}</table>')


def cell(text, align="left", style="", **named):
    # A word broken at the end of a line is one word.
    made = Cell(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text), align=align, **named)
    made.style, made.broken = style, text
    return made


def rule_row(row, sides):
    for made in row:
        made.rule += sides
