"""Pages in the manners of federal agencies: budgets, courts, health and labour statistics, filings, dockets, manuals. Standard library only."""
import random

from table_press import Item, Press, PressTable

PLACES = ["Alder Creek", "Boone Landing", "Carver Point", "Dellwood", "Elk Prairie", "Fort Salem", "Granite Pass", "Holt", "Iron Mesa", "Juniper",
          "Kettle River", "Lorimer", "Mill Bluff", "North Haven", "Orchard", "Pine Ridge", "Quarles", "Rock Harbor", "Sutter Bend", "Tall Timber"]
LINES = ["Full-time permanent", "Other than full-time permanent", "Civilian personnel benefits", "Travel and transportation of persons", "Rental payments",
         "Communications, utilities, and miscellaneous charges", "Advisory and assistance services", "Other services from non-Federal sources",
         "Supplies and materials", "Equipment", "Grants, subsidies, and contributions", "Insurance claims and indemnities", "Printing and reproduction",
         "Research and development contracts", "Operation and maintenance of facilities", "Medical care", "Land and structures"]
PEOPLE = ["R. Aldous", "M. Bright", "T. Castellan", "J. Dorrance", "P. Ellery", "S. Falk", "K. Garrison", "L. Hobart", "W. Ingram", "D. Jessup", "A. Keane", "C. Lyle"]
STREETS = ["Wharf Street", "Canal Road", "Union Avenue", "Depot Lane", "Orchard Drive"]
STEMS = ("the agency reviewed applications received during the fiscal year and found that most offices met the standard although several regions reported delays "
         "caused by vacancies and by the transfer of records to the new system which will be completed before the end of the next quarter").split()


