"""Pages in the manners of ledgers and returns, English and Chinese: lines of lists above heads, lists typed in a fixed font, signs of currency in strips of
their own, letters before labels, remarks, headings of unequal height, grids about the figures alone. Standard library only."""
from table_content import NAMES, THINGS, Pen
from table_federal import LINES, PLACES, cases_of, finish, framed, ruled
from table_listings import ROWS, figures, room
from table_press import Item, PressTable

UNITS = ["单位：万元", "单位：元", "金额单位：千美元", "单位：人、%"]
ACCOUNTS = ["Cash and deposits", "Taxes receivable", "Due from other funds", "Supplies", "Accounts payable", "Deferred revenue", "Fund balance, July 1", "Fund balance, June 30",
            "Intergovernmental", "Licenses and permits", "Charges for services", "Interest earned"]


def grid(rows):
    for row in rows:
        ruled(row, "tblr")


def returned(clerk, press, title, table, unit="", maker="", prose=True, **setting):
    """A Chinese page: title in the middle, who made the table and the unit at its edges, the table, a note or who answers for it."""
    pen = Pen(clerk.random, True)
    press.across, press.down = 595, 842
    wide = sum(table.widths)
    left = (595 - wide) / 2

    def told(sentences):
        text = "　　" + pen.prose(sentences)
        for at in range(0, len(text), 43):
            press.paragraph(text[at:at + 43], 10.5, left=72, wide=451, full=False, after=0, leading=1.5)

    if prose:
        told(3)
        press.top += 8
    press.paragraph(title, 14, align="center", left=0, wide=595, after=5)
    if unit or maker:
        press.top += 11
        press.text(left + 2, press.top, maker, 9)
        press.text(left + wide - 2, press.top, unit, 9, align="right")
        press.top += clerk.random.choice([2, 4, 6])
    press.table(table, left=left, **setting)
    end = clerk.random.choice(["", "note", "note", "names" if "b" in table.rows[-1][0].rule else "note"])
    if end == "names":
        press.top += 12
        for share, text in zip((0, 0.4, 0.7), ("单位负责人：", "填表人：", "填报日期：2011年3月5日")):
            press.text(left + share * wide, press.top, text, 9)
        press.top += 6
    if end == "note":
        press.paragraph("注：本表数据为快报数。", 8, left=left, full=False, after=8)
    if prose:
        told(3)
    return [table]


def lined(clerk, head, body, manners):
    """Lines of a Chinese table, or those of :func:`finish`."""
    if clerk.random.choice(manners) == "grid":
        grid(head + body)
    else:
        finish(clerk, head, body, ["three", "rows", "three", "none"])


# ------------------------------------------------------------------ lines above a head
def printed(clerk, press):
    """The day and the number of the page, a note or the unit at the edges of a line close above a head; none of it is of the table."""
    draw = clerk.random
    size, columns, above = draw.choice([7.5, 8, 9]), draw.choice([3, 4, 5]), draw.choice([8, 9])
    heads = draw.sample(["Parcels", "Assessed\nvalue", "Exempt\nvalue", "Taxable\nvalue", "Rate", "Levy"], columns)
    head = [[Item("District")] + [Item(name, "right") for name in heads]]
    body = [[Item(place)] + [Item(clerk.rate(20, 4) if name == "Rate" else clerk.count(7), "right") for name in heads] for place in clerk.some(PLACES, 8, 16)]
    body.append([Item("Total")] + [Item("" if name == "Rate" else clerk.count(8), "right") for name in heads])
    table = PressTable([120] + [draw.choice([66, 74])] * columns, head + body, size)
    wide = sum(table.widths)
    finish(clerk, head, body, ["head", "none", "three", "none"])
    title = draw.choice(["Statement of Levies by District", "Summary of Parcels and Values", "Rates and Levies Certified"])
    press.paragraph(title, 12, bold=True, align="center", wide=wide, after=draw.choice([4, 10]))
    day = f"{draw.randrange(1, 13):02}/{draw.randrange(1, 29):02}/20{draw.randrange(3, 12):02}"
    left, right = draw.choice([(f"Run Date: {day}", "Page 3 of 41"), (day, f"Page {draw.randrange(2, 90)}"), ("", "(Dollars in thousands)"), ("", "continued"),
                               (f"Report AR-{draw.randrange(100, 999)}", f"Printed {day}"), ("As of " + day, "(In thousands)")])
    press.top += above
    press.text(56, press.top, left, above)
    press.text(54 + wide - 2, press.top, right, above, align="right")
    press.top += draw.choice([3, 5, 8])
    press.table(table, pad=(draw.choice([0.8, 1.5]), 3))
    press.paragraph(clerk.prose(3))
    return [table]


