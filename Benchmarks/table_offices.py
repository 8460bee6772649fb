"""Pages in further manners of offices: boxheads with amounts and numbered columns, headings turned by a quarter, words beside short rules,
tables typed for line printers, groups named over two lines, words with lines between their rows, cells coloured one by one, names of columns
that repeat, matrices of marks, panels, labels of several lines. Standard library only."""
from table_federal import LINES, PLACES, cases_of, framed, ruled, three
from table_press import Item, PressTable

CLASSES = [("Zero\nassets", "$1 under\n$500,000", "$500,000 under\n$1,000,000", "$1,000,000 under\n$5,000,000", "$5,000,000\nor more"),
           ("Under\n$15,000", "$15,000\nto $24,999", "$25,000\nto $49,999", "$50,000\nto $99,999", "$100,000\nor more"),
           ("1 to 9\nacres", "10 to 49\nacres", "50 to 179\nacres", "180 to 499\nacres", "500 acres\nor more")]
CHARGES = ["Contract", "Real Property", "Motor Vehicle", "Other Personal Injury", "Civil Rights", "Prisoner Petitions", "Labor Suits", "Social Security",
           "Tax Suits", "Forfeiture and Penalty", "Bankruptcy", "All Other"]
FINDINGS = ["Gate logs incomplete", "No spare motors held at the yard", "Survey maps outdated", "Contracts overlap", "Fees not billed within thirty days",
            "Keys not returned", "Inventory not counted since the move", "Access lists not reviewed"]
ACTIONS = ["Revise manual", "Purchase two", "Resurvey approaches and publish the charts", "Rebid", "Bill monthly", "Issue badges", "Count each quarter", "Review lists"]


def sizes(clerk, press):
    """Tax statistics: a boxhead of two storeys with classes of amounts, often the columns' numbers below it, upright rules or none."""
    draw = clerk.random
    classes = draw.choice(CLASSES)
    isNumbered, upright, isOpen = draw.random() < 0.5, draw.choice(["", "head", "all", "all"]), draw.random() < 0.3
    below = "" if isNumbered and isOpen else "b"
    head = [[Item("Item", "center", rows=2, at=draw.choice(["middle", "bottom"]), rule="t" + below),
             Item("Total\nreturns", "center", rows=2, at=draw.choice(["middle", "bottom"]), rule="t" + below),
             Item("Size of total assets", "center", columns=5, rule="tb")],
            [Item(text, "center", rule=below) for text in classes]]
    if isNumbered:
        head.append([Item("", rule="b")] + [Item(f"({number})", "center", rule="b") for number in range(1, 7)])
    body, lead = [], draw.random() < 0.6
    labels = ["Number of returns", "Total receipts"] + clerk.some(LINES, 8, 14)
    for number, label in enumerate(labels):
        body.append([Item(label, indent=0 if number < 2 else 6, hang=6, lead=1 if lead else None)] + [
            Item(draw.choice(["--", clerk.count(6), clerk.count(7), clerk.count(7)]), "right", mark=clerk.mark(0.02)) for _ in range(6)])
    ruled(body[-1], "b")
    for row in (head if upright == "head" else head + body if upright else []):
        for item in row[1 if row[0].text in ("Item", "") or row in body else 0:]:
            item.rule += "l"
    return framed(clerk, press, "Table 4. Corporate Returns: Selected Receipts and Deductions, by Size of Total Assets",
                  PressTable([132] + [62] * 6, head + body, 7), pad=(0.8, 3))


def turned(clerk, press):
    """Courts: names of columns turned by a quarter, without upright rules; circuits bold above their districts."""
    names = clerk.some(CHARGES, 5, 9)
    head = [[Item("Circuit and District", at="bottom"), Item("Total", "right", at="bottom")] + [Item(name, turn=True) for name in names]]
    body = [[Item("Total", bold=True)] + [Item(clerk.count(4), "right") for _ in range(len(names) + 1)]]
    for circuit in range(1, clerk.random.randrange(3, 5)):
        body.append([Item(f"{circuit}{'st' if circuit == 1 else 'nd' if circuit == 2 else 'rd'} Circuit", bold=True, space=4)] + [
            Item(clerk.count(4), "right", space=4) for _ in range(len(names) + 1)])
        body += [[Item(place, indent=8)] + [Item(clerk.gap(clerk.count(3), 0.08), "right") for _ in range(len(names) + 1)] for place in clerk.some(PLACES, 3, 6)]
    if clerk.random.random() < 0.7:
        three(head, body)
    else:
        ruled(head[-1], "b")
    return framed(clerk, press, "Table C-3. Petitions Filed, by District and Nature of Claim", PressTable([120, 44] + [34] * len(names), head + body, 8), pad=(1, 2))


