"""Pages in the manners of statistical bureaus, composed at random: boxheads of one to three storeys, stubs with leaders, groups and sections,
figures with signs of currency, brackets and marks, rules of many manners, beside prose and over pages. Standard library only."""
from table_federal import LINES, PLACES, cases_of, framed, ruled, three
from table_press import Item, PressTable

RULING = ["three", "spanners", "box", "head alone", "none", "short", "double"]
MARKS = ["(NA)", "(X)", "(D)", "(Z)", "–", "...", "W", "N/A", "--"]
SPANS = ["Total", "Private sector", "Goods-producing", "Owner occupied", "Not seasonally adjusted", "Net change", "Land in farms", "Change,\n2007–2008", "Male", "Female"]
LEAVES = ["Number", "Percent", "Average\nper unit", "Value\n(dollars)", "Rate", "Per\ncapita", "Margin of\nerror", "Median", "Share of\ntotal", "Index"]
SINGLES = ["Total\nunits", "Estab-\nlishments", "Annual\npayroll", "Paid\nemployees", "Percent\nchange", "Average", "Rank"]
STUB_HEADS = ["Item", "State", "Industry", "Characteristic", "Type of expenditure", "Area and kind of\nownership", ""]
SECTIONS = ["NUMBER (1,000)", "Percent distribution", "Billions of Dollars", "CURRENT DOLLARS", "As a Percentage of Total"]


