"""Pages in the manners of lists and registers: names of parts below codes, headings flush with their rows, records of words, tables beside and below
each other without lines, heads of several lines and of days. Standard library only."""
from table_federal import MANNERS, PLACES, cases_of, finish, framed, ruled
from table_press import Item, PressTable

DEPARTMENTS = ["Department of Rivers and Forests", "Department of Public Order", "Department of Ports and Roads", "Judicial Branch and Courts",
               "Department of Archives", "Office of the Comptroller General", "Board of Regents"]
BUREAUS = ["Office of the Director", "Forestry", "Parks and recreation", "Highway patrol", "Fire marshal", "Water quality and\nsoil conservation",
           "Licensing of drivers and\nregistration of vehicles", "Grants to counties for the\nrepair of bridges and\nculverts", "Printing", "State library",
           "Inspection of scales, pumps\nand meters", "Harbors", "Audits of towns and\nschool districts", "Veterans' homes", "Weather service"]
SECTORS = ["Sector 11—Farms, Forests, and Fishing", "Sector 21—Mining and Quarrying", "Sector 31—Food and Textiles", "Sector 48—Carriers and Storage"]
SUBSECTORS = ["Subsector 1—Field Crops", "Subsector 2—Orchards and Vines", "Subsector 3—Timber Tracts", "Subsector 4—Sand, Clay, and Gravel", "Subsector 5—Mills"]
TRADES = ["Soybean Farming", "Oilseed (except Soybean)\nFarming", "Dry Pea and Bean Farming", "Apple Orchards", "Timber Tract Operations", "Clay and Ceramic\nMinerals Mining",
          "Flour Milling", "Rope, Cordage, and Twine\nMills", "Cold Storage", "Canal Freight", "Nurseries", "Sawmills and\nPlaning of Boards"]
BASINS = ["SALT RIVER BASIN", "Upper Kettle River basin", "Streams tributary to Lake Marlow", "HOLT CREEK BASIN", "Elk River and its tributaries"]
RIVERS = ["Cedar Creek", "Holt Fork", "Salt River", "Mill Run", "Elk River", "Marlow Canal", "Stone Brook", "Kettle River", "Dry Wash", "North Fork"]
SECTIONS = ["Agency administered programs", "Programs administered by other agencies", "Receipts from the public and from fees", "Payments to other governments",
            "Services of the regional offices", "Funds held in trust for others"]
ROWS = ["Salaries", "Grants", "Loans to towns and counties", "Contracts", "Travel and transportation of persons", "Rents", "Supplies and materials", "Fees",
        "Printing and reproduction", "Maintenance of public buildings", "Repairs", "Insurance claims"]
SOURCES = ["Fees", "Taxes on sales", "Licenses", "Grants", "Tuition", "Fines", "Rents", "Income tax", "Interest", "Tolls", "Timber sales"]
REQUIREMENTS = ["Permit required for any withdrawal over 100,000 gallons a day", "Registration of wells only", "Reports once a year by all holders", "No permit",
                "Permit for new uses in districts that the board names", "Notice to the county before drilling", "Metering of wells with a diameter over six inches"]
STATUTES = ["Code 42, section 3-1", "Rules of 1998, chapter 7", "Water Act, section 12", "Statutes 62-1-117", "Public Law 9, title II"]
REMARKS = ["We agree. The manual was revised in March and sent to all offices.", "We agree in part; the schedule depends on the award of the contract.",
           "No action is planned.", "Training was given to the staff of two districts.", "We will bill within thirty days of each delivery.",
           "The office disagrees, since the law sets no term for such reviews."]


def room(press, texts, size, pad):
    """How wide a column is that holds the texts without breaking a line of theirs."""
    return max(press.width(line, size) for text in texts for line in text.split("\n")) + 2 * pad + 0.5


def figures(clerk, count, digits=6, **named):
    return [Item(clerk.count(digits), "right", **named) for _ in range(count)]


