"""Pages that look like tables and hold none, for table-cases.py. Standard library only."""
import random

from table_content import ITEMS, NAMES, PLACES, THINGS, Pen
from table_sheet import Sheet

def others(seed):
    """Pages without a table."""
    for chinese in (False, True):
        tongue = "zh" if chinese else "en"
        pen = Pen(random.Random(f"{seed} others {tongue}"), chinese)
        r = pen.random
        sheet = Sheet(columns=2)
        for _ in range(14):
            sheet.add(pen.prose(4), size=9)
        yield f"columns-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for number in range(24):
            title = pen.prose(1)[: 40 if not chinese else 16].rstrip(" .。")
            sheet.add(f"{number // 4 + 1}.{number % 4 + 1} {title}\t{3 + 2 * number}", align="left", tab=480, lead=number % 2 == 0 or chinese)
        yield f"contents-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for number in range(18):
            sheet.add(f"({number + 1}) " + pen.prose(1), align="left", indent=18 * (number % 3))
        yield f"list-{tongue}", "no table", sheet, []
        sheet = Sheet(columns=2)
        for number in range(40):
            year = r.randrange(1975, 2020)
            text = (f"[{number + 1}] {r.choice(NAMES)}统计局. {r.choice(THINGS)}研究[J]. {year}, {r.randrange(1, 40)}({r.randrange(1, 9)}): {number * 3 + 11}-{number * 3 + 19}."
                    if chinese else f"{number + 1}. {r.choice(PLACES)} J, {r.choice(PLACES)} K. {r.choice(ITEMS)}. {year};{r.randrange(1, 40)}({r.randrange(1, 9)}):{number * 3 + 11}-{number * 3 + 19}.")
            sheet.add(text, size=8, align="left", after=3)
        yield f"references-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for label in pen.labels(12):
            sheet.add(f"{label}：\t____________" if chinese else f"{label}:\t______________________", align="left", tab=440)
        yield f"form-{tongue}", "no table", sheet, []
        sheet = Sheet()
        for number in range(7):
            sheet.add(("第%s条" % "一二三四五六七"[number]) if chinese else f"Section {number + 1}", bold=True, align="left")
            sheet.add(pen.prose(3))
            sheet.add(("附件：%s\t%d年%d月%d日" if chinese else "Enclosure: %s\t%d/%d/%d") % (r.choice(pen.labels(3)), 2019, number + 1, number + 9), tab=400, align="left")
        yield f"letter-{tongue}", "no table", sheet, []
        for number in range(3):
            sheet = Sheet()
            sheet.add(pen.prose(4))
            sheet.add(("图1　" if chinese else "Figure 1. ") + pen.group(), bold=True, align="left")
            chart(pen, sheet, hasFigures=number > 0, isLevel=number == 2)
            sheet.add(pen.prose(5))
            yield f"chart{number}-{tongue}", "no table", sheet, []
        for name, fill in MANUAL.items():
            sheet = Sheet(columns=2 if name.startswith("index") else 1)
            fill(pen, sheet)
            yield f"{name}-{tongue}", f"no table, {name}", sheet, []


# ------------------------------------------------------------------ pages of manuals and papers
VERBS = "read write open close update verify encode decode reset compare digest append remove count".split()
NOUNS = "buffer table record header stream token cipher block page index record queue socket range".split()


def name_of(pen):
    return f"{pen.random.choice(VERBS)}_{pen.random.choice(NOUNS)}{pen.random.choice(['', '', '_all', '_64', '2'])}"


def program(pen, lines):
    """Lines of an invented program."""
    r, out, depth = pen.random, [], 0
    for _ in range(lines):
        pad = "  " * depth
        a, b = name_of(pen), name_of(pen)
        line = r.choice([
            f"{pad}int {a} = {b}({r.randrange(99)});", f"{pad}if ({a} < {r.randrange(9)}) {{", f"{pad}return {a}[{r.randrange(9)}];",
            f"{pad}// {r.choice(VERBS)} the {r.choice(NOUNS)}", f"{pad}{a}->{r.choice(NOUNS)} ^= {b};   // {r.choice(NOUNS)}",
            f"{pad}for (i = 0; i < {r.randrange(2, 99)}; ++i) {{"])
        depth += line.endswith("{")
        out.append(line)
        if depth and r.random() < 0.4:
            depth -= 1
            out.append("  " * depth + "}")
    return out


