"""Further kinds of tables: those of statistical yearbooks, budgets, price lists, timetables and forms. Standard library only."""
from table_content import PLACES, plain, ruled, storeyed
from table_sheet import Cell, Table


def framed(rows, kind, heads):
    """Sets rules that the other kinds lack: “ends” above and below the table alone, “head” below the head alone, “inner” below
    the head and between columns, “grid” around each cell; else as :func:`ruled`."""
    if kind not in ("ends", "head", "inner", "grid"):
        return ruled(rows, kind, heads)
    for number, row in enumerate(rows):
        for position, cell in enumerate(row):
            position += number > 0 and rows[0][0].rows > number  # right of a first cell over several rows
            end = number + cell.rows
            if kind == "grid":
                cell.rule += "tblr"
            elif kind == "ends":
                cell.rule += "t" * (number == 0) + "b" * (end == len(rows))
            else:
                cell.rule += "b" * (end == heads) + "l" * (kind == "inner" and position > 0)


def marked(pen, kind, size):
    """Marks of notes, raised, on figures, labels and headings."""
    r = pen.random
    table = plain(pen, "none", size, columns=r.randrange(3, 6))
    for row in table.rows:
        for cell in row:
            if cell.text and r.random() < 0.25:
                cell.mark = r.choice(["1", "2", "a", "(1)", "*", "b,c", "p"])
    framed(table.rows, kind, 1)
    return table


def decimals(pen, kind, size):
    """Figures with their points below each other."""
    r = pen.random
    columns = r.randrange(2, 6)
    width = 300 / columns
    top = [Cell("指标" if pen.chinese else "Indicator")] + [Cell(str(2014 + n), align="center") for n in range(columns)]
    rows = [top]
    for label in pen.labels(r.randrange(6, 11)):
        figures = [r.choice([f"{r.uniform(-9, 99):.2f}", f"{r.randrange(1, 3000)}", f"{r.uniform(0, 900):.1f}"]) for _ in range(columns)]
        rows.append([Cell(label)] + [Cell(f, align="end", pad=2 - len(f.partition(".")[2]) + ("." not in f) / 2) for f in figures])
    table = Table([170] + [width] * columns, rows, size)
    framed(rows, kind, 1)
    return table


def bracketed(pen, kind, size):
    """Units in brackets in the second line of each heading; negative figures in brackets."""
    r = pen.random
    columns = r.randrange(2, 5)
    names = pen.random.sample(["面积\n（千公顷）", "产量\n（吨）", "单价\n（元）", "增长\n（%）"] if pen.chinese else
                              ["Area\n(1 000 ha)", "Output\n(tonnes)", "Unit value\n(EUR/kg)", "Change\n(%)"], columns)
    rows = [[Cell("作物" if pen.chinese else "Crop")] + [Cell(n, align="end") for n in names]]
    for label in pen.labels(r.randrange(5, 10)):
        rows.append([Cell(label)] + [
            Cell(f"({r.randrange(2, 900)})" if r.random() < 0.2 else f"{r.uniform(0, 900):.1f}", align="end") for _ in range(columns)])
    table = Table([170] + [75] * columns, rows, size, r.choice(["bottom", "middle"]))
    framed(rows, kind, 1)
    return table