# ------------------------------------------------------------------ names of parts below codes
def codes(clerk, press):
    """A code, a name of one to three lines, figures beside its first or its last line; names of parts that run over codes and names."""
    draw = clerk.random
    size, pad, count = draw.choice([7.5, 8, 9]), draw.choice([3, 4]), draw.choice([1, 2, 3, 4])
    at, space = draw.choice(["top", "top", "bottom"]), draw.choice([0, 0, 3])
    lead = 1 if at == "bottom" and draw.random() < 0.6 else None
    sort = draw.choice(["budget", "industry", "station"])
    stations = [f"{river} near {place}" for river, place in zip(RIVERS, PLACES)]
    names, parts, first, second, code = {  # names, names of parts, two headings, a code
        "budget": (BUREAUS, DEPARTMENTS, "Code", "Organization", lambda: str(draw.randrange(1000, 9999))),
        "industry": (TRADES, SECTORS + SUBSECTORS, "Industry\ncode", "Industry title", lambda: str(draw.randrange(110000, 499999))),
        "station": (stations, BASINS, "Station\nnumber", "Station name", lambda: f"0{draw.randrange(2000000, 9999999)}")}[sort]
    names, isBold, gap, total = draw.sample(names, min(10, len(names))), draw.random() < 0.25, draw.choice([0, 0, 4]), sort == "budget" and draw.random() < 0.4
    heads = [f"FY {year}" for year in clerk.years(count)] if sort == "budget" else ["Plants", "Workers\n(1,000)", "Payroll", "Output"][:count] if sort == "industry" \
        else ["Area\n(mi²)", "Years of\nrecord", "Highest\nflow", "Mean\nflow"][:count]
    head = [[Item(first), Item(second)] + [Item(name, "right") for name in heads]]
    body, chosen = [], draw.sample(parts, draw.choice([2, 3]))
    for part in chosen:
        body.append([Item(part, columns=2 + count, bold=isBold, space=gap if body else 0)])
        for _ in range(draw.choice([2, 3, 3])):
            body.append([Item(code(), at="top", space=space), Item(names.pop(), at="top", lead=lead, space=space)] + figures(clerk, count, at=at, space=space))
        if total:
            body.append([Item(""), Item("Total", bold=isBold)] + figures(clerk, count, 7))
    finish(clerk, head, body)
    texts = [row[1].broken for row in body if len(row) > 1]
    widths = [room(press, [row[0].broken for row in body if len(row) > 1] + [first], size, pad), room(press, texts, size, pad) + (20 if lead else draw.choice([0, 30]))]
    return framed(clerk, press, "Table 2. Amounts by code", PressTable(widths + [draw.choice([56, 64])] * count, head + body, size), pad=(draw.choice([0.8, 1.5]), pad))


# ------------------------------------------------------------------ headings of parts
def flush(clerk, press):
    """Headings of parts that begin where their rows begin and are as long as these; nothing but the blanks beside them tells them."""
    draw = clerk.random
    size, pad, count, lead = draw.choice([8, 9]), draw.choice([2, 3, 4]), draw.choice([2, 3, 4]), 1 if draw.random() < 0.4 else None
    head = [[Item("Program")] + [Item(year, "right") for year in clerk.years(count)]]
    body, rows, gap = [], draw.sample(ROWS, len(ROWS)), draw.choice([0, 0, 4])
    for section in draw.sample(SECTIONS, draw.choice([2, 3])):
        body.append([Item(section, space=gap if body else 0)] + [Item("", space=gap if body else 0) for _ in range(count)])
        body += [[Item(rows.pop(), lead=lead)] + figures(clerk, count) for _ in range(draw.choice([2, 3, 4]))]
    body.append([Item("Total", lead=lead)] + figures(clerk, count, 7))
    finish(clerk, head, body)
    stub = room(press, SECTIONS + ROWS, size, pad) + (16 if lead else draw.choice([0, 24]))
    return framed(clerk, press, "Table 5. Program funding", PressTable([stub] + [draw.choice([52, 60])] * count, head + body, size), pad=(draw.choice([0.8, 1.5]), pad))


def centred(clerk, press):
    """Two headings in the middle below each other, that of a sector and that of its first part; further ones of parts alone."""
    draw = clerk.random
    size, pad, isCoded = draw.choice([8, 9]), 4, draw.random() < 0.6
    heads = draw.sample(["Plants", "Workers", "Payroll", "Output"], draw.choice([2, 3]))
    head = [([Item("Code")] if isCoded else []) + [Item("Industry")] + [Item(name, "right") for name in heads]]
    body, trades, parts = [], draw.sample(TRADES, len(TRADES)), draw.sample(SUBSECTORS, 4)
    for sector in draw.sample(SECTORS, 2):
        body.append([Item(sector, "center", columns=len(head[0]), space=draw.choice([0, 3]))])
        for _ in range(2):
            body.append([Item(parts.pop(), "center", columns=len(head[0]))])
            for _ in range(draw.choice([2, 3])):
                body.append(([Item(str(draw.randrange(110000, 499999)), at="top")] if isCoded else []) + [Item(trades.pop(), at="top")] + figures(clerk, len(heads), 5, at="top"))
    finish(clerk, head, body, MANNERS + ["rows"])
    stub = [room(press, ["000000"], size, pad)] * isCoded + [room(press, TRADES, size, pad) + 10]
    return framed(clerk, press, "Table 3. Size of industries", PressTable(stub + [64] * len(heads), head + body, size), pad=(draw.choice([1, 1.5, 2.4]), pad))


