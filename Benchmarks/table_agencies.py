"""Tables in the manners of statistical offices, auditors and regulators, as web pages. Standard library only."""
import random

from table_content import ITEMS, PLACES, Pen
from table_pages import WebPage, cell, markup, rule_row
from table_sheet import Table

STATES = ["Altamont", "Brinemouth", "Corvale", "Dunmere", "Eastmark", "Farrow", "Glenhollow", "Harrowgate", "Iverness", "Jutland Sound",
          "Kestrel", "Lakemoor", "Mossfield", "New Arden", "Ostrander", "Pinecrest", "Quarry Hill", "Redwater", "Stonebridge", "Thornbury"]
CROPS = ["Barley", "Sorghum", "Flaxseed", "Dry beans", "Rye", "Sunflower", "Safflower", "Lentils", "Millet", "Oats"]
GROUPS = ["Male", "Female", "Urban", "Rural", "Age 16 to 24", "Age 25 to 54", "Age 55 and over"]


class Bureau(Pen):
    """Invents as statistical offices print."""

    def __init__(self, seed):
        super().__init__(random.Random(seed), False)

    def count(self, digits=5):
        return f"{self.random.randrange(10 ** (digits - 2), 10 ** digits):,}"

    def rate(self, top=100):
        return f"{self.random.uniform(0, top):.1f}"

    def change(self):
        value = self.random.uniform(-40, 40)
        return f"{value:.1f}".replace("-", self.random.choice(["-", "–", "−"]))

    def money(self):
        value = self.random.randrange(-900, 9000)
        return f"({-value:,})" if value < 0 else f"{value:,}"

    def missing(self):
        return self.random.choice(["(X)", "(NA)", "--", "…", "—", "n.a.", "†", "#", "‡", "(D)", "(Z)"])

    def gaps(self, text, share=0.08):
        return self.missing() if self.random.random() < share else text

    def states(self, count):
        return sorted(self.random.sample(STATES, count))

    def mark(self, share=0.15):
        return self.random.choice(["1", "2", "3", "a", "b", "*", "1,2"]) if self.random.random() < share else ""


