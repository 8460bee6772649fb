#!/usr/bin/env python3
"""Cost of one data set of many reports, beside converting the same reports.

  records-speed.py [--convert path/to/convert] [--reports 10000] [--runs 2] [--formats docx,html,txt]

Reports are made by a seeded generator on the form of 2021: three tables of 200 cells between paragraphs of prose, as .docx, as HTML and
as flattened text. Printed are processor seconds (user and system, worker processes included) per 10,000 reports of the best run, for
`records --to csv` into one file, for converting to each of text, JSON, CSV and long CSV into a folder, and the ratio of records to each.
The aim: records cost at most 1.10 of converting. With few reports the start counts: both workers make the profile ready.
Standard library only.
"""
import argparse
import os
import random
import resource
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
OUTCOMES = [
    ("（一）予以公开", None), ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", None),
    ("（三）不予公开", ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
                "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"]),
    ("（四）无法提供", ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]),
    ("（五）不予处理", ["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息"]),
    ("（六）其他处理", ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                "3.其他"]),
]
SENTENCES = ["本机关坚持以公开为常态、不公开为例外，推进决策、执行、管理、服务、结果公开。", "全年围绕群众关心的事项发布信息，并对已发布的内容作了清理。",
             "对收到的申请均在法定期限内答复，没有因此引起的复议和诉讼。", "下一年将继续充实栏目，提高信息的时效和准确程度。"]


def figures(r, count):
    values = [r.choice([0, 0, 0, 1, 2, r.randint(3, 40)]) for _ in range(count)]
    return [str(v) for v in values + [sum(values)]]