def measures(clerk, press):
    """A measure over all columns of figures beside the first label of a part; labels below it set in, with leaders or none."""
    draw = clerk.random
    size, lead, years = draw.choice([7, 8]), 1 if draw.random() < 0.7 else None, draw.choice([3, 4, 6])
    spanned = years == 6
    names = [f"{year}–{int(year) + 1}" for year in clerk.years(3)] if spanned else clerk.years(years)
    head = [[Item("Sex and age", rows=2)] + [Item(text, "center", columns=3) for text in ("Overweight", "Underweight")], [Item(name, "center") for _ in range(2) for name in names]] \
        if spanned else [[Item("Sex and age")] + [Item(name, "center") for name in names]]
    body = []
    for group, measure in zip(draw.sample(["20 years and over, age-adjusted", "20 years and over, crude", "65 years and over", "Under 20 years"], draw.choice([1, 2, 3])),
                              draw.sample(["Percent of population", "Percent", "Number in thousands", "Deaths per 100,000 persons"], 3)):
        body.append([Item(group, space=4 if body else 0), Item(measure, "center", columns=years, space=4 if body else 0)])
        for label in ["Both sexes", "Male", "Female", "Poor", "Near poor", "Not poor"][:draw.choice([3, 4, 6])]:
            body.append([Item(label, indent=8, lead=lead)] + [Item(clerk.rate(), "right", pad=8) for _ in range(years)])
    finish(clerk, head, body, ["three", "three", "head"])
    if spanned and draw.random() < 0.6:
        ruled(head[0][1:], "u")
    return framed(clerk, press, "Table 6. Selected measures, by sex and age", PressTable([150] + [draw.choice([52, 58])] * years, head + body, size), pad=(draw.choice([0.8, 1.2]), 3))


# ------------------------------------------------------------------ records of words
def records(clerk, press):
    """Records of words below a bold head, white between them; no line anywhere."""
    draw = clerk.random
    size, space, heads, widths, make = draw.choice([8, 9, 10]), draw.choice([5, 6, 8]), *draw.choice([
        (("State", "Statute", "Requirement"), [96, 120, 230], lambda: [draw.choice(STATUTES), draw.choice(REQUIREMENTS)]),
        (("Recommendation", "Answer of the office", "Status"), [190, 220, 70],
         lambda: [draw.choice(REMARKS), draw.choice(["Done", "Open", "Closed in part"])]),
        (("Office", "Finding", "Answer"), [96, 170, 200], lambda: [clerk.words(6, 14).capitalize() + ".", draw.choice(REMARKS)]),
        (("Office", "Requirement", "Remarks", "Due"), [90, 150, 170, 60],
         lambda: [draw.choice(REQUIREMENTS) + ".", draw.choice(REMARKS), f"{draw.choice(['May', 'June', 'October'])} 20{draw.randrange(10, 15)}"])])
    head = [[Item(name, bold=True) for name in heads]]
    firsts = [f"{n + 1}. {clerk.words(7, 15).capitalize()}." for n in range(8)] if heads[0] == "Recommendation" else draw.sample(PLACES, 8)
    body = [[Item(first, at="top", space=space)] + [Item(text, at="top", space=space) for text in make()] for first in firsts[:draw.choice([4, 5, 6])]]
    return framed(clerk, press, f"Table 4. {heads[0]}s and what is asked of them", PressTable(widths, head + body, size), notes=draw.random() < 0.3, pad=(1, draw.choice([6, 8])))


