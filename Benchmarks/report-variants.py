#!/usr/bin/env python3
"""Invented reports with everything that varies in real ones, read and compared with the figures they were made of.

  report-variants.py [--convert PROGRAM] [--reports 300] [--seed 1] [--keep FOLDER]

Each report has the 200 cells of the form of 2021 with figures that add up, and a random choice of VARIANTS: labels altered, broken, with
notes or in traditional characters; values blank, as placeholders, full-width, padded, with units or remarks; titles over several lines; rows
of the agency's own. It is written in one of SHAPES. A third of the reports has one digit of a checked cell changed. Printed are by shape:
cells right, wrong (another number or state than printed), abstained from (absent or unreadable), invented (rows the form lacks), violations
of the rules told, missed and invented, and of the changed digits those that a failing rule told. The exit status is 1 where a cell is
wrong or a violation invented. Standard library only.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from decimal import Decimal

import corpus
from corpus import samples

PROFILE = pathlib.Path(__file__).parent.parent / "Sources" / "ReportProfile" / "Profiles" / "cn-ogi-annual-report.json"
SHAPES = ["docx", "pdf", "borderless.pdf", "html", "txt", "bars", "markdown", "lines"]
BLANKS = {"blank": ["", " ", "\u3000", "\u00a0"], "placeholder": ["/", "-", "—", "无"]}
TRADITIONAL = str.maketrans("规范处罚强许体内总计结维复议诉讼", "規範處罰強許體內總計結維復議訴訟")
FIRST_OUTCOME, LAST_OUTCOME, TOTAL, NEXT = 2, 22, 23, 24


def codes():
    """The codes of the cells in the order of the form, and those of the applications by row and column."""
    profile = json.loads(PROFILE.read_text(encoding="utf-8"))
    form = next(form for form in profile["forms"] if form["id"] == "cn.ogi.2021")

    def leaves(nodes, inner):
        for node in nodes:
            yield from leaves(node[inner], inner) if inner in node else [node]

    result = []
    for table in form["tables"]:
        columns = table["columns"] if isinstance(table["columns"], list) else profile["columnLists"][table["columns"]]
        for row in leaves(table["rows"], "rows"):
            if not row.get("optional"):
                result += [f"{table['id']}/{row['id']}/{column['id']}" for column in leaves(columns, "columns")]
    return result


def figures(r):
    """200 numbers that keep the rules, in the order of the form."""
    rows = [[r.choice([0, 0, 0, 1, 2, r.randint(3, 60)]) for _ in range(6)] for _ in range(25)]
    for column in range(6):
        rows[TOTAL][column] = sum(rows[line][column] for line in range(FIRST_OUTCOME, LAST_OUTCOME + 1))
        rows[NEXT][column] = r.randint(0, rows[TOTAL][column])
        whole = rows[TOTAL][column] + rows[NEXT][column]
        rows[1][column] = r.randint(0, whole)
        rows[0][column] = whole - rows[1][column]
    review = []
    for _ in range(3):
        part = [r.randint(0, 9) for _ in range(4)]
        review += part + [sum(part)]
    first = [r.randint(0, 30) for _ in range(9)] + [Decimal(r.randint(0, 99999)) / 100]
    return first + [number for row in rows for number in row + [sum(row)]] + review


def changed(r, numbers):
    """One digit of a checked cell changed: the cell's number."""
    cell = r.randrange(10, 200)
    digits = list(str(numbers[cell]))
    place = r.randrange(len(digits))
    first = place == 0 and len(digits) > 1
    digits[place] = r.choice([d for d in "0123456789" if d != digits[place] and not (first and d == "0")])
    numbers[cell] = int("".join(digits))
    return cell


def printed(r, numbers, share):
    """For each cell its text and what should be read: (state, number)."""
    cells = []
    for index, number in enumerate(numbers):
        text, truth = str(number), ("number", str(Decimal(number).normalize() if index == 9 else number))
        if index == 9:
            truth = ("number", format(Decimal(number).normalize(), "f"))
        if r.random() < share:
            way = r.randrange(6)
            # A blank addend counts as 0; totals stay printed.
            isAddend = 10 <= index < 185 and (index - 10) % 7 != 6 and 2 <= (index - 10) // 7 <= LAST_OUTCOME
            if way == 0 and number == 0 and isAddend:
                state = r.choice(list(BLANKS))
                text, truth = r.choice(BLANKS[state]), (state, None)
            elif way == 1:
                text = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text)
            elif way == 2:
                text = r.choice(["\u3000", " ", "\u00a0"]) + text + r.choice(["", "\u3000"])
            elif way == 3 and index != 9:
                text += r.choice(["件", " 件", "批次"])
            elif way == 3:
                text, truth = r.choice([(text + "万元", truth), (text + "万", truth), ("251000元", ("number", "251000"))])
            elif way == 4:
                text += r.choice(["（含上年）", "(预算数)"])
            elif way == 5 and index < 9:
                text = r.choice(["[bookmark: _GoBack]" + text, text + "[bookmark: OLE_LINK1]"])
        cells.append((text, truth))
    return cells