def statements(clerk, press):
    """Chinese returns: who made them and the unit above the head."""
    draw = clerk.random
    heads = draw.choice([["项目", "行次", "预算数", "决算数"], ["地区", "本月", "本月止累计", "增长%"], ["指标名称", "计量单位", "本年", "上年"], ["科目编码", "科目名称", "上年执行数", "本年预算数"]])
    head = [[Item(text, "center") for text in heads]]
    body = []
    for number, (name, thing) in enumerate(zip(draw.sample(NAMES, 9), draw.sample(THINGS, 9))):
        first = {"地区": name, "科目编码": str(2010000 + 101 * draw.randrange(1, 99))}.get(heads[0], thing)
        second = {"行次": str(number + 1), "计量单位": draw.choice(["万元", "人", "吨"]), "科目名称": thing}.get(heads[1])
        body.append([Item(first), Item(second, "left" if heads[1] == "科目名称" else "center") if second else Item(clerk.rate(900), "right"),
                     Item(clerk.rate(9000, 2), "right"), Item(clerk.rate(900, 2), "right")])
    lined(clerk, head, body, ["grid", "lines"])
    size = draw.choice([9, 10])
    widths = [room(press, [row[n].broken for row in head + body], size, 4) + draw.choice([10, 30]) for n in range(4)]
    return returned(clerk, press, draw.choice(["一般预算支出明细表", "主要指标完成情况表", "收入支出决算总表"]), PressTable(widths, head + body, size), draw.choice(UNITS),
                    draw.choice(["编制单位：青岭区统计局", "部门名称：白河县财政局", "填报单位：云川市教育局", ""]), prose=draw.random() < 0.5, pad=(draw.choice([1.5, 2.5]), 4))


# ------------------------------------------------------------------ typed lists
def typed(clerk, press):
    """Lists of printers with letters of one width: one blank or two between columns, hyphens or equals signs as lines, sums below short lines."""
    draw = clerk.random
    press.family, press.manner = "Courier", draw.choice(["line", "word"])
    gap, mark, start, size = draw.choice([1, 2, 2]), draw.choice(["-", "-", "="]), draw.randrange(1994, 2003), draw.choice([7, 8, 9])
    pool, name = draw.choice([([f"FY {start + n}" for n in range(9)], "YEAR"), ([f"OCT {n + 10}" for n in range(9)], "DAY"),
                              ([f"{draw.randrange(1000, 1999)}N {draw.randrange(10, 99):03}" for _ in range(9)], "ACCOUNT\nID"),
                              ([place.upper() for place in PLACES], "COUNTY"), ([row.upper() for row in ROWS if len(row) < 13], "ITEM")])
    isNarrow = draw.random() < 0.3
    pool_of_heads = ["NO", "HR", "MIN", "FT", "LB", "DUE"] if isNarrow else ["TOTAL\nCASES", "OPEN", "CLOSED", "FEES\nPAID", "RATE", "PER CENT\nOF ALL", "AMOUNT"]
    heads = draw.sample(pool_of_heads, draw.choice([3, 4, 5]))

    def row(label, digits):
        return [label] + [clerk.rate() if text in ("RATE", "PER CENT\nOF ALL") else str(draw.randrange(3, 99)) if isNarrow
                          else clerk.count(digits or draw.choice([3, 5])) for text in heads]

    rows = [row(label, None) for label in pool[:draw.randrange(5, 10)]]
    sums = [row("TOTAL", 6)] if draw.random() < 0.6 else []
    wide = [max(len(line) for text in column for line in text.split("\n")) for column in zip([name] + heads, *rows, *sums)]
    wide[0] += 1

    def line(texts):
        return (" " * gap).join(text.ljust(w) if n == 0 else text.rjust(w) for n, (text, w) in enumerate(zip(texts, wide)))

    tall = max(text.count("\n") for text in [name] + heads) + 1
    lines = [line(texts) for texts in zip(*([""] * (tall - 1 - text.count("\n")) + text.split("\n") for text in [name] + heads))]
    parted = line([mark * (w - (n == 0)) for n, w in enumerate(wide)])
    whole = mark * len(parted)
    lines = ([whole] if draw.random() < 0.4 else []) + lines + [parted if gap == 1 or draw.random() < 0.6 else whole] + [line(texts) for texts in rows]
    if sums:
        lines += [line([""] + ["-" * w for w in wide[1:]]), line(sums[0])]
        if draw.random() < 0.5:
            lines.append(line([""] + ["=" * w for w in wide[1:]]))
    press.paragraph(draw.choice(["SUMMARY OF CASES BY OFFICE", "LISTING OF ACCOUNTS AND FEES"]), size, full=False, after=6)
    for text in lines:
        press.top += size * 1.2
        press.text(54, press.top, text.rstrip(), size)
    press.top += 14
    press.paragraph("END OF LISTING", size, full=False)
    return [PressTable([1] * len(wide), [[Item(text.replace("\n", " ")) for text in texts] for texts in [[name] + heads] + rows + sums], size)]


