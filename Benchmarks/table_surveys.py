"""Pages in the manners of surveys and registers: one heading over two columns beside others of one line, rates below groups, units between
headings, records of two lines, labels that run on to the line of their figures. Standard library only."""
from table_federal import PLACES, cases_of, finish, framed, ruled
from table_press import Item, PressTable

NAMES = ["School Lunch", "Special Supplemental Nutrition\nProgram for Infants and All\nChildren", "Temporary Assistance for the\nNeedy",
         "Child Care and Development\nBlock Grant", "Low-Income Home and Shelter\nAssistance", "Low-Rent Public and Tribal\nHousing", "Milk", "Total"]
MANNERS = ["three", "three", "head", "none"]
STATIONS = ["Cedar Point 1", "Harbor Bluff", "Nolan Ferry", "Quarry Hill 2", "Stone Landing", "Elmore Bend"]


def changes(clerk, press):
    """One heading over two or three columns, beside headings of one line at the foot; all in the middle of their cells or at the right."""
    draw = clerk.random
    align, before, under = draw.choice(["center", "center", "right"]), clerk.years(2), draw.choice([2, 2, 3])
    name, names = draw.choice([("Change, 2003 to 2004", ["Number", "Percent", "Rank"]), ("Percent of enrollment", ["Urban", "Rural", "Other"]),
                               ("Below poverty level", ["Number", "Percent", "Rank"])])
    head = [[Item("Division", rows=2, at="bottom")] + [Item(text, align, rows=2, at="bottom") for text in before] + [Item(name, "center", columns=under)],
            [Item(text, align) for text in names[:under]]]
    body = [[Item(place)] + [Item(clerk.count(5), "right") for _ in range(2 + under)] for place in clerk.some(PLACES, 6, 11)]
    finish(clerk, head, body, MANNERS)
    return framed(clerk, press, "Table 4. Selected characteristics by division", PressTable([120] + [draw.choice([56, 64, 72])] * (2 + under), head + body, 8), pad=(1, 3))


def rates(clerk, press):
    """Pairs of a number and a rate of two or three lines below headings of groups."""
    draw = clerk.random
    rate = draw.choice(["Rate per\n100,000", "Percent\nof all", "Rate per\n100,000\npersons"])
    groups = draw.sample(["Violent crime", "Property crime", "Arson", "Larceny"], draw.choice([2, 2, 3]))
    head = [[Item("Area", rows=2, at="bottom")] + [Item(group, "center", columns=2) for group in groups],
            [Item(text, "center", at="bottom") for _ in groups for text in ("Number", rate)]]
    body = [[Item(place)] + [Item(text, "right") for _ in groups for text in (clerk.count(6), clerk.rate(900))] for place in clerk.some(PLACES, 7, 12)]
    finish(clerk, head, body, MANNERS)
    return framed(clerk, press, "Table 4. Offenses known, by area", PressTable([110] + [62] * (2 * len(groups)), head + body, 8), pad=(1, 3))


def acres(clerk, press):
    """Units below a head, one of them for two columns or more."""
    draw = clerk.random
    wide = draw.choice([2, 2, 3])
    names = ["Planted", "Harvested", "Abandoned"][:wide] + ["Yield", "Production"]
    units = [Item(draw.choice(["1,000 acres", "Thousand hectares"]), "center", columns=wide), Item("Bushels", "center"), Item("Million tons", "center")]
    head = [[Item("Division")] + [Item(name, "center") for name in names], [Item("")] + units]
    body = [[Item(place)] + [Item(clerk.count(5) if number < wide else clerk.rate(99), "right") for number in range(len(names))] for place in clerk.some(PLACES, 6, 11)]
    if draw.random() < 0.7:
        ruled(head[0], "tb")
        ruled(body[-1], "b")
    return framed(clerk, press, "Table 2. Crops by division", PressTable([120] + [64] * len(names), head + body, 8), pad=(1, 3))


def registers(clerk, press):
    """Records of two lines in all columns, a name above a figure; a full grid, rules between the rows or grey on every other one."""
    draw = clerk.random
    manner = draw.choice(["grid", "rows", "zebra"])
    head = [[Item(text, bold=True, at="bottom") for text in ("Station\nLocation", "Type\nPower", "Opened\nClosed", "State\nSince then")]]
    body = []
    for name in draw.sample(STATIONS, draw.choice([4, 5, 6])):
        dates = [f"{draw.randrange(1, 13):02}/{draw.randrange(1, 29):02}/19{draw.randrange(55, 99)}" for _ in range(2)]
        body.append([Item(text, at="top") for text in (f"{name}\n{draw.choice(['Ashton', 'Drake', 'Stone'])}, {draw.choice(['MI', 'PA', 'VT'])}",
                                                       f"{draw.choice(['Diesel', 'Steam', 'Gas'])}\n{clerk.count(3)}", "\n".join(dates),
                                                       f"{draw.choice(['Sold', 'Kept'])}\n{draw.choice(['Site only', 'Being torn down', 'License ended'])}")])
    ruled(head[0], "tb")
    for number, row in enumerate(body):
        if manner != "zebra":
            ruled(row, "b")
        elif number % 2 == 0:
            for item in row:
                item.fill = 0.9
    if manner == "grid":
        for row in head + body:
            ruled(row, "l")
            row[-1].rule += "r"
    elif manner == "zebra":
        ruled(body[-1], "b")
    return framed(clerk, press, "Appendix 5. Stations formerly licensed", PressTable([120, 80, 80, 130], head + body, 8), notes=False, pad=(draw.choice([2, 3]), 4))


def programs(clerk, press):
    """Labels that run on to the line of their figures, each line with a capital first; leaders or none, set in or flush."""
    draw = clerk.random
    lead, hang, years = 1 if draw.random() < 0.5 else None, draw.choice([0, 8]), clerk.years(3)
    head = [[Item("Program")] + [Item(year, "right") for year in years]]
    body = [[Item(name, hang=hang, lead=lead)] + [Item(clerk.count(5), "right", at="bottom") for _ in years]
            for name in NAMES[:1] + draw.sample(NAMES[1:6], 4) + NAMES[6:]]
    finish(clerk, head, body, MANNERS)
    return framed(clerk, press, "Table 7. Selected program data", PressTable([132 if lead is None else 146] + [56] * 3, head + body, 8), pad=(0.8, 3))


TABLES = [(changes, 8), (rates, 5), (acres, 5), (registers, 5), (programs, 6)]


def surveys(seed):
    """Name, kind, document and tables of every case."""
    return cases_of(seed, "survey", TABLES)