# ------------------------------------------------------------------ tables beside and below each other
class Summary:
    """The manner of small tables on one page: what their heads name, lines below these or none."""

    def __init__(self, clerk, size, pad, heads, underlined):
        self.clerk, self.size, self.pad, self.heads, self.underlined = clerk, size, pad, heads, underlined

    def table(self, press, rows):
        clerk = self.clerk
        stub, labels = clerk.random.choice([("County", PLACES), ("Source", SOURCES)])

        def figure(name, digits, whole=None):
            if name in ("Percent", "Rate"):
                return Item((whole or clerk.rate()) + "%" * (name == "Percent"), "right")
            return Item(clerk.count(digits), "right")

        head = [[Item(stub)] + [Item(name, "right") for name in self.heads]]
        body = [[Item(label)] + [figure(name, 5) for name in self.heads] for label in clerk.random.sample(labels, rows)]
        body.append([Item("Total")] + [figure(name, 6, "100.0") for name in self.heads])
        if self.underlined:
            ruled(head[0], "u")
        return PressTable([room(press, labels, self.size, self.pad) + 12] + [self.size * 6] * len(self.heads), head + body, self.size)


def abreast(clerk, press):
    """Two tables beside each other, each below its title, without lines; rows at one height, their number the same or not."""
    draw = clerk.random
    summary = Summary(clerk, draw.choice([8, 9]), 3, draw.choice([["Millions", "Percent"], ["Amount", "Percent"], ["Number", "Rate"]]), draw.random() < 0.3)
    press.paragraph(clerk.prose(4))
    top, left, bottom, rows, after, tables = press.top, 54, 0, draw.choice([5, 6, 7, 8]), draw.choice([3, 5]), []
    for number, title in enumerate(draw.sample(["Where the Money Comes From", "Where the Money Goes", "First Half of the Year", "General Fund", "All Other Funds"], 2)):
        press.top = top
        press.paragraph(title, summary.size + 1, bold=True, left=left, wide=240, full=False, after=after)
        tables.append(summary.table(press, rows + number * draw.choice([0, 0, 1, 2])))
        press.table(tables[-1], left=left, pad=(1.2, summary.pad))
        left += sum(tables[-1].widths) + draw.choice([30, 40, 50])
        bottom = max(bottom, press.top)
    press.top = bottom + 8
    press.paragraph(clerk.prose(5))
    return tables


def below(clerk, press):
    """Two or three tables below each other with the same columns, a bold title above each, without lines."""
    draw = clerk.random
    summary = Summary(clerk, draw.choice([8, 9]), 3, draw.choice([["2007", "2008", "2009"], ["Amount", "Percent"], ["General", "Federal", "All funds"]]), draw.random() < 0.4)
    press.paragraph(clerk.prose(4))
    gap, align, more, tables = draw.choice([14, 20, 28]), draw.choice(["left", "left", "center"]), draw.choice([0, 1, 2]), []
    for title in draw.sample(["Appropriations", "Position Summary", "Change to Base Year", "Receipts", "Transfers"], draw.choice([2, 3])):
        tables.append(summary.table(press, draw.choice([4, 5, 6])))
        tables[-1].widths[0] = 190
        press.paragraph(title, summary.size + more, bold=True, full=False, after=4, align=align, wide=sum(tables[-1].widths))
        press.table(tables[-1], pad=(1.2, summary.pad))
        press.top += gap
    press.paragraph(clerk.prose(5))
    return tables


# ------------------------------------------------------------------ heads
def days(clerk, press):
    """Days in figures in two lines of a head, above short shares."""
    draw = clerk.random
    year, size = draw.randrange(1, 8), draw.choice([7, 8])
    day = draw.choice(["6/30", "12/31", "9/30"])
    spans = [f"{day}/0{year + n} to\n{day}/0{year + n + 1}" for n in range(draw.choice([2, 3]))]
    counts, isSpanned = [f"{day}/0{year + n}" for n in range(draw.choice([2, 3]))], draw.random() < 0.6
    if isSpanned:
        head = [[Item("Jurisdiction", rows=2), Item("Persons held", "center", columns=len(counts), rule="u"), Item("Percent change", "center", columns=len(spans), rule="u")],
                [Item(text, "center") for text in counts + spans]]
    else:
        head = [[Item("Region and\njurisdiction")] + [Item(text, "center") for text in counts + spans]]
    body = [[Item(place, lead=1 if number == -1 else None)] + figures(clerk, len(counts), 5) + [
        Item(f"{draw.uniform(-9, 9):.1f}%".replace("-", "–"), "right", pad=8) for _ in spans] for number, place in enumerate(["Total"] + clerk.some(PLACES, 7, 12))]
    finish(clerk, head, body)
    table = PressTable([110] + [54] * len(counts) + [draw.choice([50, 56, 64])] * len(spans), head + body, size)
    return framed(clerk, press, "Table 1. Persons held at midyear", table, pad=(draw.choice([1, 1.5]), 3))


