#!/usr/bin/env python3
"""Time of reading HTML, against extraction with lxml in the same run.

  Benchmarks/html-speed.py [--convert .build/release/convert] [--pages 300] [--seed 1]

Makes pages from a seed (reports with tables of many spans, as a site's editor and as an office program write them), then
gives the same pages to `convert --to ndjson`, to a minimal extraction with lxml (parse, paragraphs, tables with spans, JSON),
and to trafilatura, which finds articles with lxml. Each is one process over all pages; what counts is its processor time.
lxml and trafilatura are installed into a virtual environment beside the pages; where that fails, it says so.
"""
import argparse, json, os, random, resource, subprocess, sys, tempfile, time, venv

WORDS = "水务 管网 巡查 供水 报修 水价 水表 泵站 河道 清淤 检修 公示 登记 答复 期限 目录 栏目 培训 经费 计划".split()

LXML = r"""
import json, sys, lxml.html
def extract(data):
    page = lxml.html.fromstring(data)
    for element in page.xpath('//script|//style'): element.drop_tree()
    blocks = []
    for element in page.xpath('//h1|//h2|//h3|//p|//li'):
        if next(element.iterancestors('table'), None) is None:
            text = ' '.join(element.text_content().split())
            if text: blocks.append({'type': element.tag, 'text': text})
    for table in page.iter('table'):
        taken, cells, row = set(), [], 0
        for tr in table.iter('tr'):
            column = 0
            for td in tr.iterchildren('td', 'th'):
                while (row, column) in taken: column += 1
                height, width = int(td.get('rowspan') or 1), int(td.get('colspan') or 1)
                for r in range(height):
                    for c in range(width): taken.add((row + r, column + c))
                cells.append({'row': row, 'column': column, 'rowSpan': height, 'columnSpan': width,
                              'text': ' '.join(td.text_content().split())})
                column += width
            row += 1
        blocks.append({'type': 'table', 'cells': cells})
    return blocks
for path in sys.argv[1:]:
    with open(path, 'rb') as f: blocks = extract(f.read())
    print(json.dumps(blocks, ensure_ascii=False))
"""

TRAFILATURA = r"""
import sys, trafilatura
for path in sys.argv[1:]:
    with open(path, 'rb') as f: print(trafilatura.extract(f.read(), output_format='json', include_tables=True))
"""


def sentence(r):
    return "".join(r.choice(WORDS) for _ in range(r.randint(8, 40))) + "。"


def page(r, office):
    span = lambda s: ('<font face="仿宋"><font size="4" style="font-size: 16pt">%s</font></font>' % s if office
                      else '<span style="font-family:仿宋;font-size:21px">%s</span>' % s)
    cell = '<td width="31" style="border: 1px solid #000000; padding: 0in 0.04in"%s><p align="center" style="orphans: 0">\n%s</p>\n</td>\n'
    out = ['<!DOCTYPE html><html><head><meta charset="utf-8"><title>年度报告</title><style>td{font-size:12px}</style></head><body>']
    if not office:
        out.append('<div class="header"><ul class="nav">%s</ul></div>' % "".join('<li><a href="/%d">%s</a></li>' % (i, w) for i, w in enumerate(WORDS[:8])))
        out.append("<script>var t = '<table><tr><td>x</td></tr></table>';</script><div id='zoom' class='article'>")
    out.append("<h1>%s</h1>" % sentence(r))
    for _ in range(r.randint(3, 6)):
        out += ['<p style="line-height: 150%%; text-indent: 0.44in">%s</p>' % span(sentence(r)) for _ in range(r.randint(3, 8))]
        columns = r.randint(4, 12)
        out.append('<table width="587" cellpadding="4" cellspacing="0">')
        for row in range(r.randint(4, 28)):
            out.append("<tr>\n")
            if row == 0:
                out.append(cell % (' colspan="2" rowspan="2"', span("项目")) + cell % (' colspan="%d"' % (columns - 2), span("数量")))
            elif row == 1:
                out += [cell % ("", span(r.choice(WORDS))) for _ in range(columns - 2)]
            else:
                out += [cell % ("", span(r.choice(WORDS))) for _ in range(2)] + [cell % ("", span(r.randint(0, 999))) for _ in range(columns - 2)]
            out.append("</tr>\n")
        out.append("</table>\n<p>&nbsp;</p>")
    return "".join(out) + "</body></html>"


def cost(command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - start


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--convert", default=".build/release/convert")
    arguments.add_argument("--pages", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--venv", help="a virtual environment with lxml and trafilatura; else one is made")
    a = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        r = random.Random(a.seed)
        os.makedirs(folder + "/pages")
        paths = []
        for number in range(a.pages):
            paths.append("%s/pages/%04d.html" % (folder, number))
            with open(paths[-1], "w", encoding="utf-8") as f:
                f.write(page(r, number % 2 == 0))
        size = sum(map(os.path.getsize, paths)) / 1e6
        print("%d pages, %.1f MB, seed %d" % (a.pages, size, a.seed))
        python = a.venv and a.venv + "/bin/python"
        if not python:
            venv.create(folder + "/venv", with_pip=True)
            python = folder + "/venv/bin/python"
            for package in ("lxml", "lxml_html_clean", "trafilatura"):
                if subprocess.run([python, "-m", "pip", "-q", "install", package], stderr=subprocess.DEVNULL).returncode:
                    print("%s cannot be installed here" % package)
        runs = [("convert", [a.convert, "--to", "ndjson"] + paths)]
        for name, program in (("lxml, minimal", LXML), ("trafilatura", TRAFILATURA)):
            runs.append((name, [python, "-c", program] + paths))
        ours = None
        for name, command in runs:
            try:
                seconds, wall = cost(command)
            except (subprocess.CalledProcessError, FileNotFoundError) as error:
                print("%-14s did not run: %s" % (name, str(error)[:60]))
                continue
            ours = ours or seconds
            print("%-14s %7.2f s processor  %7.2f s wall  %6.1f MB/s  %5.1f times convert's" % (name, seconds, wall, size / seconds, seconds / ours))


main()
