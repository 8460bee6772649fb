#!/usr/bin/env python3
"""Speed of reading plain text through to JSON, beside `iconv` over the same bytes in the same run.

  text-speed.py [--command 'path/to/convert --to json'] [--megabytes 20] [--runs 3]

Texts are made by a seeded generator: Chinese prose, hard-wrapped English prose, flattened yearly reports (a tab before each cell, one
cell a line), comma-separated values; each in UTF-8 and, where it is Chinese, in GB18030. Printed are processor seconds (user and system)
of the best run, megabytes a second, the ratio to `iconv -f gb18030 -t utf-8`, how much ten times the input costs, and how much memory
a byte of text takes beyond what a tenth of the text takes.
Targets: prose at least 100 MB/s, flattened tables at least 30 MB/s, GB18030 at most 3 times iconv, ten times the input at most 11 times the time.
Standard library only.
"""
import argparse
import os
import random
import shlex
import subprocess
import tempfile
import textwrap

HAN = ("的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
       "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三"
       "又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先")
WORDS = ("the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you were all "
         "her there would their we him been has when who will no more if out so said what up about than into them can only other new some").split()


def han(r, least, most):
    return "".join(r.choice(HAN) for _ in range(r.randint(least, most)))


def prose(r):
    return "，".join(han(r, 6, 18) for _ in range(r.randint(3, 12))) + "。\n"


def wrapped(r):
    text = " ".join(r.choice(WORDS) for _ in range(r.randint(40, 160))).capitalize() + "."
    return "\n".join(textwrap.wrap(text, 72)) + "\n\n"


def table(rows):
    return "".join("".join("\t" + cell + "\n" for cell in row) + "\n" for row in rows) + "\n\n"


def report(r):
    """A yearly report of an invented office: paragraphs and three tables with spans over rows and columns."""
    def number():
        return str(r.choice([0, 0, 0, 0, r.randint(1, 999)]))

    def numbers(n):
        return [number() for _ in range(n)]

    first = [[han(r, 9, 9)], [han(r, 4, 4)] + [han(r, 6, 6) for _ in range(3)]] + [[han(r, 5, 5)] + numbers(3) for _ in range(2)]
    for _ in range(3):
        first += [[han(r, 9, 9)], [han(r, 4, 4), han(r, 8, 8)], [han(r, 5, 5), number()]]
    second = [[han(r, 34, 34), han(r, 5, 5)], ["", han(r, 3, 3), han(r, 7, 7), "总计"],
              ["", ""] + [han(r, 4, 6) for _ in range(5)] + [""],
              ["一、" + han(r, 13, 13)] + numbers(7), ["三、" + han(r, 7, 7), "（一）" + han(r, 4, 4)] + numbers(7)]
    for size in (8, 3, 5, 3):
        for line in range(size):
            second.append(["", "（二）" + han(r, 4, 4) if line == 0 else "", "%d.%s" % (line + 1, han(r, 4, 16))] + numbers(7))
    second.append(["四、" + han(r, 9, 9)] + numbers(7))
    leaves = [han(r, 4, 4) for _ in range(5)]
    third = [[han(r, 4, 4), han(r, 4, 4)], leaves + [han(r, 8, 8), han(r, 5, 5)], [""] * 5 + leaves * 2, numbers(15)]
    return (han(r, 12, 12) + "年度报告\n一、概况\n" + prose(r) * 3 + "二、数据\n" + table(first) + "三、申请\n" + table(second)
            + "四、复议\n" + table(third) + "五、问题\n" + prose(r) * 2)


def values(r):
    return "%d,%s,%d,%.2f,%s\n" % (r.randint(1, 99999), han(r, 3, 5), r.randint(0, 999), r.random() * 1000, r.choice(["", "无", han(r, 2, 4)]))


KINDS = [("prose", prose, True), ("wrapped", wrapped, False), ("report", report, True), ("csv", values, True)]


def make(folder, kind, piece, megabytes, chinese):
    r = random.Random(7)
    pieces, size = [], 0
    while size < megabytes * 1_000_000:
        pieces.append(piece(r))
        size += len(pieces[-1].encode())
    text = "".join(pieces)
    paths = []
    for encoding in ["utf-8"] + (["gb18030"] if chinese else []):
        path = os.path.join(folder, "%s.%s.%s" % (kind, encoding, "csv" if kind == "csv" else "txt"))
        with open(path, "wb") as file:
            file.write(text.encode(encoding))
        paths.append((encoding, path))
    return paths


def measured(command, runs):
    """Processor seconds and peak bytes of the run that took least time."""
    best = None
    for _ in range(runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit("%s ended with %d" % (command[0], process.returncode))
        run = (usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
        best = run if best is None else min(best, run)
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default=".build/release/convert --to json")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    command = shlex.split(arguments.command)
    print("| text | encoding | MB | s | MB/s | × iconv | 10 × input | bytes a byte |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as small_folder, tempfile.TemporaryDirectory() as folder:
        for kind, piece, chinese in KINDS:
            small = dict(make(small_folder, kind, piece, arguments.megabytes / 10, chinese))
            for encoding, path in make(folder, kind, piece, arguments.megabytes, chinese):
                size = os.path.getsize(path) / 1e6
                spent, peak = measured(command + [path], arguments.runs)
                spent_small, peak_small = measured(command + [small[encoding]], arguments.runs)
                memory = (peak - peak_small) / (os.path.getsize(path) - os.path.getsize(small[encoding]))
                iconv = "–"
                if encoding == "gb18030":
                    iconv = "%.1f" % (spent / measured(["iconv", "-f", "gb18030", "-t", "utf-8", path], arguments.runs)[0])
                print("| %s | %s | %.1f | %.2f | %.0f | %s | %.1f | %.1f |"
                      % (kind, encoding, size, spent, size / spent, iconv, spent / spent_small, memory))


if __name__ == "__main__":
    main()