def tall(clerk, press):
    """A heading of three or four lines beside one of one line, as notices print; two columns or more."""
    draw = clerk.random
    deep = draw.choice(["Estimated\naverage\nmargin\n(percent)", "Rate of\nduty on\nentries\n(percent)", "Average\nmargin\n(percent)", "Least\nmargin\n(percent)"])
    rest = draw.choice([[], [], ["Answers"], ["Cost\n(dollars)"]])
    head = [[Item("Maker or exporter", "center", at=draw.choice(["bottom", "middle"])), Item(deep, "center", at="bottom")] + [Item(text, "center", at="bottom") for text in rest]]
    lead, size = 1 if draw.random() < 0.6 else None, draw.choice([8, 9])
    body = [[Item(text, lead=lead)] + [Item(clerk.rate(130, 2), "right", pad=8)] + [Item(clerk.count(4), "right", pad=8) for _ in rest]
            for text in draw.sample(["Marlow Spring Washer Co., Ltd.", "Holt Foods Corporation and its affiliates", "Fenwick Pipe Company Limited", "Premier Bearing & Axle, Ltd.",
                                     "Eastwick Steel", "Grey Harbour Glass Works", "All others"], draw.choice([3, 4, 5]))]
    finish(clerk, head, body, ["three", "three", "head", "ends"])
    if draw.random() < 0.3:
        for row in head + body:
            ruled(row[1:], "l")
    return framed(clerk, press, "The margins are as follows:", PressTable([draw.choice([210, 240])] + [70] * (1 + len(rest)), head + body, size), notes=False, pad=(1, 3))


def bracketed(clerk, press):
    """Two headings over pairs or more, each with its unit in brackets in a second line; or a heading of three lines over a pair."""
    draw = clerk.random
    lower = draw.choice([["Estimate", "Error"], ["2006", "2007"], ["Value", "90-percent\nlimits"], ["Number", "Rank"], ["All", "Fatal", "Minor"]])
    upper = draw.choice([["Median income\n(dollars)", "Mean income\n(dollars)"], ["Receipts\n(millions)", "Change\n(percent)"], ["Median rent\n(dollars)", "Share of income\n(percent)"],
                         ["Accidents per\n100,000 hours", "Accidents per\n100,000 departures"], ["Accidents per\n1,000,000\nmiles flown", "Accidents per\n100,000\ndepartures"]])
    single = draw.choice([[], ["Number\n(1,000)"], ["Total"]])
    head = [[Item("Characteristic", rows=2)] + [Item(text, "center", rows=2, at="bottom") for text in single] + [Item(text, "center", columns=len(lower)) for text in upper],
            [Item(text, "center", at="bottom") for _ in upper for text in lower]]
    if draw.random() < 0.5:
        ruled(head[0][1 + len(single):], draw.choice("bu"))
    body = [[Item(place)] + figures(clerk, len(single) + len(lower) * len(upper), 5) for place in clerk.some(PLACES, 6, 11)]
    finish(clerk, head, body)
    table = PressTable([110] + [draw.choice([56, 62])] * (len(body[0]) - 1), head + body, draw.choice([7.5, 8]))
    return framed(clerk, press, "Table 8. Income and rents, by area", table, pad=(draw.choice([0.8, 1.5]), 3))


