"""Pages set point by point that look like tables and hold none: bars with values, charts beside each other, charts of organizations, contents, programs,
lines to sign on, answers to choose from, addresses. Standard library only."""
from table_federal import PEOPLE, PLACES, STREETS, cases_of


def axes(press, left, top, wide, tall, clerk, names):
    """A chart of upright bars with its scale and the names of its bars below, figures above these or none."""
    step, hasFigures = clerk.random.choice([5, 10, 20]), clerk.random.random() < 0.5
    for tick in range(5):
        y = top + tall - tick * tall / 4
        press.rule(left, y, left + wide, y, 0.3)
        press.text(left - 4, y + 2.5, str(tick * step), 7, align="right")
    for number, name in enumerate(names):
        x = left + (number + 0.25) * wide / len(names)
        high = clerk.random.uniform(0.1, 0.95) * tall
        press.fill(x, top + tall - high, x + wide / len(names) / 2, top + tall, clerk.random.choice([0.4, 0.6]))
        press.text(x + wide / len(names) / 4, top + tall + 10, name, 7, align="center")
        if hasFigures:
            press.text(x + wide / len(names) / 4, top + tall - high - 3, f"{4 * step * high / tall:.1f}", 7, align="center")


def bars(clerk, press):
    """Level bars with names at their left and figures at their ends."""
    press.paragraph(clerk.prose(4))
    press.paragraph("Figure 4. " + clerk.words(4, 7).capitalize(), bold=True, full=False)
    sign = clerk.random.choice(["", "%"])
    for place in clerk.some(PLACES, 6, 11):
        press.top += 17
        share = clerk.random.uniform(0.05, 0.95)
        press.text(150, press.top, place, 8, align="right")
        press.fill(156, press.top - 9, 156 + 280 * share, press.top + 2, 0.55)
        press.text(160 + 280 * share, press.top, f"{share * 100:.1f}{sign}", 8)
    press.top += 16
    press.paragraph("Source: Bureau of Regional Accounts.", 7, full=False)
    press.paragraph(clerk.prose(5))


def charts(clerk, press):
    """Two charts beside each other, each below its title."""
    press.paragraph(clerk.prose(4))
    top = press.top + 14
    for left, title in ((80, "Receipts by source"), (340, "Outlays by function")):
        press.text(left - 20, top, title, 9, bold=True)
        axes(press, left, top + 14, 200, 130, clerk, clerk.years(clerk.random.choice([4, 5, 6])))
    press.top = top + 180
    press.paragraph(clerk.prose(6))


def organization(clerk, press):
    """Boxes of offices joined by lines."""
    press.paragraph("Organization of the Bureau", 12, bold=True, align="center")
    top, draw = press.top + 20, clerk.random

    def box(x, y, lines, wide=110):
        for sides in ((x, y, x + wide, y), (x, y + 34, x + wide, y + 34), (x, y, x, y + 34), (x + wide, y, x + wide, y + 34)):
            press.rule(*sides)
        for number, line in enumerate(lines):
            press.text(x + wide / 2, y + 14 + 11 * number, line, 8, align="center")

    box(251, top, ["Director", draw.choice(PEOPLE)])
    press.rule(306, top + 34, 306, top + 60)
    columns = draw.choice([3, 4])
    xs = [54 + n * (504 - 110) / (columns - 1) for n in range(columns)]
    press.rule(xs[0] + 55, top + 60, xs[-1] + 55, top + 60)
    for x, office in zip(xs, draw.sample(["Audits", "Field Services", "Records", "Budget", "Legal Affairs"], columns)):
        press.rule(x + 55, top + 60, x + 55, top + 74)
        box(x, top + 74, [f"Office of {office}", draw.choice(PEOPLE)])
        for number in range(draw.choice([1, 2, 3])):
            press.rule(x + 55, top + 108 + 50 * number, x + 55, top + 124 + 50 * number)
            box(x, top + 124 + 50 * number, [draw.choice(["Branch of Surveys", "Branch of Permits", "Staff of Review"]), f"{draw.randrange(3, 60)} staff"])
    press.top = top + 310
    press.paragraph(clerk.prose(4))


