"""Invented labels, figures and prose, and the kinds of tables that agencies print. Standard library only."""
import re

from table_sheet import Cell, Table

PLACES = ["Northmoor", "Eastwick County", "Lower Vale", "Saint Alban Parish", "Grey Harbour", "Hillcrest", "Westbrook Falls",
          "Upper Tarn", "Marlow Bay", "Oakhurst", "Fenwick and Dale", "Cold Spring", "Ravenna Heights", "Port Ellery"]
ITEMS = ["Grants to municipalities", "Maintenance of public roads", "Operation of water treatment plants and pumping stations",
         "Salaries", "Research on crop rotation and soil recovery in dry regions", "Interest", "Rural broadband",
         "Compensation of volunteers, including travel and subsistence", "School meals", "Vehicles", "Emergency shelters",
         "Licences and permits issued under the revised ordinance", "Other"]
NAMES = ["青岭区", "白河县", "云川市", "南屏镇", "石桥街道", "柳湾乡", "东湖新区", "长峰县", "临溪市", "北原镇"]
THINGS = ["政府信息公开申请受理", "公共道路养护", "农村饮水安全工程建设和维护", "教育", "基层医疗卫生机构补助", "其他支出",
          "城乡居民最低生活保障", "环境监测", "应急物资储备", "文化体育与传媒", "社区服务", "利息支出"]
WORDS = ("the annual review of public services shows that demand has grown in most districts while the number of staff "
         "remained stable over the period under report and further measures will be needed to keep waiting times within "
         "the limits set by the council last spring").split()
PROSE = "本年度各部门按照要求推进信息公开工作加强组织领导完善工作机制及时回应社会关切主动公开内容不断充实依申请公开办理更加规范群众满意度有所提高下一步将继续改进"


class Pen:
    def __init__(self, random, chinese):
        self.random, self.chinese = random, chinese

    def figure(self, kind=None, digits=7):
        """An invented figure; amounts have no more than so many digits, since no agency breaks them."""
        kind = kind or self.random.choice(["count", "share", "money"])
        if self.random.random() < 0.06:
            return self.random.choice(["–", "0", "n.a.", "..."])
        if kind == "share":
            return f"{self.random.uniform(0, 100):.1f}"
        if kind == "money":
            return f"{self.random.randrange(100, 10 ** digits):,}"
        return str(self.random.randrange(0, 4000))

    def labels(self, count):
        pool = (NAMES + THINGS) if self.chinese else (PLACES + ITEMS)
        return self.random.sample(pool, min(count, len(pool)))

    def prose(self, sentences=3):
        if self.chinese:
            return "".join(
                "".join(self.random.choice(re.findall("..", PROSE)) for _ in range(self.random.randrange(8, 20))) + "。"
                for _ in range(sentences))
        out = []
        for _ in range(sentences):
            at = self.random.randrange(len(WORDS))
            words = (WORDS * 2)[at:at + self.random.randrange(9, 24)]
            out.append(" ".join(words).capitalize() + ".")
        return " ".join(out)

    def column(self, number):
        pool = (["合计", "人数", "金额", "比重", "增长率", "上年", "本年"] if self.chinese
                else ["Total", "Number", "Share", "Amount", "Change", "Persons served", "Average cost per case", "Rate"])
        return pool[number % len(pool)] if self.random.random() < 0.6 else str(2015 + number)

    def group(self):
        return self.random.choice(["一般支出", "专项支出", "按地区", "按机构"] if self.chinese
                                  else ["By district", "Current expenditure", "Capital", "Private households", "All agencies"])


def ruled(rows, kind, heads, last=None):
    """Sets the rules of a kind on the cells: none, booktabs (above, below the head, at the end), heads too, every row."""
    if kind == "none":
        return
    last = len(rows) if last is None else last
    for cell in rows[0]:
        cell.rule += "t"
    for number, row in enumerate(rows[:last]):
        for cell in row:
            end = number + cell.rows
            if end == heads or end == last or kind == "rows" and number >= heads:
                cell.rule += "b"


def plain(pen, kind, size, columns=None, rows=None, fill=None, wrap=False, heads=1, gap=None):
    r = pen.random
    columns = columns or r.randrange(2, 8)
    labels = pen.labels(rows or r.randrange(5, 13))
    first = 90 if wrap else r.randrange(150, 200)
    width = min((470 - first) / columns, 90)
    digits = min(7, max(4, int((width - 8) / (0.55 * size)) - 2))
    figures = [r.choice(["count", "share", "money"]) for _ in range(columns)]
    align = r.choice(["end", "end", "center"])
    top = [Cell("地区" if pen.chinese else r.choice(["District", "Item", ""]))]
    top += [Cell(pen.column(n), align=align) for n in range(columns)]
    body = [[Cell(l)] + [Cell(pen.figure(k, digits), align=align) for k in figures] for l in labels]
    if r.random() < 0.4:
        for row in body:
            for cell in row[1:]:
                if r.random() < 0.12:
                    cell.text = ""
    for cell in top[1:]:
        if max(map(len, cell.text.split())) * 0.6 * size > width - 8:
            cell.text = str(r.randrange(2001, 2020))
    table = Table([first] + [width] * columns, [top] + body, size, r.choice(["bottom", "top", "middle"]), fill)
    ruled(table.rows, kind, 1)
    return table