def listings(pen, sheet):
    """Programs among prose, numbered and not."""
    for numbered in (False, True):
        sheet.add(pen.prose(3))
        for number, line in enumerate(program(pen, 9)):
            sheet.add((f"{number + 1:2d}  " if numbered else "") + line, size=8, align="left", after=0, font="Liberation Mono")
        sheet.add("", after=4)
    sheet.add(pen.prose(3))


def shell(pen, sheet):
    """Commands with what they print, in columns."""
    r = pen.random
    for _ in range(3):
        sheet.add(pen.prose(2))
        rows = [f"$ {r.choice(VERBS)} --{r.choice(NOUNS)} /var/{r.choice(NOUNS)}"]
        rows += [f"-rw-r--r--  {r.randrange(1, 9)} root  {r.choice(NOUNS):8s} {r.randrange(10, 99999):8d} {name_of(pen)}" for _ in range(r.randrange(3, 7))]
        rows += [f"{r.randrange(16 ** 7):08x}  " + " ".join(f"{r.randrange(256):02x}" for _ in range(8)) + "  |" + r.choice(NOUNS) + "..|" for _ in range(3)]
        for row in rows:
            sheet.add(row, size=8, align="left", after=0, font="Liberation Mono")
        sheet.add("", after=4)


def listingpage(pen, sheet):
    """A page of nothing but a log, below a running head in another font."""
    r = pen.random
    sheet.add("运行日志与程序清单（续）" if pen.chinese else "Chapter 7: What the Program Prints", size=9, align="left", after=8)
    for _ in range(40):
        sheet.add(r.choice([f"=={r.randrange(9999)}==    at 0x{r.randrange(16 ** 6):X}: {name_of(pen)} ({r.choice(NOUNS)}.c:{r.randrange(999)})",
                            f"=={r.randrange(9999)}==    by 0x{r.randrange(16 ** 6):X}: {name_of(pen)}",
                            f"=={r.randrange(9999)}==  {r.randrange(99)} bytes in {r.randrange(9)} blocks"]),
                  size=8, align="left", after=0, font="Liberation Mono")


def index(pen, sheet, lead=True):
    """An index in two columns, by letters."""
    r = pen.random
    names = sorted({name_of(pen) for _ in range(120)})
    letter = ""
    for name in names:
        if name[0] != letter:
            letter = name[0]
            sheet.add(letter.upper(), bold=True, align="left", after=3)
        pages = ", ".join(str(p) for p in sorted(r.sample(range(3, 240), r.choice([1, 1, 1, 2]))))
        sheet.add(f"{name}\t{pages}" if lead else f"{name}, {pages}", size=8, align="left", after=0, tab=225 if lead else None, lead=lead)


def definitions(pen, sheet):
    """Functions with their kinds at the right, each with prose below."""
    r = pen.random
    for _ in range(9):
        for _ in range(r.choice([1, 1, 3])):
            kind = r.choice(["[Function]", "[Constant]", "[Macro]", "[Context struct]"])
            sheet.add(f"{r.choice(['void', 'struct', 'int'])} {name_of(pen)} ({r.choice(NOUNS)} *ctx)\t{kind}", align="left", tab=480, after=1)
        sheet.add(pen.prose(1), indent=30)


def keyed(pen, sheet):
    """Numbers of reports, years and keys of books, each with text beside it."""
    r = pen.random
    for number in range(8):
        sheet.add(f"{r.randrange(10000, 99999)}\t" + pen.prose(1)[:50], align="left", start=70, after=2)
    sheet.add(pen.prose(2))
    for number in range(8):
        sheet.add(f"{1950 + 7 * number}\t" + pen.prose(1)[:40], align="left", start=70, after=2)
    sheet.add(pen.prose(2))
    for number in range(8):
        sheet.add(f"[{r.choice(PLACES)[:3]}{r.randrange(60, 99)}]\t{r.choice(PLACES)} J. {pen.prose(1)[:60]} {r.randrange(1960, 2020)}.", align="left", start=70, after=2)