def broken(r, text, shape):
    """A label over several lines, or standing upright; only where the shape keeps the lines of a cell together."""
    if shape == "html":
        return ("<br>" if r.random() < 0.5 else "\n").join(text if len(text) < 9 else [text[:4], text[4:]])
    return text[:2] + " " + text[2:]


def relabelled(r, text, shape):
    """A label as some office prints it."""
    way = r.randrange(14)
    if way >= 12:
        return broken(r, text, shape)
    if way == 0:
        return text.replace("（", "(").replace("）", ")").replace("，", ",").replace("：", ":")
    if way == 1:
        return text.translate(TRADITIONAL)
    if way == 2:
        return {"行政规范性文件": "规范性文件", "规章": "规章(县级无此项)", "本年制发件数": "本年(2023)制发件数"}.get(text, text)
    if way == 3:
        return text.replace("勾稽", "钩稽")
    if way == 4:
        return {"现行有效件数": "现行有效件", "本年制发件数": "制发件数"}.get(text, text)
    if way == 5:
        return "[bookmark: _GoBack]" + text
    if way == 6:
        return text.replace("、", "、 ").replace("）", "） ")
    if way == 7 and text.startswith("（"):
        return text[3:]
    if way == 8:
        return text.replace("“", "\"").replace("”", "\"")
    return text


def title(r, agency, year, linesAllowed):
    ways = [[f"{agency}{year}年政府信息公开工作年度报告"], [f"{agency}{year}年度政府信息公开年度报告"], [f"{year}年度{agency}政府信息公开工作年度报告"],
            [f"{agency}政府信息公开工作年度报告（{year}年）"]]
    if linesAllowed:
        ways += [[agency, f"{year}年政府信息公开工作年度报告"], [agency, f"{year}年", "政府信息公开工作", "年度报告"],
                 [agency[:3], agency[3:], f"{year}年政府信息公开工作年度报告"], [f"{year}年政府信息公开工作年度报告", agency],
                 ["附件1", agency, f"{year}年政府信息公开工作", "年度报告"]]
    return r.choice(ways)


def make(r, shape, cells):
    """A report of these cells: agency, year, title lines, sections."""
    report = corpus.report(r.randrange(10 ** 6))
    report.sections = report.sections[:4] + report.sections[5:]
    texts = iter(cells)
    share = r.choice([0, 0.1, 0.4])
    for _, _, table in report.sections:
        for row in table[1] if table else []:
            for cell in row:
                if cell.text.replace(".", "").isdigit():
                    cell.text = next(texts)[0]
                elif r.random() < share:
                    cell.text = relabelled(r, cell.text, shape)
    assert next(texts, None) is None
    if r.random() < 0.2:
        # A row of the agency's own: what stands in it is nobody's.
        report.sections[1][2][1].insert(4, [samples.Cell("其他主动公开文件")] + [samples.Cell(str(r.randint(1, 99))) for _ in range(3)])
    if r.random() < 0.3:
        report.sections[:] = [(name[2:], texts, table) for name, texts, table in report.sections]
    lines = title(r, report.agency, report.year, shape not in ("docx", "pdf", "borderless.pdf"))
    return report, lines


def grid(table):
    """For each row its cells as (column, text); text is `None` where a merged cell goes on from above."""
    cells = samples.placed(table)
    return [sorted((c, cell.text if top == line else None) for top, c, cell in cells if top <= line < top + cell.rows)
            for line in range(len(table[1]))]


def lines_of(shape, table):
    width = sum(cell.columns for cell in table[1][0])
    for row in grid(table):
        if shape == "txt":
            yield from ["\t" + (text or "") for _, text in row] + [""]
        elif shape == "lines":
            for _, text in row:
                if text is not None:
                    yield from [text, ""]
        elif shape == "bars":
            yield " | ".join(text or "" for _, text in row)
        else:
            texts = [""] * width
            for column, text in row:
                texts[column] = text or ""
            yield "| " + " | ".join(text + "\u00a0" for text in texts) + " |"