# ------------------------------------------------------------------ signs, letters, remarks
def strips(clerk, press):
    """Signs of currency in strips of their own, close behind the figures of the column before or far from these; sums below short lines."""
    draw = clerk.random
    size, columns, strip, figure, pad = draw.choice([8, 9]), draw.choice([2, 3, 4]), draw.choice([10, 12, 16]), draw.choice([50, 58]), draw.choice([1, 2])
    names = [f"{text} Fund" for text in draw.sample(["General", "Roads", "Debt\nService", "Capital", "Special"], columns)]
    head = [[Item("")] + [Item(name, "center", columns=2, rule="u") for name in names]]
    labels = draw.sample(ACCOUNTS[:6], 4) + draw.sample(ACCOUNTS[8:], 3)
    body, meaning = [], [[Item("")] + [Item(name) for name in names]]
    for number, label in enumerate(labels + ["Total"]):
        isLast = number == len(labels)
        sign = "$" if number == 0 or isLast else ""
        texts = [clerk.gap(clerk.signed(6), 0.05) if not isLast else clerk.count(7) for _ in range(columns)]
        body.append([Item(label)] + [item for text in texts for item in (Item(sign, "left"), Item(text, "right", pad=0 if text.endswith(")") else press.width(")", size)))])
        meaning.append([Item(label)] + [Item(sign + text) for text in texts])
    for item in body[-2][2::2]:
        item.rule += "b"
    if draw.random() < 0.5:
        for item in body[-1][2::2]:
            item.rule += "B"
    table = PressTable([room(press, ACCOUNTS, size, pad) + draw.choice([10, 40])] + [strip, figure] * columns, head + body, size)
    table.meaning = meaning
    return framed(clerk, press, "Balance Sheet, June 30, 2006", table, notes=False, pad=(1.2, pad))


def lettered(clerk, press):
    """Letters or numbers before labels, white behind them; labels of two lines set in behind these."""
    draw = clerk.random
    size, columns, pad, at = draw.choice([8, 9]), draw.choice([2, 3, 4]), 2, draw.choice(["top", "bottom"])
    style, keys = draw.choice([("{}.", "ABCDEFGHIJKLMN"), ("{}.", "ABCDEFGHIJKLMN"), ("({})", "abcdefghijklmn"), ("({})", [str(n) for n in range(1, 15)])])
    names = draw.sample(["Posts", "Other staff costs", "Consultants", "Travel of staff", "Contractual services", "General operating\nexpenses", "Supplies", "Furniture and\nequipment",
                         "Grants", "Domestic production", "Imports", "Net change in\nstocks held"], draw.choice([7, 9, 11]))
    head = [[Item(draw.choice(["Object of expenditure", "Item", "Source"]), columns=2)] + [
        Item(text, "right") for text in draw.sample(["2004–2005\nspent", "2006–2007\nvoted", "Growth", "Per cent", "Estimate"], columns)]]
    body, meaning = [], [[Item(head[0][0].text)] + head[0][1:]]
    for key, name in zip(keys, names):
        row = figures(clerk, columns, 5, at=at)
        body.append([Item(style.format(key), at="top"), Item(name, at="top")] + row)
        meaning.append([Item(style.format(key) + " " + name)] + row)
    if draw.random() < 0.6:
        row = figures(clerk, columns, 6)
        body.append([Item("Total", columns=2)] + row)
        meaning.append([Item("Total")] + row)
    manner = finish(clerk, head, body)
    strip = max(press.width(style.format(key), size) for key in keys) + 2 * pad + draw.choice([0, 2, 5, 8])
    table = PressTable([strip, room(press, names, size, pad) + draw.choice([10, 40])] + [64] * columns, head + body, size)
    table.meaning = meaning
    return framed(clerk, press, "Table 14. Requirements by object", table, notes=manner != "none", pad=(draw.choice([1, 1.5]), pad))