def firsts(clerk, press):
    """Headings over pairs whose names repeat but for the first pair; all names of one line, the columns of a pair as wide or not."""
    draw = clerk.random
    upper, first, names, rows = draw.choice([
        (["Certified", "Laboratory A", "Laboratory B", "Laboratory C"], ["value", "uncertainty"], ["mean", "n"], ["As", "Cd", "Cr", "Cu", "Fe", "Hg", "Ni", "Pb", "Se", "Zn"]),
        (["All housing units", "Owner occupied", "Renter occupied", "Vacant units"], ["Number", "Error"], ["Percent", "Error"], PLACES),
        (["All persons", "Employed", "Not employed", "Not in labor force"], ["Estimate", "Rank"], ["Percent", "Limit"], PLACES),
        (["Total", "Urban", "Rural", "Tribal"], ["Number", "Share"], ["Number", "Rate"], PLACES)])
    groups, size = upper[:draw.choice([3, 3, 4])], draw.choice([7.5, 8])
    pairs = [draw.choice([[48, 48], [54, 54]])] + [draw.choice([[48, 48], [64, 30]])] * (len(groups) - 1)
    head = [[Item("Area" if rows is PLACES else "Element", rows=2)] + [Item(group, "center", columns=2) for group in groups],
            [Item(text, "center") for n in range(len(groups)) for text in (names if n else first)]]
    if draw.random() < 0.3:
        ruled(head[0][1:], "u")
    align = draw.choice(["center", "right"])

    def pair(number):
        left = clerk.count(5) if rows is PLACES and (number == 0 or names[0] == "Number") else clerk.rate(90, 2)
        return [Item(left, align), Item(str(draw.randrange(3, 20)) if names[1] == "n" and number else clerk.rate(9), align)]

    body = [[Item(row)] + [item for n in range(len(groups)) for item in pair(n)] for row in clerk.some(rows, 6, 10)]
    finish(clerk, head, body)
    return framed(clerk, press, "Table 9. Results by group", PressTable([90] + [width for pair in pairs for width in pair], head + body, size), pad=(draw.choice([0.8, 1.5]), 2))


def lasts(clerk, press):
    """Headings of three lines at the end beside headings over pairs."""
    draw = clerk.random
    years, pair = clerk.years(2), draw.choice([["Men", "Women"], ["First half", "Second half"], ["Number", "Per cent"]])
    deep = [draw.choice(["Per cent change\n{} to {}\nin real terms", "Average annual\ngrowth, per cent,\n{} to {}"]).format(*years)]
    deep += draw.choice([[], ["Rank"], ["Share of\nthe total"]])
    head = [[Item("Country", rows=2)] + [Item(year, "center", columns=2) for year in years] + [Item(text, "center", rows=2, at="bottom") for text in deep],
            [Item(text, "center") for _ in years for text in pair]]
    if draw.random() < 0.5:
        ruled(head[0][1:3], "u")
    body = [[Item(place)] + figures(clerk, 4, 5) + [Item(str(draw.randrange(1, 40)) if text == "Rank" else draw.choice(["–", ""]) + clerk.rate(20), "right", pad=14) for text in deep]
            for place in clerk.some(PLACES, 6, 11)]
    finish(clerk, head, body)
    return framed(clerk, press, "Table 10. Aid by country", PressTable([100] + [draw.choice([48, 54])] * 4 + [80] * len(deep), head + body, 8), pad=(draw.choice([0.8, 1.5]), 3))


def boxedheads(clerk, press):
    """A line around each cell of the head, none in the body."""
    draw = clerk.random
    groups, names = draw.sample(["Violent crime", "Property crime", "Arson"], 2), draw.choice([["Number", "Rate per\n100,000"], ["2006", "2007"], ["Known", "Cleared"]])
    if draw.random() < 0.7:
        head = [[Item("Area", "center", rows=2, at="middle")] + [Item("Population", "center", rows=2, at="middle")] + [Item(text, "center", columns=2) for text in groups],
                [Item(text, "center") for _ in groups for text in names]]
    else:
        head = [[Item("Area", "center", at="middle"), Item("Population", "center", at="middle")] + [Item(text, "center", at="middle") for _ in range(2) for text in names]]
        for item, prefix in zip(head[0][2:], ("Crimes\n", "Crimes\n", "Arrests\n", "Arrests\n")):
            item.text = item.broken = prefix + item.broken
    for row in head:
        ruled(row, "tblr")
    body = [[Item(place)] + figures(clerk, 1, 7) + [Item(clerk.count(5) if n % 2 == 0 else clerk.rate(900), "right") for n in range(4)] for place in clerk.some(PLACES, 6, 12)]
    end = draw.choice(["b", "frame", ""])
    if end == "frame":
        for row in body:
            row[0].rule += "l"
            row[-1].rule += "r"
    if end:
        ruled(body[-1], "b")
    return framed(clerk, press, "Table 4. Offenses known, by area", PressTable([110] + [62] * 5, head + body, 8), pad=(draw.choice([1, 1.5]), 3))


TABLES = [(codes, 8), (flush, 5), (centred, 4), (measures, 5), (records, 8), (abreast, 6), (below, 5), (days, 4), (tall, 4), (bracketed, 5), (firsts, 5), (lasts, 4), (boxedheads, 5)]


def listings(seed):
    """Name, kind, document and tables of every case."""
    return cases_of(seed, "listing", TABLES)
