"""Cells, tables and sheets of invented tables, set as flat OpenDocument text. Standard library only."""
from xml.sax.saxutils import escape


class Cell:
    def __init__(self, text, columns=1, rows=1, align="left", rule="", bold=False, indent=0, hang=0, lead=None, pad=0):
        self.lead = lead  # points: where a dotted leader after the text ends
        self.pad = pad  # digits: white right of a figure, so that decimal points stand below each other
        self.mark = ""  # the raised mark of a note after the text
        self.table = None  # a table inside of the cell, below the text
        self.text, self.columns, self.rows, self.align = text, columns, rows, align
        self.rule, self.bold, self.indent, self.hang = rule, bold, indent, hang  # rule: letters of t, b


class Table:
    def __init__(self, widths, rows, size=9, vertical="bottom", fill=None):
        self.repeats = False
        self.meaning = rows
        self.height = None  # points
        self.widths, self.rows, self.size, self.vertical, self.fill = widths, rows, size, vertical, fill

    def truth(self, tagged=False):
        """The cells as a reader takes them, or as the tags of the file state them."""
        taken, cells = set(), []
        for number, row in enumerate(self.rows if tagged else self.meaning):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                cells.append({"row": number, "col": column, "rowspan": cell.rows, "colspan": cell.columns,
                              "text": cell.text + cell.mark})
                taken |= {(number + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
        return cells


class Sheet:
    """One flat OpenDocument text."""

    def __init__(self, columns=1, isWide=False):
        self.styles, self.body, self.count, self.columns = {}, [], 0, columns
        self.across, self.down = (792, 612) if isWide else (612, 792)  # points
        self.turn = None  # a way of turned_pages.py

    def style(self, family, properties):
        key = (family, properties)
        if key not in self.styles:
            self.styles[key] = f"s{len(self.styles)}"
        return self.styles[key]

    def paragraph(self, text, size=10, align="justify", bold=False, after=6, indent=0, tab=None, lead=False, hang=0, mark="",
                  start=None, stops=(), font=None):
        """A paragraph; tab: where text behind a tabulator ends; start: where it begins, further lines too; stops: several of them."""
        stops = list(stops) + ([(tab, "right")] if tab else []) + ([(start, "left")] if start else [])
        hang = hang or start or 0
        leader = ' style:leader-style="dotted" style:leader-text="."' if lead else ""
        # Positions count from the left end of the paragraph.
        tabs = "".join(f'<style:tab-stop style:position="{at - indent - hang}pt" style:type="{kind}"{leader}/>' for at, kind in stops)
        tabs = f"<style:tab-stops>{tabs}</style:tab-stops>" if tabs else ""
        name = self.style("paragraph", (
            f'<style:paragraph-properties fo:text-align="{align}" fo:margin-bottom="{after}pt" fo:margin-left="{indent + hang}pt" '
            f'fo:text-indent="{-hang}pt" '
            f'fo:margin-top="0pt">{tabs}</style:paragraph-properties>'
            f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt"'
            + (f' style:font-name="{font}" fo:font-family="{font}"' if font else "")
            + (' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else "") + "/>"))
        inner = escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>").replace("  ", " <text:s/>")
        if mark:
            raised = self.style("text", '<style:text-properties style:text-position="super 58%"/>')
            inner += f'<text:span text:style-name="{raised}">{escape(mark)}</text:span>'
        return f'<text:p text:style-name="{name}">{inner}</text:p>'

    def add(self, *args, **named):
        self.body.append(self.paragraph(*args, **named))

    def table(self, table, padding=(1.5, 3), breaks=False):
        self.body.append(self.table_text(table, padding, breaks))

    def table_text(self, table, padding, breaks=False):
        self.count += 1
        number_of_table = self.count
        total = sum(table.widths)
        columns = "".join(
            '<table:table-column table:style-name="%s"/>' % self.style(
                "table-column", f'<style:table-column-properties style:column-width="{w}pt"/>') for w in table.widths)
        name = self.style("table", (
            f'<style:table-properties style:width="{total}pt" table:align="left"'
            + (' fo:break-before="column"' if breaks else "") + "/>"))
        grid = {}
        rows = []
        for number, row in enumerate(table.rows):
            cells, column, queue = [], 0, list(row)
            while column < len(table.widths):
                if (number, column) in grid:
                    cells.append("<table:covered-table-cell/>")
                    column += 1
                    continue
                cell = queue.pop(0)
                for r in range(cell.rows):
                    for c in range(cell.columns):
                        grid[number + r, column + c] = cell
                properties = "".join(
                    f'fo:border-{side}="{"0.75pt solid #000000" if letter in cell.rule else "none"}" '
                    for side, letter in (("top", "t"), ("bottom", "b"), ("left", "l"), ("right", "r")))
                if table.fill and number % 2 and number >= table.fill:
                    properties += 'fo:background-color="#e4eaf0" '
                look = self.style("table-cell", (
                    f'<style:table-cell-properties {properties}style:vertical-align="{"middle" if cell.rows > 1 else table.vertical}" '
                    f'fo:padding-top="{padding[0]}pt" fo:padding-bottom="{padding[0]}pt" fo:padding-left="{padding[1]}pt" '
                    f'fo:padding-right="{padding[1]}pt"/>'))
                text = cell.text
                if cell.lead:
                    text += "\t"
                text += "\u00a0" * round(2 * cell.pad)  # half a digit wide
                paragraph = self.paragraph(
                    text, table.size, cell.align, cell.bold, after=0, indent=cell.indent, hang=cell.hang, tab=cell.lead, lead=True,
                    mark=cell.mark)
                if cell.table:
                    paragraph += self.table_text(cell.table, padding) + self.paragraph("", 2, after=0)
                cells.append(
                    f'<table:table-cell table:style-name="{look}" table:number-columns-spanned="{cell.columns}" '
                    f'table:number-rows-spanned="{cell.rows}" office:value-type="string">{paragraph}</table:table-cell>')
                cells += ["<table:covered-table-cell/>"] * (cell.columns - 1)
                column += cell.columns
            look = self.style("table-row", f'<style:table-row-properties style:row-height="{table.height}pt"/>') if table.height else ""
            look = f' table:style-name="{look}"' if look else ""
            row = f'<table:table-row{look}>{"".join(cells)}</table:table-row>'
            isHead = table.repeats and number == 0
            rows.append(f"<table:table-header-rows>{row}</table:table-header-rows>" if isHead else row)
        return (
            f'<table:table table:name="t{number_of_table}" table:style-name="{name}">{columns}{"".join(rows)}</table:table>')

    def beside(self, tables, gap, columns=None):
        """Tables beside each other, in a section of columns."""
        above, self.body = self.body, []
        for number, table in enumerate(tables):
            self.table(table, breaks=number > 0)
        name = self.style("section", (
            f'<style:section-properties text:dont-balance-text-columns="true"><style:columns fo:column-count="{columns or len(tables)}" '
            f'fo:column-gap="{gap}pt"/></style:section-properties>'))
        self.count += 1
        self.body = above + [f'<text:section text:name="c{self.count}" text:style-name="{name}">{"".join(self.body)}</text:section>']

    def drawing(self, height, shapes):
        """Lines, bars and words (x, y, width, height in points from the top left of an empty paragraph)."""
        inner = ""
        for kind, x, y, width, depth, text in shapes:
            place = f'text:anchor-type="paragraph" svg:x="{x}pt" svg:y="{y}pt" svg:width="{width}pt" svg:height="{depth}pt"'
            if kind in ("words", "points"):
                look = self.style("graphic", (
                    '<style:graphic-properties draw:stroke="none" draw:fill="none" style:wrap="run-through" fo:padding="0pt" '
                    'draw:auto-grow-height="false" draw:textarea-horizontal-align="center"/>'))
                words = self.paragraph(text, *((7.5, "center") if kind == "words" else (18, "left")), after=0)
                inner += f'<draw:frame draw:style-name="{look}" {place}><draw:text-box>{words}</draw:text-box></draw:frame>'
            else:
                colour = "#4a6a8a" if kind == "bar" else "#999999"
                look = self.style("graphic", (
                    f'<style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="{colour}" style:wrap="run-through"/>'))
                inner += f'<draw:rect draw:style-name="{look}" {place}/>'
        name = self.style("paragraph", f'<style:paragraph-properties fo:margin-bottom="{height}pt"/>')
        self.body.append(f'<text:p text:style-name="{name}">{inner}</text:p>')

    def text(self):
        styles = "".join(
            f'<style:style style:name="{name}" style:family="{family}">{inner}</style:style>'
            for (family, inner), name in self.styles.items())
        columns = f'<style:columns fo:column-count="{self.columns}" fo:column-gap="18pt"/>' if self.columns > 1 else ""
        spaces = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p, u in (
            ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
            ("fo", "xsl-fo-compatible"), ("draw", "drawing"), ("svg", "svg-compatible")))
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
            'style:font-name="Liberation Serif" fo:font-family="Liberation Serif" style:font-family-asian="Noto Serif CJK SC" '
            'fo:language="en" fo:country="US" fo:hyphenate="false"/></style:default-style></office:styles>'
            f'<office:automatic-styles>{styles}<style:page-layout style:name="pl"><style:page-layout-properties '
            f'fo:page-width="{self.across}pt" fo:page-height="{self.down}pt" fo:margin-top="60pt" fo:margin-bottom="60pt" fo:margin-left="66pt" '
            f'fo:margin-right="66pt">{columns}</style:page-layout-properties></style:page-layout></office:automatic-styles>'
            '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"/></office:master-styles>'
            f'<office:body><office:text>{"".join(self.body)}</office:text></office:body></office:document>')