def write(path, shape, report, lines):
    if shape in ("docx", "pdf", "borderless.pdf"):
        report.title = "".join(lines)
        return corpus.write(path, shape, report)
    if shape == "html":
        html = corpus.html(report)
        head = "".join(f"<p>{line}</p>" for line in lines)
        start, end = html.index("<h1>"), html.index("</h1>") + 5
        return path.write_text(html[:start] + head + html[end:], encoding="utf-8")
    out = list(lines)
    for name, texts, table in report.sections:
        out += ["", name, *texts, ""] + (list(lines_of(shape, table)) if table else [])
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def violations(numbers):
    """(rule, left, right) of the rules that the figures break, blanks being 0."""
    rows = [numbers[10 + 7 * line:17 + 7 * line] for line in range(25)]
    found = []
    for row in rows:
        if row[6] != sum(row[:6]):
            found.append(("applications.column_total", row[6], sum(row[:6])))
    for column in range(7):
        outcomes = sum(rows[line][column] for line in range(FIRST_OUTCOME, LAST_OUTCOME + 1))
        if rows[TOTAL][column] != outcomes:
            found.append(("applications.outcome_total", rows[TOTAL][column], outcomes))
        left, right = rows[0][column] + rows[1][column], rows[TOTAL][column] + rows[NEXT][column]
        if left != right:
            found.append(("applications.balance", left, right))
    for number, name in enumerate(["reconsideration", "litigation.direct", "litigation.after_reconsideration"]):
        part = numbers[185 + 5 * number:190 + 5 * number]
        if part[4] != sum(part[:4]):
            found.append((f"review.{name}.total", part[4], sum(part[:4])))
    return collections.Counter((rule, str(left), str(right)) for rule, left, right in found)


def run(arguments):
    result = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
    if not result.stdout:
        sys.exit(result.stderr[-2000:])
    return result.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--convert", default="./script/convert")
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path)
    choices = parser.parse_args()
    print("seed", choices.seed)
    form = codes()
    with tempfile.TemporaryDirectory() as scratch:
        folder = choices.keep or pathlib.Path(scratch)
        folder.mkdir(exist_ok=True)
        truths = {}
        for number in range(choices.reports):
            r = random.Random(choices.seed * 10 ** 6 + number)
            shape = SHAPES[number % len(SHAPES)]
            numbers = figures(r)
            cell = changed(r, numbers) if r.random() < 0.34 else None
            cells = printed(r, numbers, r.choice([0, 0.05, 0.3]))
            report, lines = make(r, shape, cells)
            extension = shape if "pdf" in shape or shape in ("docx", "html") else "md" if shape == "markdown" else "txt"
            path = folder / f"{number:04d}-{shape.split('.')[0]}.{extension}"
            write(path, shape, report, lines)
            truths[path.name] = (shape, report, cells, violations(numbers), cell)
        read = collections.defaultdict(dict)
        for line in run([choices.convert, "records", folder, "--to", "ndjson", "--extras", "none", "-q"]).splitlines():
            record = json.loads(line)
            read[pathlib.Path(record["report"]).name][record["code"]] = record
        checked = collections.defaultdict(list)
        for report in json.loads(run([choices.convert, "check", folder, "--to", "json", "-q"]))["reports"]:
            # Rules across years come as a report of their own.
            checked[pathlib.Path(report["report"]).name] += report["checks"]
    counts = collections.defaultdict(collections.Counter)
    for name, (shape, report, cells, expected, cell) in truths.items():
        count = counts[shape]
        records = read.get(name, {})
        count["reports"] += 1
        count["invented"] += len(set(records) - set(form))
        first = next(iter(records.values()), {})
        if (first.get("agency_printed"), str(first.get("year"))) != (report.agency, str(report.year)):
            count["other agency or year"] += 1
            print(name, "agency or year", first.get("agency_printed"), first.get("year"), "for", report.agency, report.year)
        for code, (text, truth) in zip(form, cells):
            record = records.get(code, {"state": "absent"})
            if (record["state"], record.get("value")) == truth:
                count["right"] += 1
            elif record["state"] in ("absent", "unreadable"):
                count["abstained"] += 1
            else:
                count["wrong"] += 1
                print(name, code, "is", record["state"], record.get("value"), "for", repr(text), record.get("evidence"))
        told = collections.Counter((check["rule"], check["left"], check["right"]) for check in checked[name]
                                   if check["verdict"] == "fails" and check["severity"] == "required")
        count.update({"told": sum((told & expected).values()), "missed": sum((expected - told).values()),
                      "false": sum((told - expected).values())})
        for check in sorted(expected - told):
            print(name, "missed", *check)
        for check in sorted(told - expected):
            print(name, "invented", *check)
        if cell is not None:
            count["changed"] += 1
            count["caught"] += bool(told & expected)
    names = ["reports", "right", "abstained", "wrong", "invented", "other agency or year", "told", "missed", "false", "changed", "caught"]
    print("%-15s" % "shape" + "".join(" %s" % name.rjust(max(9, len(name))) for name in names))
    for shape, count in [*counts.items(), ("all", sum(counts.values(), collections.Counter()))]:
        print("%-15s" % shape + "".join(" %*d" % (max(9, len(name)), count[name]) for name in names))
    if any(count["wrong"] or count["invented"] or count["false"] for count in counts.values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