def remarks(clerk, press):
    """A last column for remarks with one remark in it, Chinese or English."""
    draw = clerk.random
    isChinese = draw.random() < 0.7
    rows, columns = draw.choice([6, 8, 10]), draw.choice([2, 3])
    if isChinese:
        names, texts = (["序号", "单位名称"], ["预算数", "执行数", "结余"][:columns] + ["备注"])
        labels, remark, size = [f"{name}财政所" for name in draw.sample(NAMES, rows)], draw.choice(["含上年结转", "新增项目", "待批复"]), 10
    else:
        names, texts = (["No.", "Office"], ["Voted", "Spent", "Balance"][:columns] + ["Remarks"])
        labels, remark, size = draw.sample(PLACES, rows), draw.choice(["See note 2", "Closed in May", "Two months only"]), 9
    align = draw.choice(["center", "left"])
    head = [[Item(text, "center") for text in names + texts]]
    at = draw.randrange(1, rows)
    body = [[Item(str(n + 1), "center"), Item(label)] + figures(clerk, columns, 5) + [Item(remark if n == at else "", align)] for n, label in enumerate(labels)]
    lined(clerk, head, body, ["grid", "lines", "lines"])
    table = PressTable([40, room(press, labels, size, 4) + 20] + [72] * columns + [80], head + body, size)
    if isChinese:
        return returned(clerk, press, "专项资金安排情况表", table, "单位：万元", prose=draw.random() < 0.5, pad=(draw.choice([2, 3]), 4))
    return framed(clerk, press, "Table 3. Balances by office", table, notes=False, pad=(draw.choice([1, 2]), 4))


# ------------------------------------------------------------------ headings of unequal height
def unequal(clerk, press):
    """Headings of one line and of two in the middle of their cells, without upright lines, Chinese or English."""
    draw = clerk.random
    isChinese = draw.random() < 0.65
    if isChinese:
        names = draw.choice([["指标", "本月", "本月止累计", "累计比上年同期\n±%"], ["地区", "绝对量", "比上年同期\n增长（%）", "位次"], ["行业", "产值", "产销率\n（%）", "比去年同期增减\n（百分点）"],
                             ["产品名称", "计量单位", "本月产量", "累计产量", "累计比上年\n同期±%"]])
        labels, size = draw.sample(NAMES if names[0] == "地区" else THINGS, 8), draw.choice([9, 10])
    else:
        names = draw.choice([["Area", "Total", "Percent\nof age 18+", "Rank"], ["Industry", "Workers", "Average\nweekly hours", "Pay"], ["County", "Births", "Deaths", "Rate per\n1,000"],
                             ["Fund", "Receipts", "Outlays", "Change from\nyear before\n(percent)"]])
        labels, size = draw.sample(LINES if names[0] == "Fund" else PLACES, 9), draw.choice([8, 9])
    labels = [label for label in labels if len(label) < 34]
    head = [[Item(name, "center", at="middle") for name in names]]
    if draw.random() < 0.3:
        head[0][0].align = "left"

    def cell(name, number):
        if name == "计量单位":
            return Item(draw.choice(["万吨", "台", "米"]), "center")
        isShare = any(sign in name for sign in ("%", "分点", "ercent", "Rate", "hours"))
        return Item(draw.choice(["-", ""]) + clerk.rate(30) if isShare else str(number + 1) if name in ("位次", "Rank") else clerk.count(5), "right", pad=6)

    body = [[Item(label)] + [cell(name, number) for name in names[1:]] for number, label in enumerate(labels)]
    finish(clerk, head, body, ["three", "rows", "head", "none"] if not isChinese else ["three", "rows", "rows"])
    table = PressTable([room(press, labels, size, 4) + 16] + [room(press, [name], size, 4) + draw.choice([6, 14]) for name in names[1:]], head + body, size)
    if isChinese:
        title, unit = draw.choice(["规模以上工业主要指标", "主要产品产量", "分地区主要指标"]), draw.choice(["", "单位：万元"])
        return returned(clerk, press, title, table, unit, prose=draw.random() < 0.5, pad=(draw.choice([1.5, 2.5, 4]), 4))
    return framed(clerk, press, "Table 2. Selected characteristics", table, notes=draw.random() < 0.5, pad=(draw.choice([1, 2]), 4))