def formulas(pen, sheet):
    """Formulas in the middle of the page, some with numbers."""
    r = pen.random
    number = 0
    for _ in range(6):
        sheet.add(pen.prose(2))
        for _ in range(r.choice([1, 2, 3])):
            number += 1
            a, b, c = (r.choice("abckmnpqvxyz") for _ in range(3))
            left = f"{a}({b})" if r.random() < 0.5 else ""
            sheet.add(f"\t{left} = {r.choice([2, 3, ''])}{b} · {c}² + ∑ {a}ᵢ · ({c} − {r.randrange(9)})" + (f"\t({number})" if r.random() < 0.6 else ""),
                      align="left", stops=[(150, "left"), (480, "right")], after=3)


def slides(pen, sheet):
    """Two columns of short points below a title, in large letters."""
    r = pen.random
    shapes = [("points", 0, 0, 470, 40, pen.group())]
    for column in range(2):
        for row in range(5):
            shapes.append(("points", 245 * column, 60 + 44 * row, 225, 30, "• " + r.choice(pen.labels(5)) + ("" if r.random() < 0.7 else f" {r.randrange(2, 90)} %")))
    sheet.drawing(330, shapes)


def addresses(pen, sheet):
    """Offices beside each other, with telephone numbers."""
    r = pen.random
    for _ in range(4):
        lines = [[r.choice(pen.labels(4)) for _ in range(3)], [f"{r.choice(pen.labels(4))[:12]} {r.randrange(2, 90)}" for _ in range(3)],
                 [("电话" if pen.chinese else "Tel.") + f" {r.randrange(100, 999)} {r.randrange(1000, 9999)}" for _ in range(3)]]
        for line in lines:
            sheet.add("\t".join(text[:22] for text in line), size=9, align="left", stops=[(160, "left"), (320, "left")], after=0)
        sheet.add(pen.prose(1), after=8)


def dotted(pen, sheet):
    """A form with dotted lines to write on, two fields in a line."""
    for _ in range(3):
        sheet.add(pen.prose(1))
        for first, second in zip(pen.labels(5), pen.labels(5)):
            sheet.add(f"{first[:20]}：\t {second[:14]}：\t", align="left", stops=[(260, "right"), (470, "right")], lead=True, after=6)


MANUAL = {
    "listings": listings, "shell": shell, "listingpage": listingpage, "index": index, "index-comma": lambda p, s: index(p, s, lead=False),
    "definitions": definitions, "keyed": keyed, "formulas": formulas, "slides": slides, "addresses": addresses, "dotted": dotted}


# ------------------------------------------------------------------ drawings

def chart(pen, sheet, hasFigures, isLevel, left=50, across=380, height=None):
    """A chart of bars with a scale, lines across and names below; or of level bars, with names beside and the scale below."""
    r = pen.random
    bars = r.randrange(5, 10)
    step = r.choice([5, 10, 20, 250])
    ticks = r.randrange(5, 8)
    room = 180
    shapes = []
    for tick in range(ticks):
        at = tick * room / (ticks - 1) if not isLevel else tick * across / (ticks - 1)
        label = str(step * tick)
        if isLevel:
            shapes += [("line", 70 + at, 0, 0.5, room, ""), ("words", 50 + at, room + 4, 40, 10, label)]
        else:
            shapes += [("line", left, room - at, across, 0.5, ""), ("words", left - 42, room - at - 5, 38, 10, label)]
    for number, label in enumerate(pen.labels(bars)):
        share = r.uniform(0.1, 0.95)
        figure = f"{share * step * (ticks - 1):.1f}"
        if isLevel:
            y = (number + 0.25) * room / bars
            shapes += [("bar", 70, y, share * across, room / bars / 2, ""), ("words", 0, y, 66, 10, label[:12])]
            if hasFigures:
                shapes.append(("words", 74 + share * across, y, 40, 10, figure))
        else:
            x = left + (number + 0.25) * across / bars
            shapes += [("bar", x, room * (1 - share), across / bars / 2, room * share, ""), ("words", x - 8, room + 4, across / bars / 2 + 16, 10, str(2001 + number))]
            if hasFigures:
                shapes.append(("words", x - 8, room * (1 - share) - 11, across / bars / 2 + 16, 10, figure))
    sheet.drawing(room + 24 if height is None else height, shapes)