def storeyed(pen, kind, size):
    r = pen.random
    groups = r.randrange(2, 4)
    each = r.randrange(2, 4)
    names = r.sample(["第一季度", "第二季度", "上年同期", "全年"] if pen.chinese else ["2018", "2019", "Urban areas", "Rural areas", "First half"], groups)
    top = [Cell("项目" if pen.chinese else "Item", rows=2)]
    top += [Cell(n, columns=each, align="center", rule="b" if kind != "none" else "") for n in names]
    room = int((340 / groups / each - 8) / (0.6 * size))
    under = [Cell(pen.column(n), align="center") for _ in range(groups) for n in range(each)]
    for number, cell in enumerate(under):
        if max(map(len, cell.text.split())) > room:
            cell.text = str(2010 + number % each)
    body = [[Cell(l)] + [Cell(pen.figure("count"), align="center") for _ in under] for l in pen.labels(r.randrange(5, 10))]
    table = Table([130] + [340 / len(under)] * len(under), [top, under] + body, size)
    ruled(table.rows, kind, 2)
    return table


def grouped(pen, kind, size):
    """Headings of row groups in a row of their own, the rows below set in."""
    r = pen.random
    columns = r.randrange(2, 6)
    top = [Cell("项目" if pen.chinese else "Category")] + [Cell(pen.column(n), align="end") for n in range(columns)]
    rows = [top]
    labels = iter(pen.labels(12))
    for _ in range(r.randrange(2, 4)):
        rows.append([Cell(pen.group(), bold=True)] + [Cell("") for _ in range(columns)])
        for label in [next(labels) for _ in range(r.randrange(2, 4))]:
            rows.append([Cell(label, indent=10)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
    rows.append([Cell("合计" if pen.chinese else "Total", bold=True)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)])
    table = Table([170] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def merged(pen, kind, size):
    """Names of groups in a column of their own, over the rows of the group."""
    r = pen.random
    columns = r.randrange(2, 5)
    top = [Cell("类别" if pen.chinese else "Group"), Cell("名称" if pen.chinese else "Name")]
    top += [Cell(pen.column(n), align="center") for n in range(columns)]
    rows = [top]
    labels = iter(pen.labels(12))
    for _ in range(r.randrange(2, 4)):
        count = r.randrange(2, 5)
        for number in range(count):
            head = [Cell(pen.group(), rows=count)] if number == 0 else []
            rows.append(head + [Cell(next(labels))] + [Cell(pen.figure("count"), align="center") for _ in range(columns)])
    table = Table([80, 140] + [250 / columns] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def signs(pen, kind, size):
    """Leaders after the labels and a sign of currency at the first and the last row."""
    r = pen.random
    columns = r.randrange(2, 4)
    top = [Cell("Item")] + [Cell(str(2015 + n), align="end") for n in range(columns)]
    labels = pen.labels(r.randrange(5, 9))
    rows = [top]
    for number, label in enumerate(labels):
        mark = "$ " if number in (0, len(labels) - 1) else ""
        rows.append([Cell(label)] + [Cell(mark + pen.figure("money", 6), align="end") for _ in range(columns)])
    table = Table([220] + [80] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def wordy(pen, kind, size):
    """Cells of words, some of several lines."""
    r = pen.random
    columns = r.randrange(2, 4)
    top = [Cell(t) for t in (["措施", "责任单位", "完成情况", "备注"] if pen.chinese else ["Measure", "Body", "State of play", "Remarks"])[:columns + 1]]
    rows = [top]
    for label in pen.labels(r.randrange(4, 8)):
        rows.append([Cell(label)] + [
            Cell(r.choice(["已完成", "进行中", "按计划推进，年底前完成", "尚未开始"] if pen.chinese else
                          ["Completed", "In progress", "Planned for the second half of the year", "Not started", "Awaiting approval by the board"]))
            for _ in range(columns)])
    table = Table([150] + [320 / columns] * columns, rows, size, "top")
    for row in rows:
        for cell in row:
            cell.align = "left"
    ruled(rows, kind, 1)
    return table


def units(pen, kind, size):
    """A row of units below the head, blanks in the body, a total at the end."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [Cell("")] + [Cell(pen.column(n), align="center") for n in range(columns)]
    under = [Cell("")] + [Cell(r.choice(["万元", "人", "%"] if pen.chinese else ["(1,000)", "(%)", "EUR million", "tonnes"]), align="center")
                          for _ in range(columns)]
    rows = [top, under]
    labels = pen.labels(r.randrange(5, 9))
    for label in labels:
        rows.append([Cell(label)] + [Cell(pen.figure("share") if r.random() < 0.8 else "", align="center") for _ in range(columns)])
    rows.append([Cell("合计" if pen.chinese else "Total", bold=True)] + [Cell(pen.figure("share"), align="center", bold=True) for _ in range(columns)])
    table = Table([170] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 2)
    return table


def unitline(pen, kind, size):
    """One unit for all columns, in a row below the head."""
    r = pen.random
    columns = r.randrange(3, 6)
    top = [Cell("项目" if pen.chinese else "Item")] + [Cell(str(2016 + n), align="end") for n in range(columns)]
    unit = r.choice(["（单位：万元）", "（亿元）"] if pen.chinese else ["(in million EUR)", "(thousands of persons)", "(% of total)"])
    rows = [top, [Cell(""), Cell(unit, columns=columns, align="center")]]
    for label in pen.labels(r.randrange(5, 9)):
        rows.append([Cell(label)] + [Cell(pen.figure("money", 5), align="end") for _ in range(columns)])
    table = Table([170] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 2)
    return table


def leaders(pen, kind, size):
    """Dotted leaders from the labels to the figures."""
    r = pen.random
    columns = r.randrange(1, 5)
    width = 70
    top = [Cell("项目" if pen.chinese else "Item")] + [Cell(str(2015 + n), align="end") for n in range(columns)]
    rows = [top] + [[Cell(l, lead=470 - width * columns - 8)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)]
                    for l in pen.labels(r.randrange(6, 11))]
    table = Table([470 - width * columns] + [width] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


def currency(pen, kind, size):
    """A sign of currency flush left of each figure's column, which a reader takes as part of the figure."""
    r = pen.random
    columns = r.randrange(2, 5)
    sign = "¥" if pen.chinese else r.choice(["$", "€"])
    labels = pen.labels(r.randrange(5, 9))
    rows = [[Cell("项目" if pen.chinese else "Fund")] + [Cell(str(2016 + n), align="end", columns=2) for n in range(columns)]]
    for number, label in enumerate(labels):
        mark = sign if number in (0, len(labels) - 1) else ""
        rows.append([Cell(label)] + [c for _ in range(columns) for c in (
            Cell(mark), Cell(f"{r.randrange(1000, 10 ** 7):,}", align="end"))])
    table = Table([180] + [14, 300 / columns - 14] * columns, rows, size)
    ruled(rows, kind, 1)
    # What it means: the sign and its figure are one cell.
    table.meaning = [[Cell(c.text) for c in rows[0]]] + [
        [Cell(row[0].text)] + [Cell(row[n].text + row[n + 1].text) for n in range(1, len(row), 2)] for row in rows[1:]]
    return table


def noted(pen, kind, size):
    """Notes in a row of their own below the last one, over all columns: a row for the file, a note for the reader."""
    table = plain(pen, kind, size, columns=4, rows=7)
    text = "注：数据为初步统计，部分地区的数据由主管部门汇总后提供。" if pen.chinese else "a. Figures of the last year are preliminary and may be revised when all districts have reported."
    table.meaning = list(table.rows)
    table.rows.append([Cell(text, columns=5)])
    if kind != "none":
        for cell in table.rows[-1]:
            cell.rule += "b"
    return table


def hung(pen, kind, size):
    """Long labels whose later lines are set in, figures beside the last line or the first."""
    r = pen.random
    columns = r.randrange(2, 5)
    top = [Cell("项目" if pen.chinese else "Program activity")] + [Cell(str(2016 + n), align="end") for n in range(columns)]
    labels = pen.labels(r.randrange(6, 11))
    rows = [top] + [[Cell(l, hang=9)] + [Cell(pen.figure("money", 6), align="end") for _ in range(columns)] for l in labels]
    table = Table([110] + [80] * columns, rows, size, r.choice(["bottom", "top"]))
    ruled(rows, kind, 1)
    return table


def spare(pen, kind, size):
    """Few figures in many columns."""
    r = pen.random
    columns = r.randrange(4, 8)
    top = [Cell("地区" if pen.chinese else "Region")] + [Cell(str(2010 + n), align="end") for n in range(columns)]
    rows = [top]
    for number, label in enumerate(pen.labels(9)):
        rows.append([Cell(label)] + [Cell(pen.figure("count") if number in (0, 8) or r.random() < 0.55 else "", align="end") for _ in range(columns)])
    table = Table([160] + [300 / columns] * columns, rows, size)
    ruled(rows, kind, 1)
    return table


KINDS = [("plain", plain), ("units", units), ("unitline", unitline), ("leaders", leaders), ("currency", currency), ("noted", noted),
         ("hung", hung), ("spare", spare), ("wrap", lambda *a: plain(*a, wrap=True, columns=4)), ("storeys", storeyed), ("groups", grouped),
         ("merged", merged), ("signs", signs), ("wordy", wordy),
         ("zebra", lambda *a: plain(*a, fill=1)), ("wide", lambda *a: plain(*a, columns=9, wrap=True)),
         ("long", lambda *a: plain(*a, columns=4, rows=22))]
RULES = ["none", "booktabs", "rows"]