def contents(clerk, press):
    """Chapters with the numbers of their pages at the right, below a title; no leaders."""
    press.paragraph(clerk.random.choice(["Table of Contents", "CONTENTS", "In This Report"]), 14, bold=True, full=False, after=10)
    page, hasLeaders = 1, clerk.random.random() < 0.3
    for number in range(clerk.random.randrange(12, 20)):
        press.top += 16
        text = f"{number + 1}. {clerk.words(3, 8).capitalize()}"
        press.text(54, press.top, text, 10)
        if hasLeaders:
            press.leader(58 + press.width(text, 10), 500, press.top, 10)
        press.text(520, press.top, str(page), 10, align="right")
        page += clerk.random.randrange(1, 9)


def program(clerk, press):
    """Statements of a program for statistics, typed."""
    press.family, press.manner, draw = "Courier", "line", clerk.random
    press.paragraph("The survey was read with the following statements:", 9, full=False)
    at = 1
    lines = ["DATA SURVEY;", "  INFILE RAW LRECL=200;", "  INPUT"]
    for name in draw.sample(["CASEID", "STATE", "COUNTY", "AGE", "SEX", "INCOME", "HOURS", "RENT", "TENURE", "WEIGHT", "YEAR", "BLDGTYPE"], 11):
        wide = draw.choice([1, 2, 4, 8])
        lines.append(f"    @{at:<4} {name:9} {draw.choice(['', '$'])}{wide}." + (f"   /* {clerk.words(2, 4)} */" if draw.random() < 0.4 else ""))
        at += wide
    lines += ["  ;", "  IF AGE < 18 THEN DELETE;", "  LABEL RENT = 'MONTHLY RENT';", "RUN;", "PROC MEANS DATA=SURVEY N MEAN;", "  VAR INCOME RENT HOURS;", "RUN;"]
    for text in lines:
        press.top += 11
        press.text(54, press.top, text, 9)


def signatures(clerk, press):
    """Lines to sign on, with names, offices and days below them."""
    press.paragraph("CERTIFICATION", 12, bold=True, align="center")
    press.paragraph(clerk.prose(5))
    for _ in range(clerk.random.choice([2, 3])):
        press.top += 44
        for left, text in ((54, "Signature"), (330, clerk.random.choice(["Date", "Date signed"]))):
            press.rule(left, press.top, left + (220 if left == 54 else 120), press.top)
            press.text(left, press.top + 10, text, 8)
            if left == 54:
                press.text(left, press.top + 21, f"{clerk.random.choice(PEOPLE)}, {clerk.random.choice(['Director', 'Treasurer', 'Clerk of the Board'])}", 8)
    press.top += 50
    press.paragraph(clerk.prose(2))


def answers(clerk, press):
    """Questions with answers to choose from, circles or brackets before them."""
    draw = clerk.random
    press.paragraph("Survey of Local Governments", 13, bold=True, full=False)
    choices = draw.sample(["Yes", "No", "Do not know", "In part"], 3) if draw.random() < 0.6 else ["Excellent", "Good", "Fair", "Poor"]
    box = draw.choice(["[  ]", "(  )", "___"])
    for number in range(draw.choice([6, 8])):
        press.paragraph(f"{number + 1}. {clerk.words(7, 16).capitalize()}?", 10, full=False, after=2, hang=14)
        press.top += 13
        for place, text in enumerate(choices):
            press.text(72 + 100 * place, press.top, f"{box} {text}", 9)
        press.top += 10


def addresses(clerk, press):
    """Offices in two columns or three: name, street, town, telephone."""
    draw = clerk.random
    press.paragraph("Where to Write", 12, bold=True, full=False)
    columns = draw.choice([2, 3])
    for _ in range(5):
        top = press.top
        for column in range(columns):
            press.top = top
            for line in (f"Office of {draw.choice(PLACES)}", f"{draw.randrange(10, 990)} {draw.choice(STREETS)}",
                         f"{draw.choice(PLACES)}, {draw.choice(['MT', 'OR', 'VA'])} {draw.randrange(10000, 99999)}",
                         f"Tel. ({draw.randrange(200, 999)}) 555–01{draw.randrange(10, 99)}"):
                press.paragraph(line, 9, full=False, left=54 + 510 / columns * column, wide=165, after=0)
        press.top += 14


OTHERS = [bars, charts, organization, contents, program, signatures, answers, addresses]


def lookalikes(seed):
    """Name, kind, document and no tables of every case."""
    for name, kind, press, _ in cases_of(seed, "lookalike", [(make, 2) for make in OTHERS]):
        yield name, kind.replace("lookalike-", "no table, lookalike "), press, []