def folded(clerk, press):
    """Chinese heads of two storeys whose names over pairs or at the end are folded, the last line often but a sign."""
    draw = clerk.random
    size, pair = draw.choice([9, 10]), draw.choice([["本月", "累计"], ["绝对量", "增长%"], ["金额", "占比%"]])
    names = draw.sample(["工业增加值", "固定资产投资", "社会消费品\n零售总额", "累计比去年同期±\n%", "财政一般\n预算收入"], draw.choice([2, 3]))
    last = draw.choice([[], ["累计比去年\n同期±%"], ["比上年同期\n增减\n（百分点）"], ["位次"]])
    head = [[Item(draw.choice(["地区", "指标"]), "center", rows=2, at="middle")] + [Item(name, "center", columns=2, at="middle") for name in names]
            + [Item(name, "center", rows=2, at="middle") for name in last], [Item(text, "center") for _ in names for text in pair]]
    labels = draw.sample(NAMES, 8)
    body = [[Item(label)] + [Item(clerk.rate(900, 2), "right") for _ in range(2 * len(names))] + [Item(str(number + 1) if name == "位次" else clerk.rate(30), "right", pad=8)
                                                                                                  for name in last] for number, label in enumerate(labels)]
    manner = draw.choice(["grid", "three", "rows"])
    if manner == "grid":
        grid(head + body)
    else:
        finish(clerk, head, body, [manner])
        ruled(head[0][1:1 + len(names)], "b")
    table = PressTable([80] + [draw.choice([50, 56])] * (2 * len(names)) + [80] * len(last), head + body, size)
    return returned(clerk, press, "分地区主要经济指标", table, draw.choice(["", "单位：万元", "单位：亿元"]), prose=draw.random() < 0.5, pad=(draw.choice([1.5, 2.5]), 3))


# ------------------------------------------------------------------ grids about a part
def partial(clerk, press):
    """Lines around the cells of the body alone, below a head without lines; or around all but the labels at the left."""
    draw = clerk.random
    isStub, columns = draw.random() < 0.5, draw.choice([3, 4, 5])
    names = draw.sample(["2004", "2005", "2006", "Total", "Share"], columns)
    head = [[Item("" if isStub and draw.random() < 0.5 else "District")] + [Item(name, "center", bold=True) for name in names]]
    body = [[Item(place)] + figures(clerk, columns, draw.choice([4, 6])) for place in clerk.some(PLACES, 5, 11)]
    if isStub:
        for row in head + body:
            ruled(row[1:], "tblr")
    else:
        grid(body)
    if draw.random() < 0.4:
        for item in head[0][isStub:]:
            item.fill = 0.85
    table = PressTable([110] + [draw.choice([56, 64])] * columns, head + body, 9)
    return framed(clerk, press, "Inspections by district", table, notes=draw.random() < 0.5, pad=(draw.choice([1.5, 3]), 4))


TABLES = [(printed, 8), (statements, 6), (typed, 8), (strips, 6), (lettered, 5), (remarks, 5), (unequal, 8), (folded, 4), (partial, 6)]


def ledgers(seed):
    """Name, kind, document and tables of every case."""
    return cases_of(seed, "ledger", TABLES)