class Clerk:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def words(self, least, most):
        at = self.random.randrange(len(STEMS))
        return " ".join((STEMS * 3)[at:at + self.random.randrange(least, most)])

    def prose(self, sentences=4):
        return " ".join(self.words(10, 26).capitalize() + "." for _ in range(sentences))

    def some(self, pool, least, most):
        return self.random.sample(pool, self.random.randrange(least, min(most, len(pool)) + 1))

    def count(self, digits=5):
        return f"{self.random.randrange(10 ** max(1, digits - 3), 10 ** digits):,}"

    def rate(self, top=100.0, digits=1):
        return f"{self.random.uniform(0, top):.{digits}f}"

    def signed(self, digits=4):
        value = self.random.randrange(-(10 ** digits) // 3, 10 ** digits)
        return f"({-value:,})" if value < 0 else f"{value:,}"

    def gap(self, text, share=0.1):
        return self.random.choice(["--", "(X)", "NA", "(1)", "- - -", "—", "*"]) if self.random.random() < share else text

    def mark(self, share=0.15):
        return self.random.choice("1234") if self.random.random() < share else ""

    def years(self, count):
        first = self.random.randrange(1990, 2009)
        return [str(first + n) for n in range(count)]


def ruled(row, sides):
    for item in row:
        item.rule += sides


def three(head, body):
    """Rules above the head, below it and at the end."""
    ruled(head[0], "t")
    ruled(head[-1], "b")
    for item in head[0]:
        if item.rows == len(head) and len(head) > 1:
            item.rule += "b"
    ruled(body[-1], "b")


MANNERS = ["three", "three", "head", "ends", "none"]


def finish(clerk, head, body, manners=MANNERS):
    """Draws a manner of lines and returns it: three above, below the head and at the end, the same with lines between the rows (rows), one
    below the head alone, above and below the table alone (ends), none."""
    manner = clerk.random.choice(manners)
    if manner in ("three", "rows"):
        three(head, body)
        for row in body[:-1] if manner == "rows" else []:
            ruled(row, "b")
    elif manner == "head":
        ruled(head[-1], "b")
        for item in head[0]:
            if item.rows == len(head) and len(head) > 1:
                item.rule += "b"
    elif manner == "ends":
        ruled(head[0], "t")
        ruled(body[-1], "b")
    return manner


def framed(clerk, press, title, table, left=54, notes=True, **setting):
    """Prose, the title above, the table, notes below it, prose."""
    press.paragraph(clerk.prose(4))
    press.paragraph(title, bold=True, full=False, after=3, left=left, wide=sum(table.widths) if sum(table.widths) > 200 else 320)
    press.table(table, left=left, **setting)
    if notes:
        press.paragraph(f"1 {clerk.words(6, 12).capitalize()}.", 7, full=False, after=1)
        press.paragraph("SOURCE: Bureau of Regional Accounts.", 7, full=False, after=8)
    press.paragraph(clerk.prose(5))
    return [table]


# ------------------------------------------------------------------ tables
def objects(clerk, press):
    """Object classification: codes, leaders, groups, totals; narrow, small."""
    year = clerk.years(3)
    head = [[Item("Identification code 75–0845–0–1–808", columns=2), *[Item(f"{y} {k}", "center") for y, k in zip(year, ("actual", "est.", "est."))]]]
    body, code = [], 11
    for group in ("Direct obligations:", "Reimbursable obligations:"):
        body.append([Item(""), Item(group)] + [Item("") for _ in year])
        for label in clerk.some(LINES, 3, 6):
            body.append([Item(f"{code}.{clerk.random.randrange(0, 9)}")] + [Item(label, indent=5, hang=6, lead=1)] + [Item(clerk.count(3), "right") for _ in year])
            code += 1
        ruled(body[-1][2:], "b")
        body.append([Item("99.0"), Item("Subtotal, " + group.split()[0].lower(), indent=10, lead=1)] + [Item(clerk.count(4), "right") for _ in year])
    ruled(head[0], "tb")
    ruled(body[-1], "b")
    press.family = "Times"
    return framed(clerk, press, "Object Classification (in millions of dollars)", PressTable([28, 160, 38, 38, 38], head + body, 7), left=60, notes=False, pad=(0.5, 2))


def courts(clerk, press):
    """Many narrow columns on a wide page, circuits in bold, hyphenated heads over one another."""
    press.across, press.down = 792, 612
    columns = clerk.random.randrange(12, 17)
    heads = ["Total", "Con-\ntract", "Real\nprop-\nerty", "Personal\ninjury", "Other\ntorts", "Actions\nunder\nstat-\nutes", "Civil\nrights", "Prison-\ner peti-\ntions", "Social\nSecu-\nrity",
             "Tax\nsuits", "Labor\nlaws", "Patent", "Bank-\nruptcy", "Forfei-\nture", "Anti-\ntrust", "All\nother"][:columns]
    cut = clerk.random.randrange(4, columns - 2)
    uprights = "l" if clerk.random.random() < 0.5 else ""
    head = [[Item("Circuit and district", "center", at="middle", rows=2), Item("United States cases", "center", columns=cut, rule="b" + uprights), Item("Private cases", "center", columns=columns - cut, rule="b" + uprights)],
            [Item(h, "center", rule=uprights) for h in heads]]
    body = [[Item("Total", "center", bold=True)] + [Item(clerk.count(5), "right", bold=True, rule=uprights) for _ in heads]]
    for number in range(clerk.random.randrange(2, 5)):
        body.append([Item(("1st", "2nd", "3rd", "4th", "5th")[number], "center", bold=True, space=5)] + [Item(clerk.count(4), "right", bold=True, rule=uprights, space=5) for _ in heads])
        for label in clerk.some(PLACES, 3, 6):
            body.append([Item(f"{label[:9]}, {clerk.random.choice('NESW')}")] + [Item(clerk.gap(clerk.count(3)), "right", rule=uprights) for _ in heads])
    three(head, body)
    return framed(clerk, press, "Table C-3. U.S. District Courts—Civil Cases Commenced, by Nature of Suit and District", PressTable([92] + [590 / columns] * columns, head + body, 6.5), pad=(0.6, 2))


def health(clerk, press):
    """Leaders, groups, a line of units in the middle, rules under the spanning heads alone."""
    sets = clerk.random.randrange(2, 4)
    years = clerk.years(clerk.random.randrange(2, 4))
    head = [[Item("Sex, race, and age", rows=2)] + [Item(n, "center", columns=len(years), rule="u") for n in ("All races", "White", "Black or African American")[:sets]],
            [Item(y, "center") for _ in range(sets) for y in years]]
    columns = sets * len(years)
    body = [[Item(""), Item("Deaths per 100,000 resident population", "center", columns=columns)]]
    for group in clerk.some(["All persons", "Male", "Female"], 2, 3):
        body.append([Item(group, bold=clerk.random.random() < 0.5, space=6)] + [Item("", space=6) for _ in range(columns)])
        for label in ("All ages, age-adjusted", "All ages, crude", "Under 1 year", "1–4 years", "15–24 years", "65 years and over")[:clerk.random.randrange(3, 7)]:
            body.append([Item(label, indent=8, lead=1, mark=clerk.mark())] + [Item(clerk.gap(clerk.rate(900)), "right") for _ in range(columns)])
    three(head, body)
    return framed(clerk, press, "Table 29. Death rates for all causes, according to sex, race, and age: United States, selected years", PressTable([150] + [330 / columns] * columns, head + body, 8), pad=(0.8, 4))


def filing(clerk, press):
    """Signs of currency and per cent left and right of figures in columns without rules, zebra, sums under short rules."""
    years = clerk.years(3)[::-1]
    shade = 0.88 if clerk.random.random() < 0.6 else None
    rows = []
    labels = clerk.some(["Net revenue", "Cost of goods sold", "Gross profit", "Selling and administrative", "Amortization of intangibles", "Interest expense, net",
                         "Other income (expense)", "Income before income taxes", "Provision for income taxes"], 6, 9)
    for number, label in enumerate(labels):
        isLast = number == len(labels) - 1
        fill = shade if number % 2 == 0 else None
        sign = "$" if number == 0 or isLast else ""
        row = [Item(label, fill=fill)]
        for _ in years:
            figure = clerk.signed(5)
            row.append(Item(figure, "right", sign=sign, fill=fill, pad=0 if figure.endswith(")") else press.width(")", 9), rule="b" if number == len(labels) - 2 else ""))
        row.append(Item(clerk.signed(2) + ("%" if number == 0 else ""), "right", fill=fill))
        rows.append(row)
    head = [[Item("", rows=2), Item("Years Ended December 31,", "center", columns=3, bold=True, rule="u"), Item("Percent\nChange", "center", bold=True, rows=2)],
            [Item(y, "center", bold=True, rule="u") for y in years]]
    press.family = "Times"
    return framed(clerk, press, "(in thousands, except percentages)", PressTable([190, 78, 78, 78, 60], head + rows, 9), notes=False, pad=(1.5, 6))


def matrix(clerk, press):
    """Prose in cells, top-aligned, ruled between the rows or not at all."""
    isRuled = clerk.random.random() < 0.6
    heads = clerk.random.choice([("Goal", "Strategy", "Measure"), ("Finding", "Recommendation", "Agency comment"), ("Alternative", "Effects on habitat", "Effects on access", "Cost")])
    head = [[Item(h, bold=True) for h in heads]]
    body = []
    for number in range(clerk.random.randrange(4, 7)):
        body.append([Item(f"{number + 1}. {clerk.words(3, 6).capitalize()}", at="top", hang=8, space=0 if isRuled else 7)]
                    + [Item(clerk.words(8, 24).capitalize() + ".", at="top", space=0 if isRuled else 7) for _ in heads[1:]])
    if isRuled:
        for row in body:
            ruled(row, "b")
    else:
        ruled(body[-1], "b")
    ruled(head[0], "tb")
    return framed(clerk, press, f"Table 4-1. Summary of {heads[0].lower()}s", PressTable([500 / len(heads)] * len(heads), head + body, 8.5), notes=False, pad=(3, 6))


def timetable(clerk, press):
    columns = clerk.random.randrange(5, 9)
    head = [[Item("Station", bold=True)] + [Item(str(clerk.random.randrange(100, 800)), "center", bold=True) for _ in range(columns)]]
    body, hour = [], clerk.random.randrange(5, 8)
    for number, label in enumerate(clerk.some(PLACES, 8, 14)):
        body.append([Item(label)] + [Item(f"{hour + n + (number * 7) // 60}:{number * 7 % 60:02d}{'a' if hour + n < 12 else 'p'}" if clerk.random.random() > 0.1 else "—", "center") for n in range(columns)])
    if clerk.random.random() < 0.5:
        ruled(head[0], "tb")
        ruled(body[-1], "b")
    return framed(clerk, press, "Weekday Service, Eastbound", PressTable([120] + [360 / columns] * columns, head + body, 8.5), notes=False)


def milestones(clerk, press):
    """Two narrow columns without rules: what and when."""
    head = [[Item("Milestone", bold=True), Item("Date", bold=True)]]
    body = [[Item(clerk.words(2, 6).capitalize()), Item(f"{clerk.random.choice(['January', 'May', 'June', 'October'])} {clerk.random.randrange(1, 29)}, 20{number + 10}")]
            for number in range(clerk.random.randrange(6, 10))]
    return framed(clerk, press, "Table 2. Schedule of regulatory actions", PressTable([230, 110], head + body, 9.5), notes=False)


def pairs(clerk, press):
    """A label and a figure, no rules."""
    head = [[Item("Office", bold=True), Item("Employees", "right", bold=True)]]
    body = [[Item(label, lead=1 if number == -1 else 0), Item(clerk.count(4), "right")] for number, label in enumerate(clerk.some(PLACES, 6, 12))]
    body.append([Item("Total", bold=True), Item(clerk.count(5), "right", bold=True)])
    return framed(clerk, press, "Table 11. Staffing by office", PressTable([150, 70], head + body, 9.5), left=120, notes=False)


def doubled(clerk, press):
    """The columns twice beside each other, parted by a rule: one table."""
    head = [[Item("State", "center"), Item("Amount", "center"), Item("State", "center", rule="l"), Item("Amount", "center")]]
    names = clerk.random.sample(PLACES, 20)
    body = [[Item(names[n], lead=1), Item(clerk.count(6), "right", sign="$" if n == 0 else ""), Item(names[n + 10], lead=1, rule="l"), Item(clerk.count(6), "right", sign="$" if n == 0 else "")] for n in range(10)]
    ruled(head[0], "tb")
    ruled(body[-1], "b")
    return framed(clerk, press, "Table 6.—Estimated payments to States", PressTable([130, 70, 130, 70], head + body, 8), left=90)


def middle(clerk, press):
    """Labels between figures on both sides."""
    head = [[Item("Men", "center", columns=2, rule="u"), Item("Occupation", "center", rows=2), Item("Women", "center", columns=2, rule="u")],
            [Item("Number", "right"), Item("Percent", "right"), Item("Number", "right"), Item("Percent", "right")]]
    body = [[Item(clerk.count(5), "right"), Item(clerk.rate(), "right"), Item(label, "center"), Item(clerk.count(5), "right"), Item(clerk.rate(), "right")]
            for label in ("Management", "Professional", "Service", "Sales", "Office support", "Construction", "Production", "Transportation")]
    three(head, body)
    return framed(clerk, press, "Table 17. Employed persons by occupation and sex", PressTable([70, 60, 150, 70, 60], head + body, 8.5))


def wide(clerk, press):
    """Fifteen to twenty narrow columns, 6 points, a wide page, no rules but three."""
    press.across, press.down = 792, 612
    columns = clerk.random.randrange(15, 21)
    years = [str(1990 + n) for n in range(columns)]
    head = [[Item("Sector")] + [Item(y, "right") for y in years]]
    body = []
    for group in ("Energy", "Industry", "Land use")[:clerk.random.randrange(2, 4)]:
        body.append([Item(group, bold=True)] + [Item("") for _ in years])
        body += [[Item(label[:24].strip(), indent=6)] + [Item(clerk.gap(clerk.rate(99)), "right") for _ in years] for label in clerk.some(LINES, 3, 6)]
    body.append([Item("Total", bold=True)] + [Item(clerk.rate(900), "right", bold=True) for _ in years])
    three(head, body)
    return framed(clerk, press, "Table ES-2. Emissions by sector (teragrams)", PressTable([96] + [586 / columns] * columns, head + body, 6), pad=(1, 1.5))


def boxed(clerk, press):
    """A frame around all, a shaded head, no line inside but that below the head."""
    columns = clerk.random.randrange(2, 5)
    head = [[Item(h, "center" if n else "left", bold=True, fill=0.8) for n, h in enumerate(["Program activity", "FY 2010\nenacted", "FY 2011\nrequest", "Change", "Staff\nyears"][:columns + 1])]]
    body = [[Item(label, hang=8)] + [Item(("$" if n == 0 else "") + clerk.signed(5), "right") for _ in range(columns)] for n, label in enumerate(clerk.some(LINES, 5, 9))]
    for row in head + body:
        row[0].rule += "l"
        row[-1].rule += "r"
    ruled(head[0], "tb")
    ruled(body[-1], "b")
    return framed(clerk, press, "Summary of Request by Activity (dollars in thousands)", PressTable([200] + [270 / columns] * columns, head + body, 9), notes=False, pad=(2, 6))


def continued(clerk, press):
    """Two pages; title and head again on the second."""
    columns = 5
    head = [[Item("County", "center", rows=2, at="middle"), Item("Farms", "center", columns=2, rule="b"), Item("Land in farms", "center", columns=2, rule="b"), Item("Average\nsize", "center", rows=2)],
            [Item("2002", "center"), Item("1997", "center"), Item("2002", "center"), Item("1997", "center")]]
    rows = [[Item(f"{clerk.random.choice(PLACES)} {n}", lead=1)] + [Item(clerk.gap(clerk.count(5)), "right") for _ in range(columns)] for n in range(70)]
    three(head, rows)
    ruled(rows[39], "b")
    for row in rows[5::5]:
        for item in row:
            item.space = 5
    title = "Table 8. Farms and Land in Farms"
    press.paragraph(title + ": 2002 and 1997", bold=True, full=False, after=3)
    first = PressTable([130] + [350 / columns] * columns, head + rows[:40], 8)
    press.table(first, pad=(0.6, 3))
    press.paragraph("See footnotes at end of table.", 7, full=False)
    press.page()
    press.paragraph(title + ": 2002 and 1997 – Con.", bold=True, full=False, after=3)
    press.table(PressTable(first.widths, head + rows[40:], 8), pad=(0.6, 3))
    press.paragraph("- Represents zero. D Withheld.", 7, full=False)
    return [PressTable(first.widths, head + rows, 8)]


def raised(clerk, press):
    """Heads written upwards."""
    columns = clerk.random.randrange(5, 9)
    heads = clerk.random.sample(["Budget formulation", "Reporting", "Property", "Payroll", "Procurement", "Grants", "Travel", "Records", "Security"], columns)
    head = [[Item("Bureau")] + [Item(h, turn=True) for h in heads]]
    body = [[Item(label)] + [Item(clerk.random.choice(["X", "X", "", "–"]), "center") for _ in heads] for label in clerk.some(PLACES, 7, 11)]
    for row in body:
        ruled(row, "tblr")
    ruled(head[0], "tblr")
    return framed(clerk, press, "Figure 3-1. Systems in use", PressTable([120] + [34] * columns, head + body, 8.5))


def tariff(clerk, press):
    """Codes, descriptions of several lines with leaders on the last, units, rates."""
    head = [[Item("HTS\nnumber", "center"), Item("Article description", "center"), Item("Unit", "center"), Item("General\nrate", "center"), Item("Imports", "center")]]
    body = []
    for number in range(clerk.random.randrange(7, 12)):
        body.append([Item(f"29{clerk.random.randrange(10, 99)}.{clerk.random.randrange(10, 99)}.00", at=clerk.random.choice(["top", "top"])), Item(clerk.words(4, 13).capitalize(), indent=6 * (number % 2), hang=6, lead=1),
                     Item(clerk.random.choice(["kg", "No.", "t"]), "center"), Item(clerk.random.choice(["Free", "3.7%", "5.5%", "6.5%"]), "center"), Item(clerk.count(6), "right")])
    three(head, body)
    return framed(clerk, press, "Table B-2. Duty rates and imports", PressTable([62, 210, 40, 60, 80], head + body, 8))


def survey(clerk, press):
    """Questions of several lines, shares at the last."""
    heads = ["Strongly\nagree", "Agree", "Neither", "Disagree", "Strongly\ndisagree", "Do not\nknow"][:clerk.random.randrange(4, 7)]
    head = [[Item("Question")] + [Item(h, "center") for h in heads]]
    at = clerk.random.choice(["top", "bottom", "middle"])
    body = [[Item(f"Q{n + 1}. {clerk.words(6, 18).capitalize()}.", at="top", hang=12, space=4)] + [Item(clerk.rate() + "%", "center", at=at, space=4) for _ in heads] for n in range(clerk.random.randrange(6, 10))]
    ruled(head[0], "b")
    return framed(clerk, press, "Employee survey results, FY 2011", PressTable([200] + [280 / len(heads)] * len(heads), head + body, 8.5), notes=False)


def grades(clerk, press):
    """Leaders over a wide space, two years, totals below rules; no head rule."""
    years = clerk.years(3)
    head = [[Item("Grade")] + [Item(f"FY {y}", "right") for y in years]]
    body = [[Item(g, lead=1)] + [Item(clerk.gap(clerk.count(3), 0.05), "right") for _ in years] for g in ["Executive level", "SES"] + [f"GS-{n}" for n in range(15, clerk.random.randrange(4, 9), -1)]]
    ruled(body[-1][1:], "b")
    body.append([Item("Total, appropriated positions", lead=1)] + [Item(clerk.count(4), "right") for _ in years])
    return framed(clerk, press, "DETAIL OF PERMANENT POSITIONS", PressTable([240, 70, 70, 70], head + body, 9), notes=False, pad=(1, 2))


def monthly(clerk, press):
    """Months across, years down, white after each five."""
    months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
    head = [[Item("Year", "center")] + [Item(m, "center") for m in months] + [Item("Annual\navg.", "center")]]
    body = [[Item(str(1988 + n), "center", space=7 if n % 5 == 2 else 0)] + [Item(clerk.gap(clerk.rate(200), 0.03), "center", space=7 if n % 5 == 2 else 0) for _ in range(13)] for n in range(clerk.random.randrange(9, 20))]
    if clerk.random.random() < 0.6:
        three(head, body)
    return framed(clerk, press, "Table 1A. Consumer price index, all items", PressTable([36] + [36] * 13, head + body, 7.5), left=48, pad=(0.8, 2))


def regression(clerk, press):
    """Coefficients with errors in brackets below them, marks of significance."""
    columns = clerk.random.randrange(3, 6)
    head = [[Item("")] + [Item(f"({n + 1})", "center") for n in range(columns)]]
    body = []
    for label in clerk.random.sample(["Log income", "Age of firm", "Urban county", "Tariff rate", "Union share", "Trend"], 4):
        body.append([Item(label)] + [Item(f"{clerk.random.choice(['', '-'])}{clerk.rate(3, 3)}{clerk.random.choice(['', '*', '**', '***'])}", "center") for _ in range(columns)])
        body.append([Item("")] + [Item(f"({clerk.rate(1, 3)})", "center") for _ in range(columns)])
    ruled(body[-1], "b")
    body.append([Item("Observations")] + [Item(clerk.count(4), "center") for _ in range(columns)])
    body.append([Item("R²")] + [Item(clerk.rate(1, 2), "center") for _ in range(columns)])
    three(head, body)
    return framed(clerk, press, "Table 3: Determinants of entry", PressTable([120] + [300 / columns] * columns, head + body, 9), notes=False)


def chemicals(clerk, press):
    """Registry numbers, names of several lines, limits with units, marks of notes."""
    names = ["Chlorinated fluorocarbon (Freon 113)", "Dimethyl sulfate", "Ethylene glycol monobutyl ether acetate", "Hexachlorobutadiene", "Methyl isobutyl ketone", "Nitrogen dioxide", "Vinyl cyclohexene dioxide", "Xylenes (mixed isomers)"]
    head = [[Item("Substance"), Item("CAS No.(c)"), Item("ppm (a)", "center"), Item("mg/m3 (b)", "center"), Item("Skin\ndesignation", "center")]]
    body = [[Item(n, at="top", hang=8), Item(f"{clerk.random.randrange(50, 99999)}-{clerk.random.randrange(10, 99)}-{clerk.random.randrange(1, 9)}", at="top"), Item(clerk.gap(clerk.rate(99)), "center", at="top", mark=clerk.mark()),
             Item(clerk.rate(900), "center", at="top"), Item(clerk.random.choice(["X", "", ""]), "center", at="top")] for n in clerk.random.sample(names, 7)]
    ruled(head[0], "tb")
    ruled(body[-1], "b")
    return framed(clerk, press, "TABLE Z-1.—LIMITS FOR AIR CONTAMINANTS", PressTable([170, 80, 60, 70, 80], head + body, 8.5))


def columned(clerk, press):
    """A table in a column of two-column text."""
    table = PressTable([86, 45, 45, 50], [[Item("Fiscal year", rule="tb"), Item("Filed", "right", rule="tb"), Item("Closed", "right", rule="tb"), Item("Pending", "right", rule="tb")]]
                       + [[Item(y, lead=1)] + [Item(clerk.gap(clerk.count(4)), "right") for _ in range(3)] for y in clerk.years(clerk.random.randrange(5, 9))], 7.5)
    ruled(table.rows[-1], "b")
    for left in (54, 318):
        press.top = 54
        for number in range(6):
            if number == 3 and left == 54:
                press.paragraph("TABLE 2.—APPEALS BY FISCAL YEAR", 8, full=False, left=left, wide=240, after=3, bold=True)
                press.table(table, left=left + 4, pad=(0.8, 2))
                press.top += 6
            press.paragraph(clerk.prose(5), 9, left=left, wide=240)
    return [table]


def ticks(clerk, press):
    """Few crosses in wide white, labels of parts; rules below the head and at the end."""
    heads = clerk.random.sample(["Required\nby statute", "Web\nsite", "Annual\nreport", "Notice", "Public\nmeeting", "Hotline"], clerk.random.randrange(3, 6))
    head = [[Item("Item disclosed")] + [Item(h, "center") for h in heads]]
    body = [[Item(label)] + [Item(clerk.random.choice(["X", "X", ""]), "center") for _ in heads] for label in clerk.some(LINES, 7, 11)]
    three(head, body)
    return framed(clerk, press, "Exhibit 5. Disclosures by channel", PressTable([230] + [250 / len(heads)] * len(heads), head + body, 8.5), notes=False, pad=(2, 4))


def release(clerk, press):
    """Numbers of lines, labels, figures of many dates; rules above and below the head and uprights between groups of columns."""
    months = ["Aug", "Sep", "Oct", "Nov"]
    head = [[Item("Account", "center", rows=3, columns=2, at="middle"), Item("Seasonally adjusted", "center", columns=4, rule="bl"), Item("Not adjusted", "center", columns=4, rule="bl")],
            [Item("2011", "center", columns=4, rule="l"), Item("2011", "center", columns=4, rule="l")],
            [Item(m, "center", rule="l" if n == 0 else "") for _ in range(2) for n, m in enumerate(months)]]
    body = []
    for number, label in enumerate(clerk.random.sample(["Bank credit", "Securities in bank credit", "Treasury securities", "Other securities", "Loans and leases", "Commercial and industrial",
                                                        "Real estate loans", "Consumer loans", "Interbank loans", "Trading assets", "Cash assets", "Deposits"], clerk.random.randrange(8, 13))):
        body.append([Item(str(number + 1), "right"), Item(label, indent=5 * (number % 3), lead=1)] + [Item(clerk.rate(9999), "right", rule="l" if n % 4 == 0 else "") for n in range(8)])
    three(head, body)
    return framed(clerk, press, "Assets and Liabilities of Commercial Banks (billions of dollars)", PressTable([16, 132] + [43] * 8, head + body, 7), pad=(1, 2))


def storeys(clerk, press):
    """Three storeys of heads, uprights in the head alone."""
    head = [[Item("Field", "center", rows=3, at="middle", rule="r"), Item("Doctorates awarded", "center", columns=6, rule="b")],
            [Item("Total", "center", rows=2, rule="r"), Item("Citizens", "center", columns=3, rule="br"), Item("Temporary\nvisa", "center", columns=2, rule="b")],
            [Item("Total", "center", rule="r"), Item("Men", "center", rule="r"), Item("Women", "center", rule="r"), Item("Men", "center", rule="r"), Item("Women", "center")]]
    body = [[Item("All fields")] + [Item(clerk.count(5), "right") for _ in range(6)]]
    for label in ("Engineering", "Physics", "Mathematics", "Life sciences", "Psychology", "Social sciences", "Education", "Health")[:clerk.random.randrange(5, 9)]:
        body.append([Item(label, indent=8)] + [Item(clerk.gap(clerk.count(4)), "right") for _ in range(6)])
    three(head, body)
    return framed(clerk, press, "TABLE 12. Doctorates, by field, sex, and citizenship", PressTable([140] + [55] * 6, head + body, 8))


def stubs(clerk, press):
    """Two columns of labels, the first filled where it changes; no rules but under the head."""
    head = [[Item("Region", bold=True), Item("Field office", bold=True), Item("Wells", "right", bold=True), Item("Acres", "right", bold=True), Item("Spills", "right", bold=True)]]
    body = []
    for region in ("Northern", "Central", "Southern"):
        for number, office in enumerate(clerk.some(PLACES, 2, 4)):
            body.append([Item(region if number == 0 else ""), Item(office), Item(clerk.count(3), "right"), Item(clerk.count(6), "right"), Item(clerk.gap(clerk.count(2)), "right")])
    ruled(head[0], "b")
    return framed(clerk, press, "Active wells by region and field office", PressTable([80, 120, 60, 80, 60], head + body, 9), notes=False)


def bare(clerk, press):
    """No title, no rule, between paragraphs; set in."""
    years = clerk.years(3)
    head = [[Item("")] + [Item(y, "center") for y in years]]
    body = [[Item(label[:28].strip())] + [Item("$" + clerk.count(6), "right") for _ in years] for label in clerk.some(LINES, 3, 5)]
    body.append([Item("Total")] + [Item("$" + clerk.count(7), "right") for _ in years])
    press.paragraph(clerk.prose(5))
    table = PressTable([160, 80, 80, 80], head + body, 10)
    press.table(table, left=80)
    press.top += 6
    press.paragraph(clerk.prose(6))
    return [table]


def beside(clerk, press):
    """Two tables beside each other, rows at one height, each with its title and rules of its own."""
    tables = []
    hasTitles = clerk.random.random() < 0.7
    press.paragraph(clerk.prose(5))
    top = press.top
    rows = clerk.random.randrange(5, 9)
    for left, title in ((54, "Table 4. Receipts by type"), (322, "Table 5. Outlays by agency")):
        press.top = top
        if hasTitles:
            press.paragraph(title, 9, bold=True, left=left, wide=230, full=False, after=3)
        head = [[Item("Type", rule="tb")] + [Item(y, "right", rule="tb") for y in ("2008", "2009")]]
        body = [[Item(label[:20].strip(), lead=1)] + [Item(clerk.count(5), "right") for _ in range(2)] for label in clerk.random.sample(LINES, rows)]
        ruled(body[-1], "b")
        table = PressTable([130, 50, 50], head + body, 8)
        press.table(table, left=left)
        tables.append(table)
    press.top += 10
    press.paragraph(clerk.prose(6))
    return tables


def zebra(clerk, press):
    """Shaded rows, no rules, heads bottom-aligned over several lines."""
    heads = ["Number of\ninspections\nconducted", "Number of\nviolations", "Penalties\nassessed\n(dollars)", "Average\ndays to\nclose"][:clerk.random.randrange(3, 5)]
    head = [[Item("District office", bold=True)] + [Item(h, "right", bold=True) for h in heads]]
    body = [[Item(label, fill=0.9 if n % 2 else None)] + [Item(clerk.gap(clerk.count(5)), "right", fill=0.9 if n % 2 else None) for _ in heads] for n, label in enumerate(clerk.some(PLACES, 7, 13))]
    return framed(clerk, press, "Exhibit 2: Enforcement activity", PressTable([140] + [320 / len(heads)] * len(heads), head + body, 8.5), notes=False, pad=(2, 5))


def projects(clerk, press):
    """Names of several lines beside figures at their first line; places; money; white between the rows."""
    head = [[Item("Project", bold=True), Item("Location", bold=True), Item("Status", bold=True), Item("Amount", "right", bold=True)]]
    body = [[Item(clerk.words(4, 12).capitalize(), at="top", space=3), Item(f"{clerk.random.choice(PLACES)}, {clerk.random.choice(['MT', 'OR', 'VA'])}", at="top", space=3), Item(clerk.random.choice(["Complete", "Under way", "Not started"]), at="top", space=3),
             Item("$" + clerk.count(7), "right", at="top", space=3)] for _ in range(clerk.random.randrange(6, 11))]
    if clerk.random.random() < 0.5:
        ruled(head[0], "b")
    return framed(clerk, press, "Table 7. Construction projects", PressTable([190, 110, 80, 80], head + body, 9), notes=False)


def sideways(clerk, press):
    """A table set upwards on an upright page below an upright running head."""
    press.text(54, 40, "Chapter 3", 9)
    press.text(558, 40, "Annual Performance Plan", 9, align="right")
    press.text(306, 760, str(clerk.random.randrange(9, 200)), 9, align="center")
    inner = Press("inner", 700, 500, press.family)
    years = clerk.years(7)
    head = [[Item("Measure")] + [Item(y, "right") for y in years]]
    body = [[Item(label[:36].strip())] + [Item(clerk.gap(clerk.rate()), "right") for _ in years] for label in clerk.some(LINES, 8, 14)]
    three(head, body)
    inner.paragraph("Table 14. Performance measures and results", bold=True, full=False, after=3)
    table = PressTable([190] + [55] * 7, head + body, 9)
    inner.table(table)
    for kind, *rest in inner.pages[0]:
        if kind == "text":
            (x, y), text, size, bold, _, column = rest
            press.pages[0].append(("text", (60 + y, 750 - x), text, size, bold, True, column))
        else:
            x0, y0, x1, y1, weight = rest
            press.rule(60 + y0, 750 - x0, 60 + y1, 750 - x1, weight)
    return [table]


TABLES = [objects, courts, health, filing, matrix, timetable, milestones, pairs, doubled, middle, wide, boxed, continued, raised, tariff, survey, grades, monthly,
          regression, chemicals, columned, ticks, release, storeys, stubs, bare, beside, zebra, projects, sideways]


# ------------------------------------------------------------------ pages without a table
def addresses(clerk, press):
    press.paragraph("REGIONAL OFFICES", 12, bold=True, full=False)
    for _ in range(5):
        top = press.top
        for column in range(3):
            press.top = top
            for line in (clerk.random.choice(PLACES) + " Office", f"{clerk.random.randrange(10, 990)} {clerk.random.choice(STREETS)}", f"{clerk.random.choice(PLACES)}, {clerk.random.choice(['MT', 'OR', 'VA'])} {clerk.random.randrange(10000, 99999)}",
                         f"({clerk.random.randrange(200, 999)}) 555–01{clerk.random.randrange(10, 99)}"):
                press.paragraph(line, 9, full=False, left=54 + 170 * column, wide=165, after=0)
        press.top += 12


def members(clerk, press):
    """Names in two columns under a heading, as committees print."""
    press.paragraph("COMMITTEE ON REGIONAL AFFAIRS", 11, bold=True, align="center")
    press.paragraph("B. HARLAN, Chairman", 9, align="center")
    for _ in range(10):
        press.top += 12
        press.text(120, press.top, f"{clerk.random.choice(PEOPLE).upper()}, {clerk.random.choice(PLACES)}", 9)
        press.text(320, press.top, f"{clerk.random.choice(PEOPLE).upper()}, {clerk.random.choice(PLACES)}", 9)
    press.top += 20
    press.paragraph(clerk.random.choice(PEOPLE) + ", Staff Director", 9, align="center")
    press.paragraph("(II)", 9, align="center")


def contents(clerk, press):
    press.paragraph("CONTENTS", 12, bold=True, align="center")
    press.text(558, press.top, "Page", 8, align="right")
    for number in range(26):
        press.top += 14
        text = ("" if number % 4 else f"{'IVX'[number // 4 % 3]}. ") + clerk.words(3, 8).capitalize()
        left = 54 + 14 * bool(number % 4)
        press.text(left, press.top, text, 10)
        press.leader(left + press.width(text, 10) + 2, 530, press.top, 10)
        press.text(558, press.top, str(number * 2 + 1), 10, align="right")


def references(clerk, press):
    press.paragraph("References", 12, bold=True)
    for number in range(18):
        press.paragraph(f"{number + 1}. {clerk.random.choice(PEOPLE)}, {clerk.random.choice(PEOPLE)}. {clerk.words(6, 14).capitalize()}. Public Rep. {1980 + number};{number + 90}({number % 6 + 1}):{number * 31 + 100}–{number * 31 + 109}.", 9, full=False, hang=16, after=3)


def register(clerk, press):
    """Three columns of prose with headings, sections and amendments."""
    for column in range(3):
        press.top = 54
        while press.top < 680:
            press.paragraph(f"§ {clerk.random.randrange(20, 400)}.{clerk.random.randrange(1, 99)} {clerk.words(2, 5).capitalize()}.", 8.5, bold=True, left=48 + 174 * column, wide=164, full=False, after=3)
            for letter in "ab":
                press.paragraph(f"({letter}) {clerk.prose(2)}", 8.5, left=48 + 174 * column, wide=164)


def form(clerk, press):
    press.paragraph("Application for Benefits", 13, bold=True, align="center")
    for number in range(11):
        press.top += 24
        left = 54
        for label, wide in clerk.random.choice([(("Name", 300), ("Date of birth", 200)), (("Street", 220), ("City", 160), ("State", 90)), (("Employer", 500),)]):
            press.text(left, press.top, f"{number + 1}. {label}" if left == 54 else label, 9)
            start = left + press.width(f"{number + 1}. {label} ", 9)
            press.rule(start + 3, press.top + 2, left + wide - 10, press.top + 2)
            left += wide
    press.top += 20
    press.paragraph(clerk.prose(4), 8)


def bullets(clerk, press):
    top = press.top
    for column in range(2):
        press.top = top
        press.paragraph(("What we found", "What we recommend")[column], 11, bold=True, left=54 + 260 * column, wide=240, full=False)
        for _ in range(8):
            first = press.top + 9 * 1.2
            press.text(54 + 260 * column, first, "•", 9)
            press.paragraph(clerk.words(8, 20).capitalize() + ".", 9, left=66 + 260 * column, wide=220, full=False, after=4)


def bars(clerk, press):
    """A chart of bars with its scale, figures above the bars, years below, a legend."""
    press.paragraph("Figure 2. " + clerk.words(4, 8).capitalize(), bold=True, full=False)
    base, left = press.top + 220, 100
    for number in range(6):
        press.text(left - 8, base - 36 * number + 3, str(20 * number), 8, align="right")
        press.rule(left, base - 36 * number, left + 380, base - 36 * number, 0.3)
    for number, year in enumerate(clerk.years(9)):
        for bar in range(2):
            tall = clerk.random.randrange(30, 170)
            press.fill(left + 10 + 41 * number + 13 * bar, base - tall, left + 22 + 41 * number + 13 * bar, base, 0.4 + 0.3 * bar)
            if clerk.random.random() < 0.6:
                press.text(left + 16 + 41 * number + 13 * bar, base - tall - 3, str(tall // 2), 7, align="center")
        press.text(left + 23 + 41 * number, base + 12, year, 8, align="center")
    press.top = base + 30
    for number, label in enumerate(("Urban", "Rural")):
        press.fill(200 + 90 * number, press.top - 7, 207 + 90 * number, press.top, 0.4 + 0.3 * number)
        press.text(212 + 90 * number, press.top, label, 8)
    press.top += 16
    press.paragraph("Source: Bureau of Regional Accounts.", 8, full=False)
    press.paragraph(clerk.prose(6))


def index(clerk, press):
    for column in range(3):
        press.top = 60
        for word in sorted(set(STEMS))[column * 14:column * 14 + 14]:
            press.paragraph(f"{word.capitalize()}, {', '.join(str(clerk.random.randrange(3, 300)) for _ in range(clerk.random.randrange(1, 4)))}", 8.5, left=54 + 175 * column, wide=160, full=False, after=1)
            if clerk.random.random() < 0.5:
                press.paragraph(f"{clerk.words(1, 3)}, {clerk.random.randrange(3, 300)}", 8.5, left=64 + 175 * column, wide=150, full=False, after=1)


def letter(clerk, press):
    """A letterhead in two columns, date, address, signature and copies."""
    press.text(54, 60, "Office of the Inspector General", 10, bold=True)
    press.text(558, 60, "Washington Annex", 9, align="right")
    press.text(54, 73, "Audit Division", 9)
    press.text(558, 73, "Room 412", 9, align="right")
    press.rule(54, 80, 558, 80)
    press.top = 100
    for line in ("June 3, 2011", "", "The Honorable " + clerk.random.choice(PEOPLE), "Chairman", "Committee on Regional Affairs", ""):
        press.paragraph(line, full=False, after=0)
    for _ in range(5):
        press.paragraph(clerk.prose(4))
    for left, name in ((54, clerk.random.choice(PEOPLE)), (320, clerk.random.choice(PEOPLE))):
        press.text(left, press.top + 40, name, 10)
        press.text(left, press.top + 52, "Inspector" if left == 54 else "Deputy Inspector", 10)
    press.top += 76
    press.paragraph("cc: Secretary; Budget Officer; file", 9, full=False)


def formulas(clerk, press):
    for number in range(6):
        press.paragraph(clerk.prose(2))
        press.top += 14
        press.text(150, press.top, "R", 10)
        press.text(158, press.top + 3, "t", 7)
        press.text(166, press.top, "=  a  +  b X", 10)
        press.text(222, press.top + 3, "t–1", 7)
        press.text(240, press.top, "+  e", 10)
        press.text(540, press.top, f"({number + 1})", 10, align="right")
        press.top += 12


def notes(clerk, press):
    press.paragraph(clerk.prose(8))
    press.rule(54, press.top + 4, 200, press.top + 4)
    press.top += 10
    for number in range(16):
        press.text(58, press.top + 6, str(number + 1), 6)
        press.paragraph(clerk.prose(1), 8, left=66, full=False, after=2)


def glossary(clerk, press):
    press.paragraph("Glossary", 12, bold=True)
    for _ in range(10):
        top = press.top
        press.paragraph(clerk.words(1, 3).capitalize(), 9, bold=True, wide=120, full=False, after=0)
        bottom, press.top = press.top, top
        press.paragraph(clerk.prose(1), 9, left=190, wide=368, full=False, after=0)
        press.top = max(bottom, press.top) + 6


def order(clerk, press):
    """A page of a decision: numbered lines in the margin and prose."""
    for number in range(1, 26):
        press.text(60, 60 + 24 * number, str(number), 11, align="right")
        press.text(80 if number % 7 else 116, 60 + 24 * number, clerk.words(9, 11)[:74], 11)
    press.rule(70, 54, 70, 720)


OTHERS = [addresses, members, contents, references, register, form, bullets, bars, index, letter, formulas, notes, glossary, order]


def cases_of(seed, prefix, tables):
    """Name, kind, document and tables of so many cases of each maker."""
    for make, count in tables:
        for number in range(count):
            name = f"{prefix}-{make.__name__}{number}"
            clerk, press = Clerk(f"{seed} {name}"), Press(f"{seed} {name} press")
            yield name, f"{prefix}-{make.__name__}", press, make(clerk, press)


def federal(seed):
    """Name, kind, document and tables of every case."""
    for kinds, prefix in ((TABLES, "federal"), (OTHERS, "federalother")):
        for make in kinds:
            for number in range(2 if kinds is TABLES else 1):
                name = f"{prefix}-{make.__name__}{number}"
                clerk, press = Clerk(f"{seed} {name}"), Press(f"{seed} {name} press")
                tables = make(clerk, press) or []
                yield name, f"{prefix}-{make.__name__}" if tables else f"no table, federal {make.__name__}", press, tables
