"""Inputs of the benchmarks, made from seeds: yearly reports of invented agencies in several formats, with the truth about them.

Reports have the tables of script/make-samples.py with other figures, and tables with random spans. The same seed gives the same bytes.
Standard library only.
"""
import importlib.util
import pathlib
import random

SAMPLES = pathlib.Path(__file__).parent.parent / "script" / "make-samples.py"
_spec = importlib.util.spec_from_file_location("samples", SAMPLES)
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)

PLACES = "青禾 白石 南塘 云溪 柳坪 双河 松岭 长滩".split()
OFFICES = "水务局 林业局 文化馆 规划院 交通局 档案馆 统计局 气象站".split()
WORDS = "水质 管网 巡查 供水 报修 水价 水表 泵站 河道 清淤 检修 公示 登记 答复 期限 目录 栏目 培训 经费 计划 窗口 热线 档案 预算 监测".split()


def phrase(r, least, most):
    return "".join(r.choice(WORDS) for _ in range(r.randint(least, most)))


def number(r):
    return str(r.choice([0, 0, r.randrange(10), r.randrange(1000), r.randrange(10 ** 6)]))


def prose(r):
    return "".join(phrase(r, 3, 8) + "，" for _ in range(r.randint(2, 6))) + phrase(r, 2, 5) + "。"


def refigured(r, table):
    """The table with other figures in the cells that hold one."""
    widths, rows, head = table
    for row in rows:
        for cell in row:
            if cell.text.isdigit():
                cell.text = number(r)
    return widths, rows, head


def grouped_table(r, rows=None, columns=None):
    """A head of two storeys with groups of columns, labels in groups of rows, figures."""
    columns, count = columns or r.randint(3, 8), rows or r.randint(4, 24)
    head = [[samples.tall(phrase(r, 2, 3), 2, 2)], []]
    left = columns
    while left:
        width = min(left, r.randint(1, 3))
        left -= width
        if width == 1:
            head[0].append(samples.tall(phrase(r, 1, 2), 2))
        else:
            head[0].append(samples.wide(phrase(r, 1, 3), width))
            head[1] += [samples.Cell(phrase(r, 1, 2)) for _ in range(width)]
    body = []
    while len(body) < count:
        group = min(count - len(body), r.randint(1, 5))
        for index in range(group):
            label = [samples.tall(phrase(r, 1, 2), group)] if index == 0 else []
            body.append(label + [samples.Cell(phrase(r, 1, 3))] + [samples.Cell(number(r)) for _ in range(columns)])
    return [10, 14] + [9] * columns, head + body, 2


def report(seed):
    """A yearly report of some pages."""
    r = random.Random(seed)
    return samples.Report(r.choice(PLACES) + "县" + r.choice(OFFICES), r.randint(2008, 2025), [
        ("一、总体情况", [prose(r) for _ in range(r.randint(2, 6))], None),
        ("二、主动公开政府信息情况", [prose(r)], refigured(r, samples.published())),
        ("三、收到和处理政府信息公开申请情况", [], refigured(r, samples.applications())),
        ("四、行政复议、行政诉讼情况", [], refigured(r, samples.reviews())),
        ("五、分项统计", [prose(r)], grouped_table(r)),
        ("六、其他需要报告的事项", [prose(r) for _ in range(r.randint(1, 3))], None)])


def large(seed, rows):
    """A report with so many table rows, in tables of 100 and eight columns of figures."""
    r = random.Random(seed)
    sections = [(f"第{index + 1}部分", [prose(r)], grouped_table(r, rows=min(100, rows - index * 100), columns=8))
                for index in range((rows + 99) // 100)]
    return samples.Report("青禾县水务局", 2024, sections)


def html(report):
    out = [f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{report.title}</title></head><body><h1>{report.title}</h1>']
    for name, texts, table in report.sections:
        out.append(f"<h2>{name}</h2>")
        out += [f'<p style="text-indent:2em"><span style="font-family:仿宋">{text}</span></p>' for text in texts]
        if table:
            out.append('<table border="1" cellspacing="0">')
            for row in table[1]:
                out.append("<tr>" + "".join(
                    f'<td{f" rowspan={cell.rows}" if cell.rows > 1 else ""}{f" colspan={cell.columns}" if cell.columns > 1 else ""}>'
                    f'<p align="center"><span style="font-size:10pt">{cell.text}</span></p></td>' for cell in row) + "</tr>\n")
            out.append("</table>")
    return "".join(out) + "</body></html>"


KINDS = ["docx", "pdf", "borderless.pdf", "html", "txt"]


def write(path, kind, report):
    """Writes a report in one of KINDS: `pdf` has ruled tables, `borderless.pdf` the same without rules, `txt` is flattened, in GB18030."""
    if kind == "docx":
        samples.make_docx(path, report)
    elif kind == "html":
        pathlib.Path(path).write_text(html(report), encoding="utf-8")
    elif kind == "txt":
        samples.make_text(path, report)
    else:
        samples.make_pdf(path, report, ruled=kind == "pdf")


def truth(report):
    """What a reader should find: text of title, headings and paragraphs, and for each table its size and cells."""
    tables = []
    for _, _, table in report.sections:
        if table:
            cells = [(r, c, cell.rows, cell.columns, cell.text) for r, c, cell in samples.placed(table)]
            tables.append({"rows": len(table[1]), "columns": len(table[0]), "cells": cells})
    texts = [report.title] + [text for name, texts, _ in report.sections for text in [name] + texts]
    return {"texts": texts, "tables": tables}


def ruled_page(rulings):
    """A page of so many ruling lines with a figure in some of the cells that they make."""
    canvas = samples.Canvas()
    side = max(1, rulings // 2)
    for index in range(side):
        at = 40 + 500 * index / side
        canvas.line(40, at, 540, at)
        canvas.line(at, 40, at, 540)
    for index in range(0, min(side, 60)):
        canvas.text(42 + 500 * index / side, 48 + 500 * index / side, str(index), 4)
    return canvas