def parted(pen, kind, size):
    """Subtotals and the total set apart by white, which is no row to a reader."""
    r = pen.random
    columns = r.randrange(2, 6)
    top = [Cell("科目" if pen.chinese else "Account")] + [Cell(str(2017 + n), align="end") for n in range(columns)]
    rows, meaning = [top], [top]
    labels = iter(pen.labels(12))
    for part in range(r.randrange(2, 4)):
        block = [next(labels) for _ in range(r.randrange(2, 4))] + ["小计" if pen.chinese else "Subtotal"]
        for label in block:
            rows.append([Cell(label, bold=label == block[-1])] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
            meaning.append(rows[-1])
        rows.append([Cell("") for _ in range(columns + 1)])
    rows.append([Cell("合计" if pen.chinese else "Total", bold=True)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
    meaning.append(rows[-1])
    table = Table([170] + [300 / columns] * columns, rows, size)
    table.meaning = meaning
    framed(rows, kind, 1)
    return table


def parallel(pen, kind, size):
    """Receipts beside payments: a column of labels and one of amounts, twice."""
    r = pen.random
    names = ["收入项目", "预算数", "支出项目", "预算数"] if pen.chinese else ["Receipts", "Amount", "Payments", "Amount"]
    rows = [[Cell(n, align="center") for n in names]]
    count = r.randrange(6, 11)
    left, right = pen.labels(count), pen.labels(count)
    short = r.randrange(0, 4)
    for number in range(count):
        pairs = []
        for labels, isBlank in ((left, number >= count - short), (right, False)):
            amount = "" if isBlank else f"{r.randrange(10, 10 ** 5) / 100:,.2f}"
            pairs += [Cell("" if isBlank else labels[number]), Cell(amount, align="end")]
        rows.append(pairs)
    total = [("本年收入合计", "本年支出合计")] if pen.chinese else [("Total receipts", "Total payments")]
    for a, b in total:
        amount = f"{r.randrange(10 ** 4, 10 ** 6) / 100:,.2f}"
        rows.append([Cell(a, bold=True), Cell(amount, align="end", bold=True), Cell(b, bold=True), Cell(amount, align="end", bold=True)])
    table = Table([150, 85, 150, 85], rows, size)
    framed(rows, kind, 1)
    return table


def prices(pen, kind, size):
    """Number, article (long), unit, price."""
    r = pen.random
    names = ["编码", "项目名称", "计价单位", "价格（元）"] if pen.chinese else ["No.", "Service", "Unit", "Fee (EUR)"]
    rows = [[Cell(n) for n in names[:3]] + [Cell(names[3], align="end")]]
    for number, label in enumerate(pen.labels(r.randrange(6, 11))):
        rows.append([
            Cell(f"{r.randrange(1, 4)}.{number + 1}" if not pen.chinese else f"1102{number:05}"), Cell(label),
            Cell(r.choice(["次", "项", "日", "例"] if pen.chinese else ["each", "per hour", "per page", "day"])),
            Cell(f"{r.randrange(2, 900)}.{r.randrange(0, 100):02}", align="end")])
    table = Table([70, 210, 80, 80], rows, size, "top")
    framed(rows, kind, 1)
    return table


def timetable(pen, kind, size):
    """Stops and times; dashes where no bus stops."""
    r = pen.random
    columns = r.randrange(6, 10)
    rows = [[Cell("车次" if pen.chinese else "Service")] + [Cell(f"{r.randrange(10, 900)}", align="center") for _ in range(columns)]]
    starts = sorted(r.randrange(300, 1200) for _ in range(columns))
    for number, label in enumerate(pen.labels(r.randrange(6, 11))):
        times = [start + 7 * number + r.randrange(0, 4) for start in starts]
        rows.append([Cell(label[:22].strip())] + [
            Cell("–" if r.random() < 0.15 else f"{t // 60}:{t % 60:02}", align="center") for t in times])
    table = Table([130] + [340 / columns] * columns, rows, min(size, 9))
    framed(rows, kind, 1)
    return table


def form(pen, kind, size):
    """A form: labels over several rows and columns, boxes to fill in, in a full grid."""
    r = pen.random
    say = (lambda a, b: a) if pen.chinese else (lambda a, b: b)
    rows = [
        [Cell(say("申请人信息", "Applicant"), rows=3, align="center"), Cell(say("姓名", "Name")), Cell(r.choice(PLACES)),
         Cell(say("证件号码", "Identity no.")), Cell(str(r.randrange(10 ** 8)))],
        [Cell(say("联系地址", "Address")), Cell("", columns=3)],
        [Cell(say("联系电话", "Telephone")), Cell(str(r.randrange(10 ** 8))), Cell(say("邮政编码", "Postcode")), Cell("")],
        [Cell(say("所需信息", "Request"), rows=2, align="center"), Cell(say("内容描述", "Description")), Cell(pen.prose(1), columns=3)],
        [Cell(say("用途", "Purpose")), Cell("", columns=3)],
    ]
    table = Table([60, 80, 120, 80, 130], rows, size)
    framed(rows, "grid", 0)
    return table


def codes(pen, kind, size):
    """A budget by code: codes of three levels in columns of their own, blank where a level is named above, and amounts."""
    r = pen.random
    columns = r.randrange(2, 4)
    names = ["类", "款", "科目名称"] if pen.chinese else ["Title", "Item", "Heading"]
    top = [Cell(n, align="center") for n in names] + [Cell(n, align="end") for n in
           (["合计", "基本支出", "项目支出"] if pen.chinese else ["Total", "Staff", "Projects"])[:columns]]
    rows = [top]
    labels = iter(pen.labels(12))
    for title in range(r.randrange(2, 4)):
        rows.append([Cell(str(201 + title)), Cell(""), Cell(next(labels), bold=True)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
        for item in range(r.randrange(2, 4)):
            rows.append([Cell(""), Cell(f"{item + 1:02}"), Cell(next(labels), indent=9)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
    table = Table([40, 40, 190] + [200 / columns] * columns, rows, size)
    framed(rows, kind, 1)
    return table


def rules(name, make, kinds):
    return [(name, make, kind) for kind in kinds]


# Name, maker, rules.
YEARBOOK_KINDS = (
    rules("marked", marked, ["none", "booktabs", "rows"]) + rules("decimals", decimals, ["none", "booktabs", "ends"])
    + rules("bracketed", bracketed, ["none", "booktabs", "inner"]) + rules("parted", parted, ["none", "booktabs", "ends", "head"])
    + rules("parallel", parallel, ["none", "booktabs", "rows", "inner", "grid"]) + rules("prices", prices, ["none", "booktabs", "head", "inner"])
    + rules("timetable", timetable, ["none", "booktabs", "inner"]) + rules("form", form, ["grid"])
    + rules("codes", codes, ["none", "booktabs", "rows", "grid"])
    + rules("framed", lambda pen, kind, size: reframed(plain(pen, "none", size), kind, 1), ["ends", "head", "inner"])
    + rules("framedstoreys", lambda pen, kind, size: reframed(storeyed(pen, "none", size), kind, 2), ["ends", "head", "inner", "grid"]))


def reframed(table, kind, heads):
    framed(table.rows, kind, heads)
    return table