def census(pen):
    """A thick rule above, a thin one below the head and at the end; leaders; rows in fives; marks of notes."""
    r = pen.random
    columns = r.randrange(4, 8)
    width = 330 / columns
    top = [cell("State", "center", rows=2, style="vertical-align:middle"),
           cell("Population", "center", columns=columns // 2, rule="b"), cell("Percent change", "center", columns=columns - columns // 2, rule="b")]
    under = [cell(str(1980 + 5 * n), "center") for n in range(columns // 2)] + [cell(f"{1980 + 5 * n}–\n{(85 + 5 * n) % 100:02d}", "center") for n in range(columns - columns // 2)]
    body = [[cell("Total", lead=1, bold=True)] + [cell(pen.count(6) if n < columns // 2 else pen.change(), "right", bold=True) for n in range(columns)]]
    for number, name in enumerate(pen.states(r.randrange(9, 18))):
        space = "padding-top:7pt;" if number % 5 == 0 else ""
        made = cell(name, lead=1, style=space)
        made.mark = pen.mark()
        row = [made]
        for n in range(columns):
            figure = cell(pen.gaps(pen.count(6 if width > 50 else 5) if n < columns // 2 else pen.change()), "right", style=space)
            row.append(figure)
        body.append(row)
    rule_row(top, "T")
    rule_row([top[0]] + under, "b")
    rule_row(body[-1], "b")
    return Table([140] + [width] * columns, [top, under] + body, r.choice([7, 7.5, 8]))


def labour(pen):
    """Characteristics with parts whose headings stand in the middle; leaders; hyphenated heads."""
    r = pen.random
    heads = r.sample(["Total\nem-\nployed", "Usual\nfull-\ntime\nworkers", "Part-time\nfor economic\nreasons", "Not at\nwork", "Average\nhours,\ntotal", "Median\nweekly\nearnings", "Unem-\nploy-\nment\nrate"], r.randrange(4, 7))
    top = [cell("Characteristic", "center", style="vertical-align:middle")] + [cell(h, "center") for h in heads]
    body = []
    for name in r.sample(["TOTAL", "Men", "Women", "Married, spouse present", "Industry"], r.randrange(2, 4)):
        body.append([cell(name, "center", columns=len(heads) + 1, bold=r.random() < 0.5, style="padding-top:5pt;padding-bottom:4pt")])
        for label in r.sample(["16 years and over", "16 to 19 years", "20 years and over", "25 to 54 years", "55 years and over", "65 years and over"], r.randrange(2, 6)):
            body.append([cell(label, lead=1, indent=r.choice([0, 0, 8]))] + [cell(pen.gaps(pen.count() if n < 4 else pen.rate()), "right") for n in range(len(heads))])
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([150] + [320 / len(heads)] * len(heads), [top] + body, r.choice([7.5, 8, 9]))


def education(pen):
    """Column numbers, standard errors in brackets, labels set in twice, few rules."""
    r = pen.random
    columns = r.randrange(4, 7)
    heads = [cell("Year and selected characteristic", rows=2)] + [cell("Number (in thousands)", "center", columns=columns // 2, rule="b"), cell("Percentage distribution", "center", columns=columns - columns // 2, rule="b")]
    under = [cell(("Total", "Public", "Private", "Charter", "Other", "All")[n], "right") for n in range(columns)]
    numbers = [cell(str(n + 1), "center" if n else "left") for n in range(columns + 1)]
    body = []
    for name in r.sample(["Sex", "Locale", "Region", "Level of attainment"], r.randrange(2, 4)):
        body.append([cell(name, bold=True, style="padding-top:4pt")] + [cell("") for _ in range(columns)])
        for label in pen.labels(r.randrange(2, 5)):
            body.append([cell(label[:30].strip(), indent=8 * r.randrange(1, 3))]
                        + [cell(pen.gaps(f"{pen.rate()}  ({r.uniform(0, 3):.2f})" if n >= columns // 2 else pen.count()), "right") for n in range(columns)])
    rule_row(heads, "t")
    rule_row([heads[0]] + under, "b")
    rule_row(numbers, "b")
    rule_row(body[-1], "b")
    return Table([170] + [310 / columns] * columns, [heads, under, numbers] + body, 7)


def crops(pen):
    """A row of units in the middle of all columns, marketing years, rules above and below."""
    r = pen.random
    columns = r.randrange(4, 8)
    heads = r.sample(["Area\nplanted", "Area\nharvested", "Yield per\nacre", "Produc-\ntion", "Imports", "Total\nsupply", "Exports", "Ending\nstocks"], columns)
    top = [cell("Commodity and\nyear")] + [cell(h, "right") for h in heads]
    cut = r.randrange(1, columns)
    units = [cell("")] + [cell("—Million acres—", "center", columns=cut, style="font-style:italic"), cell("Million bushels", "center", columns=columns - cut, style="font-style:italic")]
    body = []
    for name in r.sample(CROPS, r.randrange(2, 4)):
        body.append([cell(name + ":", style="padding-top:5pt")] + [cell("") for _ in range(columns)])
        for year in range(r.randrange(2, 5)):
            body.append([cell(f"{1999 + year}/{(year + 100) % 100:02d}", indent=9)] + [cell(pen.gaps(pen.rate(900)), "right") for _ in range(columns)])
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([100] + [min(60, 360 / columns)] * columns, [top, units] + body, r.choice([8, 9]))


def energy(pen):
    """A coloured head with white lines between its cells, zebra, no rule."""
    r = pen.random
    columns = r.randrange(3, 7)
    white = "border:1.5pt solid #fff;"
    top = [cell("Region", bold=True, style=white + "background:#1f4e79;color:#fff")] + [
        cell(h, "center", bold=True, style=white + "background:#1f4e79;color:#fff") for h in r.sample(["Crude oil", "Natural gas", "Coal", "Nuclear", "Renewable energy", "Net imports", "Electric power"], columns)]
    body = []
    for number, label in enumerate(pen.labels(r.randrange(6, 13))):
        fill = white + ("background:#dce6f1" if number % 2 else "background:#eef3f8")
        body.append([cell(label, style=fill)] + [cell(pen.gaps(pen.count()), "right", style=fill) for _ in range(columns)])
    return Table([150] + [330 / columns] * columns, [top] + body, r.choice([8, 9]))


def weekly(pen, narrow=False):
    """Cases with shares and intervals of confidence, marks of notes *, †, §; rules around the head alone."""
    r = pen.random
    heads = ["Characteristic", "No.", "(%)", "RR*", "(95% CI†)"] if not narrow else ["Characteristic", "No.", "(%)"]
    top = [cell(h, "left" if n == 0 else "right", bold=True) for n, h in enumerate(heads)]
    body = []
    for name in r.sample(["Age group (yrs)", "Sex", "Race§", "Vaccination status", "Exposure"], r.randrange(2, 4)):
        body.append([cell(name, bold=True)] + [cell("") for _ in heads[1:]])
        for label in r.sample(["<1", "1–4", "5–14", "≥65", "Yes", "No", "Unknown", "Not applicable"], r.randrange(2, 5)):
            body.append([cell(label, indent=8), cell(pen.count(4), "right"), cell(f"({pen.rate()})", "right")] + ([] if narrow else [
                cell(f"{r.uniform(0, 9):.1f}", "right"), cell(f"({r.uniform(0, 2):.1f}–{r.uniform(2, 9):.1f})", "right")]))
    body.append([cell("Total", bold=True), cell(pen.count(5), "right", bold=True), cell("(100.0)", "right", bold=True)] + ([] if narrow else [cell("—", "right"), cell("—", "right")]))
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    widths = [110, 45, 45] if narrow else [160, 55, 55, 60, 80]
    return Table(widths, [top] + body, 8)


def audit(pen):
    """A grey head, rows of text between thin rules, check marks and dashes."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [cell("Agency", bold=True, style="background:#d9d9d9")] + [cell(h, "center", bold=True, style="background:#d9d9d9") for h in r.sample(["Plan issued", "Goals defined", "Costs estimated", "Training completed", "Oversight assigned"], columns)]
    body = [[cell(label)] + [cell(r.choice(["✓", "✓", "—", "X", "Partially"]), "center") for _ in range(columns)] for label in pen.labels(r.randrange(5, 10))]
    for row in body:
        rule_row(row, "b")
    rule_row(top, "tb")
    return Table([160] + [310 / columns] * columns, [top] + body, 8.5)


def findings(pen):
    """Paragraphs in cells: recommendation, response, status."""
    r = pen.random
    style = r.choice(["tblr", "b", "b"])
    top = [cell(h, bold=True, style="background:#e6e6e6") for h in ("Recommendation", "Agency response", "Status")]
    body = [[cell(pen.prose(1), style="vertical-align:top"), cell(pen.prose(1), style="vertical-align:top"), cell(r.choice(["Open", "Closed, implemented", "Not yet addressed"]), style="vertical-align:top")] for _ in range(r.randrange(3, 7))]
    for row in [top] + body:
        rule_row(row, style)
    rule_row(top, "t")
    return Table([190, 190, 90], [top] + body, 8.5)


def outlook(pen):
    """A budget outlook: years as columns, sums below short rules, brackets or signs, no further rule."""
    r = pen.random
    years = r.randrange(4, 9)
    width = 320 / years
    top = [cell("")] + [cell(str(2003 + n), "right", rule="b") for n in range(years)]
    body = []
    for name in ("Revenues", "Outlays"):
        body.append([cell(name, bold=True, style="padding-top:5pt")] + [cell("") for _ in range(years)])
        for label in r.sample(["Individual income taxes", "Corporate income taxes", "Social insurance", "Excise", "Net interest", "Mandatory spending", "Discretionary spending"], 3):
            body.append([cell(label, indent=8)] + [cell(pen.money() if width > 36 else pen.rate(), "right") for _ in range(years)])
        for made in body[-1][1:]:
            made.rule += "b"
        body.append([cell("Subtotal", indent=16)] + [cell(pen.money() if width > 36 else pen.rate(), "right") for _ in range(years)])
    body.append([cell("Deficit (-) or surplus", bold=True, style="padding-top:5pt")] + [cell(pen.change(), "right", bold=True, style="padding-top:5pt") for _ in range(years)])
    rule_row(top[:1], "t")
    rule_row(top[1:], "t")
    rule_row(body[-1], "b")
    return Table([140] + [width] * years, [top] + body, 8)


def offenses(pen):
    """Small type, many columns, labels of two lines whose figures stand beside either line."""
    r = pen.random
    columns = r.randrange(7, 11)
    width = 370 / columns
    heads = ["Popu-\nlation", "Violent\ncrime", "Prop-\nerty\ncrime", "Murder", "Rob-\nbery", "Aggra-\nvated\nassault", "Bur-\nglary", "Larceny\n(theft)", "Motor\nvehicle\ntheft", "Arson"][:columns]
    isLast = r.random() < 0.5
    at = "bottom" if isLast else "top"
    top = [cell("Area", "left")] + [cell(h, "center") for h in heads]
    body = []
    for name in pen.states(r.randrange(3, 6)):
        body.append([cell(name, bold=True, style="padding-top:4pt")] + [cell("") for _ in range(columns)])
        for label in ("Metropolitan Statistical Area\nArea actually reporting", "Cities outside metropolitan\nareas", "Nonmetropolitan counties", "State total"):
            body.append([cell(label, indent=6)] + [cell(pen.gaps(pen.count(5 if width > 38 else 4)), "right", style=f"vertical-align:{at}") for _ in range(columns)])
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([120] + [width] * columns, [top] + body, 6)


def statement(pen):
    """A financial statement: signs of currency at the first and last figures, rules below sums, notes column."""
    r = pen.random
    top = [cell("(In thousands)", style="font-style:italic"), cell("Notes", "center"), cell("2006", "right", bold=True), cell("2005", "right", bold=True)]
    body = []
    for name in r.sample(["Assets", "Liabilities", "Net position", "Budgetary resources"], r.randrange(2, 4)):
        body.append([cell(name + ":", bold=True, style="padding-top:5pt"), cell(""), cell(""), cell("")])
        lines = pen.labels(r.randrange(2, 5))
        for number, label in enumerate(lines):
            sign = "$ " if number == 0 else ""
            body.append([cell(label[:34].strip(), indent=10), cell(str(r.randrange(2, 20)) if r.random() < 0.6 else "", "center")] + [cell(sign + pen.money(), "right", rule="b" if number == len(lines) - 1 else "") for _ in range(2)])
        body.append([cell("Total " + name.lower(), bold=True), cell("")] + [cell("$ " + pen.money(), "right", bold=True, rule="B") for _ in range(2)])
    return Table([230, 50, 90, 90], [top] + body, 9)


def currency_columns(pen):
    """Signs of currency left in their cells, far from the figures; percent columns."""
    r = pen.random
    top = [cell("Program"), cell("Fiscal year\n2004", "center", style="padding-left:14pt"), cell("Fiscal year\n2005", "center", style="padding-left:14pt"), cell("Percent\nchange", "right")]
    body = []
    for number, label in enumerate(pen.labels(r.randrange(5, 9))):
        row = [cell(label)]
        for _ in range(2):
            row.append(cell(("$" if number == 0 else "") + pen.count(6), "right", style="padding-left:14pt"))
            row[-1].spread = number == 0
        body.append(row + [cell(pen.change() + "%", "right")])
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([200, 95, 95, 70], [top] + body, 9)


def wide_gap(pen):
    """Two columns far from each other, no rule."""
    r = pen.random
    top = [cell("Facility", bold=True), cell("Beds", "right", bold=True), cell("Admissions", "right", bold=True)]
    body = [[cell(label)] + [cell(pen.count(4), "right"), cell(pen.count(), "right")] for label in pen.labels(r.randrange(5, 11))]
    return Table([180, 110, 180], [top] + body, 9)


def narrow(pen):
    """Two columns, years and a rate."""
    r = pen.random
    top = [cell("Year"), cell("Rate", "right")]
    body = [[cell(str(1985 + n))] + [cell(pen.rate(20), "right")] for n in range(r.randrange(6, 16))]
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([60, 60], [top] + body, 9)


def dotted_pairs(pen):
    """Labels and one figure, led by dots, no rule."""
    body = [[cell(label, lead=1)] + [cell(pen.count(), "right")] for label in pen.labels(pen.random.randrange(6, 12))]
    top = [cell("Item"), cell("Amount", "right")]
    return Table([260, 80], [top] + body, 9)


def panel(pen):
    """A panel of facts: names and values, framed, shaded or with nothing drawn."""
    r = pen.random
    look = r.choice(["b", "tblr", ""])
    names = r.sample(["Area (square miles)", "Population", "Capital", "Highest point (feet)", "Median age", "Households", "Per capita income", "Admitted", "Unemployment rate (percent)", "Counties"], r.randrange(5, 9))
    body = [[cell(n, bold=True)] + [cell(r.choice([pen.count(), pen.rate(), "$" + pen.count(), r.choice(PLACES)]), r.choice(["left"]))] for n in names]
    for row in body:
        rule_row(row, look)
    table = Table([150, 110], body, 9)
    if look == "":
        for row in body:
            for made in row:
                made.style = "background:#eef3f8"
    return table


def contacts(pen):
    """Names, offices, places and numbers of telephones: words in all columns."""
    r = pen.random
    top = [cell(h, bold=True) for h in ("Office", "Contact", "Telephone", "E-mail")]
    body = [[cell(p), cell(r.choice("ABCDEFGH") + ". " + r.choice(STATES)), cell(f"({r.randrange(200, 999)}) 555-01{r.randrange(10, 99)}"), cell(f"{r.choice(STATES).split()[0].lower()}@example.gov")] for p in r.sample(PLACES, r.randrange(5, 9))]
    rule_row(top, "b")
    if r.random() < 0.5:
        for row in body:
            rule_row(row, "b")
    return Table([130, 110, 100, 130], [top] + body, 8.5)


def regression(pen):
    """Coefficients with their errors in brackets in the line below, stars."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [cell("Variable")] + [cell(f"({n + 1})", "center") for n in range(columns)]
    body = []
    for label in r.sample(["Constant", "Log of income", "Distance", "Share insured", "Years of schooling", "Household size"], r.randrange(3, 6)):
        body.append([cell(label)] + [cell(f"{r.uniform(-3, 3):.3f}{r.choice(['', '*', '**', '***'])}" , "center") for _ in range(columns)])
        body.append([cell("")] + [cell(f"({r.uniform(0, 1):.3f})", "center") for _ in range(columns)])
    body.append([cell("Observations")] + [cell(pen.count(), "center") for _ in range(columns)])
    body.append([cell("R-squared")] + [cell(f"{r.uniform(0, 1):.2f}", "center") for _ in range(columns)])
    rule_row(top, "tb")
    rule_row(body[-2], "t")
    rule_row(body[-1], "b")
    return Table([130] + [70] * columns, [top] + body, 8.5)


def triangle(pen):
    """A matrix of correlations: but one half is filled."""
    names = pen.random.sample(["Income", "Rent", "Age", "Schooling", "Tenure", "Distance", "Size"], pen.random.randrange(4, 7))
    top = [cell("")] + [cell(n, "right") for n in names]
    body = [[cell(n)] + [cell("1.00" if k == number else f"{pen.random.uniform(-1, 1):.2f}" if k < number else "", "right") for k in range(len(names))] for number, n in enumerate(names)]
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([80] + [55] * len(names), [top] + body, 9)


def boxhead(pen):
    """As government printers set: double rule above, upright rules between columns, none at the sides, leaders."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [cell("Item", "center", rows=2, rule="r", style="border-top:3pt double #000;vertical-align:middle"), cell("Estimate", "center", columns=columns, rule="b", style="border-top:3pt double #000")]
    under = [cell(str(2001 + n), "center", rule="b" + ("r" if n < columns - 1 else "")) for n in range(columns)]
    top[0].rule += "b"
    body = [[cell(label, lead=1, rule="r", hang=8)] + [cell(pen.gaps(pen.count(6)), "right", rule="r" if n < columns - 1 else "") for n in range(columns)] for label in pen.labels(r.randrange(5, 11))]
    rule_row(body[-1], "b")
    return Table([190] + [280 / columns] * columns, [top, under] + body, 8)


def survey(pen):
    """Questions of several lines with the shares of answers beside their last line."""
    r = pen.random
    heads = ["Strongly\nagree", "Agree", "Neutral", "Disagree", "Strongly\ndisagree"]
    at = r.choice(["top", "bottom", "middle"])
    top = [cell("Statement")] + [cell(h, "center") for h in heads]
    body = [[cell(f"{n + 1}. " + pen.prose(1)[:r.randrange(50, 120)].strip() + ".", hang=10, style="padding-bottom:3pt")] + [cell(f"{r.randrange(0, 60)}%", "center", style=f"vertical-align:{at};padding-bottom:3pt") for _ in heads] for n in range(r.randrange(4, 9))]
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([210] + [52] * 5, [top] + body, 8.5)


def chemistry(pen):
    """Compounds, ranges, ± values, limits below which nothing is found."""
    r = pen.random
    top = [cell("Analyte"), cell("CAS No."), cell("Range (µg/L)", "center"), cell("Mean ± SD", "center"), cell("Detected", "center")]
    body = []
    for label in r.sample(["Toluene", "Xylene, total", "Lead", "Arsenic", "1,2-Dichloroethane", "Nitrate as N", "Atrazine", "Benzene"], r.randrange(4, 8)):
        body.append([cell(label), cell(f"{r.randrange(50, 999)}-{r.randrange(10, 99)}-{r.randrange(1, 9)}"), cell(r.choice([f"<{r.uniform(0, 1):.2f}", f"{r.uniform(0, 5):.1f} – {r.uniform(5, 90):.1f}"]), "center"), cell(f"{r.uniform(0, 40):.1f} ± {r.uniform(0, 4):.1f}", "center"), cell(f"{r.randrange(1, 40)} of 40", "center")])
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([110, 80, 100, 100, 80], [top] + body, 8.5)


def schedule(pen):
    """Dates and what is due, words of several lines, no rule or thin ones."""
    r = pen.random
    look = r.choice(["", "b"])
    top = [cell("Date", bold=True), cell("Milestone", bold=True), cell("Responsible", bold=True)]
    body = [[cell(f"{r.choice(['January', 'March', 'June', 'October'])} {r.randrange(1, 29)}, 2008", style="vertical-align:top"), cell(pen.prose(1)[:r.randrange(20, 110)], style="vertical-align:top;padding-bottom:3pt"), cell(r.choice(["Program office", "Contractor", "Director", "Regional staff"]), style="vertical-align:top")] for _ in range(r.randrange(4, 9))]
    for row in [top] + body:
        rule_row(row, look)
    return Table([100, 250, 110], [top] + body, 9)


def sectioned(pen):
    """Coloured rows with the name of a part across all columns, thin rules below rows."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [cell("Indicator", bold=True, style="background:#333;color:#fff")] + [cell(str(2000 + n), "center", bold=True, style="background:#333;color:#fff") for n in range(columns)]
    body = []
    for name in r.sample(["Household income", "Housing", "Health insurance", "Travel time to work"], r.randrange(2, 4)):
        body.append([cell(name, bold=True, columns=columns + 1, style="background:#c9d7e8")])
        for label in pen.labels(r.randrange(2, 5)):
            body.append([cell(label)] + [cell(pen.gaps(pen.rate()), "center") for _ in range(columns)])
            rule_row(body[-1], "b")
    return Table([190] + [280 / columns] * columns, [top] + body, 8.5)


def stacked_parts(pen):
    """The years stand in the middle above each part, figures below."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [cell("Industry")] + [cell(h, "right") for h in r.sample(["Establish-\nments", "Employees", "Payroll", "Receipts", "Value added"], columns)]
    body = []
    names = pen.labels(r.randrange(3, 6))
    for year in range(2, r.randrange(4, 6)):
        body.append([cell(str(2000 + year), "center", columns=columns + 1, style="padding-top:6pt;padding-bottom:3pt")])
        body += [[cell(n)] + [cell(pen.gaps(pen.count()), "right") for _ in range(columns)] for n in names]
    rule_row(top, "tb")
    rule_row(body[-1], "b")
    return Table([180] + [60] * columns, [top] + body, 8)


def noted(pen):
    """Marks of notes raised behind figures and labels, in a body without rules."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [cell("County")] + [cell(str(1990 + n), "right") for n in range(columns)]
    body = []
    for label in pen.states(r.randrange(5, 10)):
        row = [cell(label)]
        for _ in range(columns):
            made = cell(pen.gaps(pen.rate(900)), "right")
            made.mark = pen.mark(0.2)
            row.append(made)
        body.append(row)
    rule_row(top, "tb")
    return Table([120] + [60] * columns, [top] + body, 9)


AGENCY_KINDS = [("census", census), ("labour", labour), ("education", education), ("crops", crops), ("energy", energy), ("weekly", weekly),
                ("audit", audit), ("findings", findings), ("outlook", outlook), ("offenses", offenses), ("statement", statement),
                ("currencycolumns", currency_columns), ("widegap", wide_gap), ("narrow", narrow), ("dottedpairs", dotted_pairs),
                ("panel", panel), ("contacts", contacts), ("regression", regression), ("triangle", triangle), ("boxhead", boxhead),
                ("survey", survey), ("chemistry", chemistry), ("schedule", schedule), ("sectioned", sectioned),
                ("stackedparts", stacked_parts), ("raisedmarks", noted)]

PLACEMENTS = ["full", "full", "article"]


def agencies(seed):
    """Name, kind, page and tables of every case."""
    for kind, make in AGENCY_KINDS:
        for number in range(3):
            pen = Bureau(f"{seed} {kind} {number}")
            page = WebPage(style=pen.random.choice(["", "", 'body{font-family:"DejaVu Sans Condensed"}']))
            page.prose(pen.prose(4))
            table = make(pen)
            page.title(pen.random.choice(["Table 3.—", "Table 14. ", "TABLE 2. ", "Table A-1. "]) + pen.prose(1)[:60])
            page.table(table, pen.random.choice(["", "margin:0 auto;"]))
            page.note(pen.random.choice(["NOTE: Detail may not add to totals because of rounding.", "1 Less than 0.05 percent. 2 See text.", "(X) Not applicable."]))
            page.note("SOURCE: Office of Regional Accounts, Annual Survey of Districts, 2006.")
            page.prose(pen.prose(5))
            yield f"agency-{kind}{number}", f"agency-{kind}", page, [table]
    yield from arranged(seed)
    yield from tableless(seed)


def arranged(seed):
    """Tables beside prose and beside each other, wide ones, several, sideways ones."""
    makers = [census, crops, weekly, outlook, noted, wide_gap]
    for number in range(4):
        pen = Bureau(f"{seed} article {number}")
        page = WebPage(style='body{font-size:9pt}')
        table = weekly(pen, narrow=True) if number % 2 else narrow(pen)
        page.add('<div class="two">')
        for _ in range(3):
            page.prose(pen.prose(5))
        page.title("TABLE 1. " + pen.prose(1)[:50])
        page.table(table)
        page.note("* Per 100,000 population.")
        for _ in range(9):
            page.prose(pen.prose(5))
        page.add("</div>")
        yield f"agency-article{number}", "agency-article", page, [table]
        pen = Bureau(f"{seed} across {number}")
        page = WebPage(style='body{font-size:9pt}')
        page.add('<div class="two">' + "".join(f"<p>{pen.prose(5)}</p>" for _ in range(4)) + "</div>")
        table = pen.random.choice(makers)(pen)
        page.title("TABLE 2. " + pen.prose(1)[:70])
        page.table(table)
        page.add('<div class="two" style="margin-top:10pt">' + "".join(f"<p>{pen.prose(5)}</p>" for _ in range(4)) + "</div>")
        yield f"agency-across{number}", "agency-across", page, [table]
        pen = Bureau(f"{seed} wide {number}")
        page = WebPage(isWide=True)
        table = pen.random.choice([census, offenses, outlook, labour])(pen)
        table.widths = [w * 1.35 for w in table.widths]
        page.title("Table 7.—" + pen.prose(1)[:70])
        page.table(table)
        page.note("(NA) Not available.")
        yield f"agency-wide{number}", "agency-wide", page, [table]
        pen = Bureau(f"{seed} series {number}")
        page = WebPage()
        tables = []
        for position in range(3):
            tables.append(pen.random.choice([narrow, crops, noted, wide_gap, dotted_pairs, triangle])(pen))
            del tables[-1].rows[8:]
            page.title(f"Table {position + 4}.—" + pen.prose(1)[:50])
            page.table(tables[-1])
            page.note("SOURCE: Office of Regional Accounts.")
        yield f"agency-series{number}", "agency-series", page, tables
        for name, gap in (("beside", 30), ("besidetitled", 24)):
            pen = Bureau(f"{seed} {name} {number}")
            page = WebPage()
            page.prose(pen.prose(4))
            rows = pen.random.randrange(5, 9)
            tables = [short(pen, rows, hasRules=number % 2 == 1) for _ in range(2)]
            titles = [f'<p class="title">Table {n + 1}. {pen.group()}</p>' if name == "besidetitled" else "" for n in range(2)]
            page.add('<div class="row">' + "".join(f'<div style="margin-right:{gap}pt">{t}{markup(made)}</div>' for t, made in zip(titles, tables)) + "</div>")
            page.add("<p></p>")
            page.prose(pen.prose(4))
            yield f"agency-{name}{number}", f"agency-{name}", page, tables
        pen = Bureau(f"{seed} sideways {number}")
        page = WebPage(margin="40pt 60pt")
        table = pen.random.choice([census, outlook, noted, crops])(pen)
        page.add('<div style="display:flex;justify-content:space-between;font-size:9pt"><span>' + pen.group() + "</span><span>Annual Report 2006</span></div>")
        way = "vertical-rl;transform:rotate(180deg)" if number % 2 else "vertical-rl"
        page.add(f'<div style="position:absolute;left:20pt;top:40pt;height:600pt;writing-mode:{way}"><p class="title">Table 9.—{pen.prose(1)[:50]}</p>{sideways(table)}<p class="note">SOURCE: Office of Regional Accounts.</p></div>')
        page.add(f'<div style="position:absolute;top:680pt;left:230pt;font-size:9pt">{pen.random.randrange(10, 99)}</div>')
        yield f"agency-sideways{number}", "agency-sideways", page, [table]


def sideways(table):
    """The table in a writing mode that runs down the page."""
    return markup(table).replace(f"width:{sum(table.widths)}pt", f"height:{sum(table.widths)}pt").replace('<col style="width:', '<col style="height:').replace(
        "border-top", "border-@right").replace("border-bottom", "border-left").replace("border-@right", "border-right")


def short(pen, rows, hasRules):
    """A small table of labels and two figures."""
    r = pen.random
    top = [cell(r.choice(["District", "Item", "Age"]))] + [cell(str(2004 + n), "right") for n in range(2)]
    body = [[cell(label[:20].strip())] + [cell(pen.count(), "right") for _ in range(2)] for label in pen.labels(rows)]
    if hasRules:
        rule_row(top, "tb")
        rule_row(body[-1], "b")
    return Table([110, 50, 50], [top] + body, 8)


# ------------------------------------------------------------------ pages without a table
def tableless(seed):
    for number in range(2):
        for name, fill in (("prose", prose), ("notes", notes), ("release", release), ("appendix", appendix), ("organisation", organisation),
                           ("axes", axes), ("addresses", addresses), ("toc", toc), ("blanks", blanks), ("equations", equations),
                           ("exhibits", exhibits), ("memo", memo), ("glossary", glossary), ("steps", steps), ("colophon", colophon),
                           ("rules", rules), ("citations", citations), ("pie", pie)):
            pen = Bureau(f"{seed} {name} {number}")
            page = WebPage(style="body{font-size:9.5pt}")
            fill(pen, page)
            yield f"agencyother-{name}{number}", f"no table, agency {name}", page, []


def prose(pen, page):
    page.add('<h1>' + pen.prose(1)[:50] + '</h1><div class="two">' + "".join(f"{'<h2>' + pen.group() + '</h2>' if n % 3 == 0 else ''}<p>{pen.prose(4)}</p>" for n in range(14)) + "</div>")


def notes(pen, page):
    page.add('<div class="two" style="font-size:8pt">' + "".join(f'<p style="padding-left:12pt;text-indent:-12pt"><sup>{n + 1}</sup> {pen.random.choice(PLACES)}, {pen.prose(1)[:80]} {1990 + n}; {n + 3}: {n * 7 + 120}–{n * 7 + 131}.</p>' for n in range(34)) + "</div>")


def release(pen, page):
    page.add('<div style="display:flex;justify-content:space-between;border-bottom:2pt solid #000;padding-bottom:4pt"><div><b>NEWS</b><br>Office of Regional Accounts<br>Northmoor 20212</div><div>USDL 06-1402<br>Technical information: (202) 555-0142<br>Media contact: (202) 555-0199</div><div style="text-align:right">FOR RELEASE: 8:30 A.M.<br>Friday, June 2, 2006</div></div>')
    page.add(f'<h1 style="text-align:center">{pen.prose(1)[:60]}</h1>' + "".join(f"<p>{pen.prose(5)}</p>" for _ in range(6)))


def appendix(pen, page):
    for number in range(5):
        page.add(f'<h2>{chr(65 + number)}.{number + 1} {pen.group()}</h2><ul>' + "".join(f"<li>{pen.prose(1)}</li>" for _ in range(4)) + "</ul>")


def organisation(pen, page):
    def box(text, x, y):
        return f'<div style="position:absolute;left:{x}pt;top:{y}pt;width:110pt;height:34pt;border:1pt solid #000;text-align:center;font-size:8pt">{text}</div>'
    page.add('<div style="position:relative;height:420pt">' + box("Office of the Director", 180, 0) + '<div style="position:absolute;left:235pt;top:34pt;height:50pt;border-left:1pt solid #000"></div><div style="position:absolute;left:55pt;top:60pt;width:360pt;border-top:1pt solid #000"></div>'
             + "".join(box(pen.random.choice(ITEMS)[:40], 180 * k, 84 + 70 * n) + f'<div style="position:absolute;left:{180 * k + 55}pt;top:{60 + 70 * n}pt;height:24pt;border-left:1pt solid #000"></div>' for n in range(3) for k in range(3)) + "</div>")


def axes(pen, page):
    """A chart of lines with its scales, years below, a legend."""
    for top in (0, 260):
        labels = "".join(f'<div style="position:absolute;left:0;top:{top + 20 + 30 * n}pt;width:30pt;text-align:right;font-size:8pt">{120 - 20 * n}</div>' for n in range(7))
        years = "".join(f'<div style="position:absolute;left:{40 + 40 * n}pt;top:{top + 212}pt;font-size:8pt">{1995 + n}</div>' for n in range(10))
        lines = "".join(f'<line x1="{40 + 40 * n}" y1="{pen.random.randrange(40, 180)}" x2="{80 + 40 * n}" y2="{pen.random.randrange(40, 180)}" stroke="#246"/>' for n in range(9))
        grid = "".join(f'<line x1="36" x2="440" y1="{25 + 30 * n}" y2="{25 + 30 * n}" stroke="#ccc"/>' for n in range(7))
        values = "".join(f'<div style="position:absolute;left:{44 + 40 * n}pt;top:{top + pen.random.randrange(30, 170)}pt;font-size:7pt">{pen.rate()}</div>' for n in range(10)) if top else ""
        page.add(f'<p class="title" style="position:absolute;top:{top}pt;left:0;margin:0">Figure {1 + top // 260}. {pen.prose(1)[:50]}</p><svg style="position:absolute;left:0;top:{top}pt" width="450pt" height="210pt" viewBox="0 0 450 210">{grid}{lines}</svg>{labels}{years}{values}')
    page.body = ['<div style="position:relative;height:520pt">'] + page.body + ["</div>"]
    page.prose(pen.prose(5))


def addresses(pen, page):
    page.add('<div style="display:flex;flex-wrap:wrap;text-align:left">' + "".join(f'<div style="width:33%;margin-bottom:14pt"><b>{p}</b><br>{pen.random.randrange(10, 990)} {pen.random.choice(STATES)} Street<br>{pen.random.choice(STATES)}, {pen.random.choice(["AL", "TX", "NY"])} {pen.random.randrange(10000, 99999)}<br>({pen.random.randrange(200, 999)}) 555-01{pen.random.randrange(10, 99)}</div>' for p in PLACES[:12]) + "</div>")


def toc(pen, page):
    page.add("<h1>Contents</h1>")
    for number in range(22):
        page.add(f'<div style="display:flex;font-size:10pt;padding-left:{12 * (number % 3)}pt"><span>{pen.prose(1)[:pen.random.randrange(20, 60)]}</span><span style="flex:1" class="lead"><i></i></span><span>{number * 3 + 1}</span></div>')
    page.add("<h2>Tables</h2>")
    for number in range(9):
        page.add(f'<div style="display:flex;font-size:10pt"><span>Table {number + 1}. {pen.prose(1)[:40]}</span><span style="flex:1" class="lead"><i></i></span><span>{number * 3 + 70}</span></div>')


def blanks(pen, page):
    page.add("<h1>Application for Registration</h1>")
    for number in range(9):
        page.add(f'<div style="display:flex;margin:10pt 0"><span>{number + 1}. {pen.random.choice(["Name", "Address", "City", "Employer", "Telephone"])}</span><span style="flex:1;border-bottom:0.75pt solid #000;margin:0 8pt"></span><span>{pen.random.choice(["Date", "State", "ZIP"])}</span><span style="width:90pt;border-bottom:0.75pt solid #000"></span></div>')
    page.add("<p>☐ Yes &nbsp; ☐ No &nbsp; ☐ Not applicable</p>" + f"<p>{pen.prose(4)}</p>")


def equations(pen, page):
    for number in range(7):
        page.prose(pen.prose(2))
        page.add(f'<div style="display:flex;margin:6pt 0 6pt 60pt"><span style="flex:1"><i>y</i><sub>it</sub> = α + β<sub>1</sub><i>x</i><sub>it</sub> + γ<i>z</i><sub>i</sub> + ε<sub>it</sub></span><span>({number + 1})</span></div>')


def exhibits(pen, page):
    """Big figures with what they count below, in three columns."""
    page.add('<div style="display:flex">' + "".join(f'<div style="width:33%;text-align:center"><div style="font-size:24pt">{pen.rate()}%</div><div style="font-size:9pt">{pen.prose(1)[:50]}</div></div>' for _ in range(3)) + "</div>")
    page.add('<div style="display:flex;margin-top:20pt">' + "".join(f'<div style="width:48%;margin-right:2%"><h2>{pen.group()}</h2><ul>' + "".join(f"<li>{pen.prose(1)[:70]}</li>" for _ in range(5)) + "</ul></div>" for _ in range(2)) + "</div>")
    for _ in range(4):
        page.prose(pen.prose(5))


def memo(pen, page):
    page.add("<h1>MEMORANDUM</h1>" + "".join(f'<div style="display:flex;margin-bottom:6pt"><b style="width:70pt">{h}:</b><span>{t}</span></div>' for h, t in (("TO", "Regional Directors"), ("FROM", pen.random.choice(STATES)), ("DATE", "June 12, 2006"), ("SUBJECT", pen.prose(1)[:60]))) + '<hr>')
    for number in range(6):
        page.prose(f"{number + 1}. " + pen.prose(4))
    page.add('<div style="margin-left:240pt">Signed,<br><br><br>A. ' + pen.random.choice(STATES) + "<br>Director</div>")


def glossary(pen, page):
    for label in pen.random.sample(ITEMS, 9):
        page.add(f'<div style="display:flex;margin-bottom:5pt;text-align:left"><b style="width:120pt;flex:none">{label[:24]}</b><span>{pen.prose(2)}</span></div>')


def steps(pen, page):
    for number in range(8):
        page.add(f'<div style="display:flex;margin-bottom:4pt"><span style="width:30pt;flex:none">{number + 1}.{pen.random.randrange(1, 9)}</span><span>{pen.prose(2)}</span></div><div style="display:flex;margin:0 0 4pt 30pt"><span style="width:24pt;flex:none">({chr(97 + number)})</span><span>{pen.prose(2)}</span></div>')


def colophon(pen, page):
    page.add('<div style="margin-top:200pt;text-align:center">' + "<br>".join(["Department of Regional Affairs", "A. " + pen.random.choice(STATES) + ", Secretary", "", "Office of Regional Accounts", "B. " + pen.random.choice(STATES) + ", Commissioner", "", "June 2006", "Report 1004"]) + "</div>")
    page.add('<div style="display:flex;margin-top:60pt"><div style="width:50%">Staff<br>' + "<br>".join(pen.random.sample(STATES, 6)) + '</div><div style="width:50%">Contributors<br>' + "<br>".join(pen.random.sample(STATES, 6)) + "</div></div>")


def rules(pen, page):
    """Prose between rules: a box of notes, headings underlined."""
    for _ in range(3):
        page.add(f'<h2 style="border-top:1pt solid #000;border-bottom:1pt solid #000;padding:3pt 0">{pen.group()}</h2><p>{pen.prose(5)}</p>')
    page.add('<div style="border-top:2pt solid #000;border-bottom:2pt solid #000;padding:5pt 0"><b>What this means</b><ul>' + "".join(f"<li>{pen.prose(1)}</li>" for _ in range(4)) + "</ul></div>")
    page.add('<div class="two" style="border-top:1pt solid #000;margin-top:10pt">' + "".join(f"<p>{pen.prose(4)}</p>" for _ in range(6)) + "</div>")


def citations(pen, page):
    for number in range(22):
        page.add(f'<p style="padding-left:20pt;text-indent:-20pt;text-align:left;font-size:9pt">{pen.random.choice(STATES)}, {pen.random.choice("ABCD")}. {1980 + number}. {pen.random.choice(ITEMS)}. <i>{pen.group()} Review</i> {number + 12}({number % 4 + 1}): {number * 11 + 100}–{number * 11 + 120}.</p>')


def pie(pen, page):
    """Labels and shares around a circle."""
    around = [(300, 40), (390, 110), (380, 220), (260, 290), (80, 250), (40, 140), (110, 60)]
    page.add('<div style="position:relative;height:340pt"><svg style="position:absolute;left:130pt;top:70pt" width="210pt" height="210pt"><circle cx="140" cy="140" r="130" fill="#8ac"/></svg>'
             + "".join(f'<div style="position:absolute;left:{x}pt;top:{y}pt;font-size:8pt;text-align:center">{g}<br>{pen.rate()}%</div>' for (x, y), g in zip(around, GROUPS)) + "</div>")
    page.title("Figure 3. " + pen.prose(1)[:40])
    page.prose(pen.prose(5))