def tables(r):
    """Each table as rows of (text, columns, rows); cells below others are left out."""
    def one(text, columns=1, rows=1):
        return (text, columns, rows)

    first = [[one("第二十条第（一）项", 4)], [one(t) for t in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")]]
    first += [[one(t)] + [one(v) for v in figures(r, 2)] for t in ("规章", "行政规范性文件")]
    for caption, column, labels in (("第二十条第（五）项", "本年处理决定数量", ["行政许可"]),
                                    ("第二十条第（六）项", "本年处理决定数量", ["行政处罚", "行政强制"]),
                                    ("第二十条第（八）项", "本年收费金额（单位：万元）", ["行政事业性收费"])):
        first += [[one(caption, 4)], [one("信息内容"), one(column, 3)]] + [[one(t), one(str(r.randint(0, 900)), 3)] for t in labels]
    second = [[one("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), one("申请人情况", 7)],
              [one("自然人", 1, 2), one("法人或其他组织", 5), one("总计", 1, 2)], [one(t) for t in COLUMNS[1:6]]]
    second += [[one(t, 3)] + [one(v) for v in figures(r, 6)] for t in ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量")]
    height = sum(len(leaves or [0]) for _, leaves in OUTCOMES) + 1
    for number, (label, leaves) in enumerate(OUTCOMES):
        for line, leaf in enumerate(leaves or [None]):
            row = [one("三、本年度办理结果", 1, height)] if number == 0 and line == 0 else []
            if leaf is None:
                row.append(one(label, 2))
            else:
                row += ([one(label, 1, len(leaves))] if line == 0 else []) + [one(leaf)]
            second.append(row + [one(v) for v in figures(r, 6)])
    second += [[one("（七）总计", 2)] + [one(v) for v in figures(r, 6)], [one("四、结转下年度继续办理", 3)] + [one(v) for v in figures(r, 6)]]
    results = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    third = [[one("行政复议", 5), one("行政诉讼", 10)],
             [one(t, 1, 2) for t in results] + [one("未经复议直接起诉", 5), one("复议后起诉", 5)], [one(t) for t in results * 2],
             [one(v) for _ in range(3) for v in figures(r, 4)]]
    return [first, second, third]


def parts(number):
    """Title and prose with tables in between, in order."""
    r = random.Random(number)
    yield "p", "云溪县第%d档案局%d年政府信息公开工作年度报告" % (number // 3, 2021 + number % 3)
    for heading, table in zip(("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"), tables(r)):
        for _ in range(4):
            yield "p", "".join(r.choice(SENTENCES) for _ in range(4))
        yield "p", heading
        yield "table", table


def as_html(number):
    out = ["<html><head><meta charset=utf-8></head><body>"]
    for kind, content in parts(number):
        if kind == "p":
            out.append("<p>%s</p>" % escape(content))
        else:
            rows = ("".join("<td colspan=%d rowspan=%d>%s</td>" % (c, n, escape(t)) for t, c, n in row) for row in content)
            out.append("<table>%s</table>" % "".join("<tr>%s</tr>" % row for row in rows))
    return ("\n".join(out) + "</body></html>").encode()


def as_text(number):
    lines = []
    for kind, content in parts(number):
        if kind == "p":
            lines.append(content + "\n")
        else:
            below = {}
            for row in content:
                cells, column = [], 0
                for text, columns, rows in row:
                    while below.get(column, 0) > 0:
                        below[column] -= 1
                        cells.append("")
                        column += 1
                    cells.append(text)
                    for _ in range(columns):
                        below[column] = rows - 1
                        column += 1
                lines.append("".join("\t%s\n" % cell for cell in cells))
    return "\n".join(lines).encode()


def as_docx(number):
    body = []
    for kind, content in parts(number):
        if kind == "p":
            body.append("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % escape(content))
            continue
        width = sum(c for _, c, _ in content[0])
        below, rows = [0] * (width + 1), []
        spans = [1] * (width + 1)
        for row in content:
            cells, column = [], 0
            pending = list(row)
            while column < width:
                if below[column] > 0:
                    below[column] -= 1
                    cells.append("<w:tc><w:tcPr><w:gridSpan w:val='%d'/><w:vMerge/></w:tcPr><w:p/></w:tc>" % spans[column])
                    column += spans[column]
                    continue
                if not pending:
                    break
                text, columns, height = pending.pop(0)
                below[column], spans[column] = height - 1, columns
                merge = "<w:vMerge w:val='restart'/>" if height > 1 else ""
                cells.append("<w:tc><w:tcPr><w:gridSpan w:val='%d'/>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"
                             % (columns, merge, escape(text)))
                column += columns
            rows.append("<w:tr>%s</w:tr>" % "".join(cells))
        body.append("<w:tbl><w:tblGrid>%s</w:tblGrid>%s</w:tbl>" % ("<w:gridCol w:w='700'/>" * width, "".join(rows)))
    return ("<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            "<w:body>%s</w:body></w:document>" % "".join(body)).encode()


def write_docx(path, number):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                   "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                   "<Override PartName='/word/document.xml' ContentType="
                   "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")
        z.writestr("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                   "<Relationship Id='r1' Target='word/document.xml' Type="
                   "'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>")
        z.writestr("word/document.xml", as_docx(number))


def seconds(arguments, status=(0, 3)):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if run.returncode not in status:
        raise SystemExit("%s: %s" % (" ".join(arguments), run.stderr.decode()[:400]))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--convert", default="./script/convert")
    ap.add_argument("--reports", type=int, default=10000)
    ap.add_argument("--runs", type=int, default=2)
    ap.add_argument("--formats", default="docx,html,txt")
    a = ap.parse_args()
    print("processor seconds per 10,000 reports, best of %d runs with %d" % (a.runs, a.reports))
    outputs = ("text", "json", "csv", "csv-long")
    print("%-6s %9s %s" % ("format", "records", " ".join("%21s" % (to + " (ratio)") for to in outputs)))
    with tempfile.TemporaryDirectory() as scratch:
        for name in a.formats.split(","):
            folder = os.path.join(scratch, name)
            os.mkdir(folder)
            for number in range(a.reports):
                path = os.path.join(folder, "%05d.%s" % (number, name))
                if name == "docx":
                    write_docx(path, number)
                else:
                    with open(path, "wb") as f:
                        f.write(as_html(number) if name == "html" else as_text(number))
            # Turns are taken, so that a busy machine is busy for all of them.
            commands = {"records": ["records", folder, "--to", "csv", "-q", "-o", os.path.join(scratch, "all.csv")]}
            for to in outputs:
                commands[to] = [folder, "--to", to, "-q", "--on-exists", "replace", "-o", os.path.join(scratch, name + "-" + to) + "/"]
            best = {}
            for _ in range(a.runs):
                for key, arguments in commands.items():
                    used = seconds([a.convert] + arguments)
                    best[key] = min(used, best.get(key, used))
            with open(os.path.join(scratch, "all.csv"), encoding="utf-8") as f:
                lines = sum(1 for _ in f) - 1
            if lines != 200 * a.reports:
                print("  ! %d records instead of %d" % (lines, 200 * a.reports))
            scale = 10000 / a.reports
            print("%-6s %8.1fs %s" % (name, best["records"] * scale, " ".join(
                "%13.1fs (%.2f)" % (best[to] * scale, best["records"] / best[to]) for to in outputs)))


if __name__ == "__main__":
    main()