class Bureau:
    """One manner, drawn once, that all rows of a table keep."""

    def __init__(self, clerk, leaves):
        draw = clerk.random
        self.clerk, self.leaves = clerk, leaves
        self.rule = draw.choice(RULING)
        self.lead = draw.random() < 0.6
        self.isSectioned = draw.random() < 0.3
        self.isGrouped = draw.random() < 0.5
        self.isLong = draw.random() < 0.3  # labels of several lines
        self.pause = draw.choice([0, 0, 5])  # white after so many rows
        self.kinds = [draw.choice(["count", "rate", "money", "signed"]) for _ in range(leaves)]
        self.share = draw.choice([0, 0.08, 0.25])

    def figure(self, column, isSigned, **named):
        kind, clerk = self.kinds[column], self.clerk
        if clerk.random.random() < self.share:
            return Item(clerk.random.choice(MARKS), "right", **named)
        if kind == "count":
            return Item(clerk.count(5), "right", mark=clerk.mark(0.04), **named)
        if kind == "rate":
            return Item(clerk.rate(), "right", **named)
        if kind == "money":
            return Item(clerk.count(6), "right", sign="$" if isSigned else "", **named)
        text = clerk.signed(4)
        return Item(text, "right", pad=0 if text.endswith(")") else 3, **named)

    def row(self, label, indent=0, bold=False, space=0, isSigned=False):
        return [Item(label, indent=indent, hang=6, bold=bold, space=space, lead=1 if self.lead and not bold else None)] + [
            self.figure(column, isSigned, bold=bold, space=space) for column in range(self.leaves)]

    def head(self):
        """One to three storeys."""
        draw = self.clerk.random
        storeys = draw.choice([1, 2, 2, 2, 3]) if self.leaves >= 4 else draw.choice([1, 2]) if self.leaves >= 2 else 1
        stub = Item(draw.choice(STUB_HEADS), draw.choice(["center", "left"]), rows=storeys, at=draw.choice(["bottom", "middle"]))
        if storeys == 1:
            return [[stub] + [Item(text, "center") for text in draw.sample(LEAVES + SINGLES, self.leaves)]]
        upper, lower, left = [stub], [], self.leaves
        spans = draw.sample(SPANS, len(SPANS))
        singles = draw.sample(SINGLES, len(SINGLES))
        years = draw.random() < 0.4
        leaves = self.clerk.years(3) if years else draw.sample(LEAVES, 3)
        groups = []
        while left:
            wide = min(left, draw.choice([1, 2, 2, 3, 3])) if left > 1 and (groups or left < self.leaves or self.leaves > 2) else min(left, 2)
            if wide == 1 and not singles:
                continue
            groups.append(wide)
            left -= wide
        if all(wide == 1 for wide in groups):
            groups = [2] + groups[2:]
        for wide in groups:
            if wide == 1:
                upper.append(Item(singles.pop(), "center", rows=2))
            else:
                upper.append(Item(spans.pop(), "center", columns=wide))
                lower += [Item(text, "center") for text in leaves[:wide]]
        if storeys == 2:
            return [upper, lower]
        # The roof stands above all but the first group where that is one column, else above all.
        first = 1 if groups[0] == 1 else 0
        roof = [stub]
        if first:
            upper[1].rows = 3
            roof.append(upper.pop(1))
        return [roof + [Item("Year ended September 30—", "center", columns=self.leaves - first)], upper[1:], lower]

    def body(self, rows):
        clerk, body = self.clerk, []
        draw = clerk.random
        rows = rows // (1 + self.isSectioned)

        def label():
            return draw.choice(LINES)[:70 if self.isLong else 26].strip(" ,") if draw.random() < 0.6 else draw.choice(PLACES)

        for section in draw.sample(SECTIONS, 2) if self.isSectioned else [None]:
            if section:
                body.append([Item(section, "center", columns=self.leaves + 1, bold=draw.random() < 0.3, space=4)])
            body.append(self.row("Total", indent=8 * draw.choice([0, 1]), bold=draw.random() < 0.4, isSigned=True))
            for _ in range(2 if self.isGrouped else 1):
                if self.isGrouped:
                    body.append([Item(label()[:26] + ":", space=2)] + [Item("", space=2) for _ in range(self.leaves)])
                for number in range(max(3, rows // (1 + self.isGrouped))):
                    body.append(self.row(label(), indent=8 if self.isGrouped else 0, space=5 if self.pause and number and number % self.pause == 0 else 0))
        return body

    def rules(self, head, body):
        rule = self.rule
        if rule == "none":
            return
        if rule == "head alone":
            for item in head[-1] + [item for row in head[:-1] for item in row if row.index(item) == 0 or item.rows > 1]:
                item.rule += "b"
            return
        three(head, body)
        for row in head[:-1]:
            for item in row:
                if item.rows > 1:  # where the head ends
                    item.rule = item.rule.replace("b", "") + "b"
                elif item.columns > 1 and rule != "three":
                    item.rule += "u" if rule == "short" else "b"
        if rule == "box":
            for row in head + body:
                for item in row[1:] if row[0].columns == 1 else []:
                    item.rule += "l"
            for row in head[1:]:
                row[0].rule += "l" if "l" not in row[0].rule else ""
        if rule == "double":
            ruled(head[0], "T")
            ruled(body[-1], "B")


def bureau(clerk, press, rows=None, leaves=None, width=430):
    """A table of some manner with what its columns need."""
    leaves = leaves or clerk.random.randrange(2, 9)
    manner = Bureau(clerk, leaves)
    head, body = manner.head(), manner.body(rows or clerk.random.randrange(6, 16))
    manner.rules(head, body)
    size = clerk.random.choice([7, 8, 9]) if leaves < 7 else 7
    stub = min(170, width * 0.45)
    return manner, head, body, PressTable([stub] + [max((width - stub) / leaves, 44)] * leaves, head + body, size)


def titled(clerk, press, number=1, left=54, wide=430):
    """A title, and often a line of units below it; returns both for the next page."""
    title = f"Table {number}. {clerk.words(5, 9).capitalize()}"
    note = clerk.random.choice(["", "", "[In thousands]", "(Dollars in millions)", "[Thousands of dollars. For years ending June 30. See text]"])
    entitled(press, title, note, left, wide)
    return title, note


def entitled(press, title, note, left=54, wide=430):
    press.paragraph(title, 9, bold=True, full=False, after=2, left=left, wide=wide)
    if note:
        press.paragraph(note, 7, full=False, after=3, left=left, wide=wide)


def composed(clerk, press):
    """One table between paragraphs."""
    *_, table = bureau(clerk, press)
    press.paragraph(clerk.prose(4))
    titled(clerk, press)
    press.table(table, left=clerk.random.choice([54, 70]), pad=(clerk.random.choice([0.5, 1, 1.5]), clerk.random.choice([2, 4])))
    press.paragraph(f"1 {clerk.words(6, 12).capitalize()}.", 7, full=False, after=1)
    press.paragraph("Source: Bureau of Regional Accounts, unpublished data.", 7, full=False, after=8)
    press.paragraph(clerk.prose(5))
    return [table]


def stacked(clerk, press):
    """Two tables of different manners below each other on a page of nothing else."""
    tables = []
    for number in (1, 2):
        *_, table = bureau(clerk, press, rows=7)
        titled(clerk, press, number)
        press.table(table, pad=(0.8, 3))
        press.paragraph("NOTE: Detail may not sum to totals because of rounding.", 7, full=False, after=14)
        tables.append(table)
    return tables


def paged(clerk, press):
    """A table over two pages with title and head again on the second."""
    _, head, body, table = bureau(clerk, press, rows=40)
    cut = len(body) // 2
    title, note = titled(clerk, press, 3)
    press.table(PressTable(table.widths, head + body[:cut], table.size), pad=(0.6, 3))
    press.paragraph("See footnotes at end of table.", 7, full=False)
    press.page()
    entitled(press, title + clerk.random.choice(["—Continued", " (continued)", "—Con."]), note)
    press.table(PressTable(table.widths, head + body[cut:], table.size), pad=(0.6, 3))
    press.paragraph("(X) Not applicable. (NA) Not available.", 7, full=False)
    return [table]


def inset(clerk, press):
    """In one of two columns of prose."""
    *_, table = bureau(clerk, press, rows=6, leaves=clerk.random.choice([2, 3]), width=236)
    table.size = 7
    at = clerk.random.choice([54, 318])
    for left in (54, 318):
        press.top = 54
        for number in range(6):
            if number == 2 and left == at:
                titled(clerk, press, 2, left=left, wide=236)
                press.table(table, left=left, pad=(0.6, 2))
                press.paragraph("See notes at end of chapter.", 7, full=False, left=left, wide=236, after=8)
            press.paragraph(clerk.prose(4), 9, left=left, wide=236)
    return [table]


def baselines(clerk, press):
    """Budget offices: years across, two sums of years with a heading above, sections, sums below short rules, memorandum lines."""
    first = clerk.random.randrange(2003, 2008)
    years = [str(first + n) for n in range(8)]
    head = [[Item("")] + [Item(y, "right") for y in years] + [Item(f"Total,\n{years[1]}–{years[5]}", "right"), Item(f"Total,\n{years[1]}–{years[-1]}", "right")]]
    body = []
    for section in ("In Billions of Dollars", "As a Percentage of Gross Domestic Product"):
        isShare = section.startswith("As")
        body.append([Item(section, "center", columns=11, bold=True, space=5)])

        def figures(**named):
            texts = [clerk.rate(20) if isShare else clerk.signed(4) for _ in range(8)] + ["n.a." if isShare else clerk.count(5) for _ in range(2)]
            return [Item(text, "right", **named) for text in texts]

        body.append([Item("Revenues")] + [Item("") for _ in range(10)])
        for label in ("Individual income taxes", "Social insurance taxes", "Other"):
            body.append([Item(label, indent=8)] + figures())
        for item in body[-1][1:]:
            item.rule += "u"
        body.append([Item("Total Revenues", indent=16)] + figures())
        body.append([Item("Outlays", space=4)] + figures(space=4))
        body.append([Item("Deficit (-) or Surplus", bold=True, space=4)] + figures(space=4, bold=True))
    body.append([Item("Memorandum:", space=5)] + [Item("", space=5) for _ in range(10)])
    body.append([Item("Debt Held by the Public at the End of the Year", hang=8)] + [Item(clerk.count(5), "right") for _ in range(8)] + [Item("n.a.", "right") for _ in range(2)])
    three(head, body)
    return framed(clerk, press, "Table 1-2. Baseline Budget Projections", PressTable([128] + [37] * 8 + [44] * 2, head + body, 7), pad=(0.7, 2))


def panels(clerk, press):
    """The same columns in two panels beside each other, without a rule between: one table."""
    rows = clerk.random.randrange(8, 16)
    names = clerk.random.sample([f"{place}{end}" for place in PLACES for end in ("", " East")], 2 * rows)
    year, lead = clerk.years(2), clerk.random.random() < 0.6
    head = [[Item(text, "center" if n % 3 else "left") for n, text in enumerate(("State", year[0], year[1]) * 2)]]
    body = [[item for half in (0, rows) for item in [Item(names[n + half], lead=1 if lead else None), Item(clerk.count(5), "right"), Item(clerk.count(5), "right")]] for n in range(rows)]
    if clerk.random.random() < 0.7:
        three(head, body)
    return framed(clerk, press, "Table 9. Licensed drivers, by State", PressTable([110, 60, 60] * 2, head + body, 8), pad=(0.8, 6))


def comments(clerk, press):
    """Sentences in three columns between three rules, as rulemakings and audits print."""
    heads = clerk.random.choice([("Commenter", "Comment", "Response"), ("Provision", "Current rule", "Proposed rule"), ("Recommendation", "Status", "Agency action")])
    head = [[Item(h, clerk.random.choice(["center"])) for h in heads]]
    body = [[Item(clerk.words(2, 5).capitalize(), at="top", hang=6)] + [Item(clerk.words(8, 22).capitalize() + ".", at="top") for _ in heads[1:]] for _ in range(clerk.random.randrange(4, 8))]
    for row in body[1:]:
        for item in row:
            item.space = 5
    three(head, body)
    return framed(clerk, press, f"TABLE 3.—{clerk.words(4, 7).upper()}", PressTable([110, 190, 190], head + body, 8), notes=False, pad=(1, 5))


def changes(clerk, press):
    """Names of groups beside the first of three rows: year, year, change."""
    years = clerk.years(2)
    hasRule = clerk.random.random() < 0.5
    leaves = clerk.random.randrange(4, 8)
    head = [[Item("Population group", "center", columns=2, at="middle")] + [Item(h, "center", at="middle") for h in ("Total\ncrime", "Violent\ncrime", "Property\ncrime", "Robbery", "Burglary", "Larceny-\ntheft", "Motor\nvehicle\ntheft")[:leaves]]]
    body = []
    for place in clerk.some(PLACES, 4, 7):
        body.append([Item(place.upper(), rows=1, space=3), Item(years[0], space=3)] + [Item(clerk.count(6), "right", space=3) for _ in range(leaves)])
        body.append([Item(f"{clerk.count(4)} agencies"), Item(years[1])] + [Item(clerk.count(6), "right") for _ in range(leaves)])
        body.append([Item(""), Item("Percent change")] + [Item(clerk.random.choice(["+", "-"]) + clerk.rate(20), "right") for _ in range(leaves)])
        if hasRule:
            ruled(body[-1], "b")
    three(head, body)
    return framed(clerk, press, "Table 12. Crime trends by population group", PressTable([100, 70] + [46] * leaves, head + body, 7), notes=False)


def statements(clerk, press):
    """Balance sheets of filings: signs of currency, brackets, two groups of columns, double rules below sums."""
    years = clerk.years(2)[::-1]
    press.family = "Times"
    head = [[Item("", rows=2), Item("Three Months Ended\nJune 30,", "center", columns=2, bold=True, rule="u"), Item("Six Months Ended\nJune 30,", "center", columns=2, bold=True, rule="u")],
            [Item(y, "center", bold=True, rule="u") for _ in range(2) for y in years]]
    body = []

    def row(label, indent=0, sign=False, rule="", blank=False, space=0):
        items = [Item(label, indent=indent, hang=8, space=space)]
        for _ in range(4):
            text = "" if blank else clerk.random.choice(["—"] if clerk.random.random() < 0.08 else [clerk.signed(5)])
            items.append(Item(text, "right", sign="$" if sign else "", rule=rule, space=space, pad=0 if text.endswith(")") else 3))
        body.append(items)

    row("Revenues:", blank=True)
    row("Product sales", 10, sign=True)
    row("Services", 10, rule="u")
    row("Total revenues", 20)
    row("Costs and expenses:", blank=True, space=3)
    for label in clerk.some(["Cost of products sold", "Research and development", "Selling, general and administrative expenses, including stock compensation", "Restructuring", "Depreciation and amortization"], 3, 5):
        row(label, 10)
    ruled(body[-1][1:], "u")
    row("Total costs and expenses", 20)
    row("Net income (loss)", sign=True, rule="u", space=3)
    row("Basic net income per common share", sign=True)
    return framed(clerk, press, "CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", PressTable([210, 68, 68, 68, 68], head + body, 9), notes=False, pad=(1, 6))


def centred(clerk, press):
    """Labels of two and three lines with figures in their middle, white between the rows, rules at head and end."""
    heads = ["Number of\ncases", "Percent", "95% confidence\ninterval", "P value"][:clerk.random.randrange(2, 5)]
    head = [[Item("Characteristic", "left")] + [Item(h, "center") for h in heads]]
    body = [[Item(clerk.words(3, 14).capitalize(), at="middle", space=4)] + [Item(clerk.rate() if n != 2 else f"{clerk.rate(9)}–{clerk.rate(90)}", "center", at="middle", space=4) for n in range(len(heads))] for _ in range(clerk.random.randrange(5, 9))]
    for row in body:
        for item in row:
            item.space = 4
    three(head, body)
    return framed(clerk, press, "TABLE 2. Characteristics associated with reported illness", PressTable([180] + [80] * len(heads), head + body, 8.5), pad=(1.5, 4))


def units(clerk, press):
    """Crop reports: names of units in a row of their own below the head, hyphens on both sides; white instead of rules."""
    years = clerk.years(3)
    head = [[Item("State", "center", rows=2), Item("Area planted", "center", columns=3, rule="b"), Item("Yield", "center", columns=3, rule="b")],
            [Item(y, "center") for _ in range(2) for y in years]]
    body = [[Item(""), Item("1,000 acres", "center", columns=3), Item("Bushels", "center", columns=3)]]
    body += [[Item(label, lead=1, space=4 if n and n % 5 == 0 else 0)] + [Item(clerk.count(4), "right", pad=8, space=4 if n and n % 5 == 0 else 0) for _ in years] + [Item(clerk.rate(), "right", pad=8, space=4 if n and n % 5 == 0 else 0) for _ in years] for n, label in enumerate(clerk.some(PLACES, 8, 16))]
    body.append([Item("US", lead=1, space=5)] + [Item(clerk.count(5), "right", pad=8, space=5) for _ in years] + [Item(clerk.rate(), "right", pad=8, space=5) for _ in years])
    three(head, body)
    return framed(clerk, press, "Winter Wheat: Area Planted and Yield by State", PressTable([110] + [58] * 6, head + body, 8))


TABLES = [(composed, 10), (stacked, 4), (paged, 5), (inset, 5), (baselines, 2), (panels, 2), (comments, 2), (changes, 2), (statements, 2), (centred, 2), (units, 2)]


def bureaus(seed):
    """Name, kind, document and tables of every case."""
    return cases_of(seed, "bureau", TABLES)