def findings(clerk, press):
    """Audits: words in columns, names of offices over several rows, rules between the rows that begin at the second column."""
    draw = clerk.random
    head = [[Item(h, bold=True, rule="tb") for h in ("Bureau", "Finding", "Action", "Due")]]
    body = []
    for place in clerk.some(PLACES, 3, 5):
        wide = draw.randrange(1, 4)
        for number in range(wide):
            row = [Item(draw.choice(FINDINGS), at="top"), Item(draw.choice(ACTIONS), at="top"), Item(f"{draw.randrange(1, 13)}/20{draw.randrange(10, 13)}", at="top")]
            ruled(row, "b")
            body.append(([Item(place, rows=wide, at="top", rule="b")] if number == 0 else []) + row)
    return framed(clerk, press, "Table 6. Findings and planned actions", PressTable([84, 150, 150, 60], head + body, 9), notes=False, pad=(2, 4))


def grouped(clerk, press):
    """Names of groups of rows, some of them in two lines, above rows set in."""
    years = clerk.years(4)
    head = [[Item(clerk.random.choice(["Function and program", "Object"]))] + [Item(y, "right") for y in years]]
    body = []
    for name in clerk.random.sample(["Discretionary programs of the department, net of receipts from the public:", "Mandatory:", "Salaries and expenses:",
                                     "Grants to States and to local governments for construction and repair:", "Offsetting receipts:"], 3):
        body.append([Item(name, hang=8, space=2)] + [Item("", space=2) for _ in years])
        body += [[Item(label, indent=10, hang=8, lead=1)] + [Item(clerk.count(5), "right") for _ in years] for label in clerk.some(LINES, 2, 5)]
    three(head, body)
    return framed(clerk, press, "Table 2. Outlays by function", PressTable([190] + [56] * 4, head + body, 8), pad=(0.8, 3))


def typed(clerk, press):
    """Crop reports of line printers: hyphens as level rules, colons as upright ones, letters of one width."""
    draw = clerk.random
    press.family, press.manner = "Courier", draw.choice(["line", "word"])
    years, items = clerk.years(3), draw.sample(["Area Harvested", "Yield per Acre", "Production", "Price"], draw.choice([2, 3]))
    stub, cell = 20, 8
    mark = draw.choice([":", ":", "|"])
    wide = stub + len(items) * 3 * (cell + 1)
    line = "-" * wide

    def cells(texts, span, between):
        return "".join(mark + text.center(span * (cell + 1) - 1) if between else " " + text.rjust(cell - 1) + " " for text in texts)

    names = clerk.some(PLACES, 6, 12)
    figures = [[clerk.count(4) if number < 3 else clerk.rate(300) for number in range(3 * len(items))] for _ in names]
    lines = [line, " " * stub + cells(items, 3, True), "County".center(stub) + mark + ("-" * (3 * cell + 2) + mark) * (len(items) - 1) + "-" * (3 * cell + 2),
             " " * stub + cells(years * len(items), 1, True), line, " " * stub + mark]
    for number, (name, row) in enumerate(zip(names, figures)):
        if number and number % 5 == 0:
            lines.append(" " * stub + mark)
        lines.append(name.ljust(stub) + mark + cells(row, 1, False)[1:])
    lines.append(line)
    press.paragraph(clerk.words(6, 9).capitalize() + ", by County", 9, full=False, after=4)
    for text in lines:
        press.top += 9.5
        press.text(54, press.top, text.rstrip(), 7.5)
    press.top += 8
    press.paragraph("1/ Included in other counties.", 7.5, full=False)
    head = [[Item("County", rows=2)] + [Item(item, columns=3) for item in items], [Item(y) for _ in items for y in years]]
    return [PressTable([1] * (1 + 3 * len(items)), head + [[Item(name)] + [Item(text) for text in row] for name, row in zip(names, figures)], 8)]


def actions(clerk, press):
    """Audits: words in four columns, lines between the rows alone or a line below the head alone; heads bold or on grey."""
    draw = clerk.random
    hasBand, hasRows, hasEnd = draw.random() < 0.5, draw.random() < 0.6, draw.random() < 0.7
    head = [[Item(h, bold=True, at="top", fill=0.8 if hasBand else None, rule="" if hasRows else "b") for h in ("Agency", "Requirement", "Status", "Remaining action")]]
    body = []
    for place in clerk.some(PLACES, 4, 7):
        body.append([Item(f"Office of {place}", at="top"), Item(draw.choice(FINDINGS) + draw.choice(["", " and not mended since the last audit of the yard"]), at="top"),
                     Item(draw.choice(["Done", "In part", "Not begun"]), at="top"), Item(draw.choice(ACTIONS + ["None"]), at="top")])
        if hasRows:
            ruled(body[-1], "b")
    if hasRows and not hasEnd:
        for item in body[-1]:
            item.rule = ""
    elif not hasRows:
        ruled(body[-1], "b")
    return framed(clerk, press, "Table 3. Actions by agency", PressTable([100, 160, 70, 140], head + body, 8), notes=False, pad=(3, 4))


def coloured(clerk, press):
    """Cells coloured one by one with white between them, words in them; no lines."""
    draw = clerk.random
    grey = [draw.choice([0.6, 0.7]), draw.choice([0.85, 0.9])]
    head = [[Item(h, "center", bold=True, fill=grey[0]) for h in ("Cause", "With warning", "Without warning")]]
    body = [[Item(place, bold=True, at="middle", fill=grey[0])] + [Item(draw.choice(FINDINGS + ACTIONS), "left", at="middle", fill=grey[1]) for _ in range(2)]
            for place in clerk.some(PLACES, 3, 6)]
    press.gap = draw.choice([0.5, 1, 1.5])
    return framed(clerk, press, "Table 8. Causes", PressTable([110, 160, 160], head + body, 9), notes=False, pad=(4, 5))


def repeated(clerk, press):
    """Names of columns that repeat below headings of groups, all flush left or at the right of their cells; lines or none."""
    draw = clerk.random
    align, groups = draw.choice(["left", "left", "right"]), draw.choice([2, 2, 3])
    names = draw.sample(["Grants", "Loans", "Other", "Fees"], draw.choice([2, 3]))
    head = [[Item("Program", rows=2)] + [Item(g, draw.choice(["left", align]) if align == "left" else "center", columns=len(names))
                                        for g in draw.sample(["Urban districts", "Rural districts", "All districts", "Tribal lands"], groups)],
            [Item(n, align) for _ in range(groups) for n in names]]
    body = [[Item(label)] + [Item(clerk.count(4), align) for _ in range(groups * len(names))] for label in clerk.some(LINES, 5, 9)]
    if draw.random() < 0.6:
        three(head, body)
    return framed(clerk, press, "Table 5. Outlays by program and kind of district", PressTable([130] + [46] * (groups * len(names)), head + body, 7.5), pad=(1, 3))


def checked(clerk, press):
    """A matrix of marks with blank cells, a line of sums below or none; rules of three manners."""
    draw = clerk.random
    mark, services = draw.choice(["X", "X", "Yes", "x"]), draw.sample(["Meals", "Home\nrepair", "Respite", "Rides", "Case\nmanagement", "Legal aid"], 5)
    head = [[Item("State")] + [Item(name, "center") for name in services]]
    body = [[Item(place)] + [Item(mark if draw.random() < 0.55 else "", "center") for _ in services] for place in clerk.some(PLACES, 6, 11)]
    if draw.random() < 0.5:
        body.append([Item("Total")] + [Item(str(draw.randrange(1, 9)), "center") for _ in services])
    manner = draw.choice(["none", "head", "three"])
    if manner == "three":
        three(head, body)
    elif manner == "head":
        ruled(head[-1], "b")
    return framed(clerk, press, "Exhibit 5. Services Provided, by State", PressTable([110] + [62] * 5, head + body, 8), pad=(1, 3))


def panelled(clerk, press):
    """Names of panels flush with the labels of their rows, longer than these: they run over columns of figures."""
    draw = clerk.random
    count = draw.choice([4, 5, 6])
    head = [[Item("Variable")] + [Item(name, "center") for name in ["Mean", "Std. dev.", "Number", "Least", "Most", "Cases"][:count]]]
    body, style = [], draw.choice([{}, {"space": 4}])
    for letter, name in zip("ABC", draw.sample(["Characteristics of the households", "Characteristics of the villages and towns",
                                                "Receipts in the year before the survey", "Schools and roads near the household"], 3)):
        body.append([Item(f"Panel {letter}: {name}", columns=count + 1, **style)])
        body += [[Item(label)] + [Item(f"{draw.uniform(0, 40):.2f}", "right") for _ in range(count)] for label in draw.sample(
            ["Size", "Age of head", "Distance (km)", "Years of school", "Land (ha)", "Has a well"], 3)]
    three(head, body)
    return framed(clerk, press, "Table 1. Means of the variables", PressTable([84] + [52] * count, head + body, 8), pad=(1, 2))


def recipients(clerk, press):
    """Labels of several lines that all begin with capitals, figures beside their first or last line, white between the rows."""
    draw = clerk.random
    names = draw.sample(["University of\nMarlow Falls", "Southern Bay\nHealth Corporation", "Tribes of\nElm County", "Municipality of\nAlder",
                         "Carver Regional\nHousing Authority", "Boone", "School District\nof Fern Valley", "Dell"], 6)
    head = [[Item("Recipient", at="bottom")] + [Item(name, "right") for name in ["Grants", "Loans", "Total"]]]
    at = draw.choice(["top", "top", "bottom"])
    body = [[Item(name, at="top", hang=draw.choice([0, 0, 8]))] + [Item(clerk.count(5), "right", at=at) for _ in range(3)] for name in names]
    if draw.random() < 0.6:
        three(head, body)
    else:
        ruled(head[-1], "b")
    return framed(clerk, press, "Table 9. Awards by recipient", PressTable([120] + [66] * 3, head + body, 8), pad=(draw.choice([3, 4]), 4))


TABLES = [(sizes, 6), (turned, 4), (findings, 4), (grouped, 3), (typed, 4), (actions, 6), (coloured, 4), (repeated, 5),
          (checked, 5), (panelled, 4), (recipients, 5)]


def offices(seed):
    """Name, kind, document and tables of every case."""
    return cases_of(seed, "office", TABLES)
