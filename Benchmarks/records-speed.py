#!/usr/bin/env python3
"""Cost of one data set of many reports, beside converting the same reports.

  records-speed.py [--convert PROGRAM] [--reports 10000] [--runs 2] [--formats docx,pdf,borderless.pdf,html,txt]
  records-speed.py --instructions [--convert PROGRAM] [--reports 50] [--formats …]

Reports come from Benchmarks/corpus.py: the form of 2021 with its 200 cells, another table, prose. Printed are processor seconds (user and
system, worker processes included) per 10,000 reports of the best run, for `records --to csv` into one file and for converting to each of
text, JSON, CSV, long CSV and one merged CSV, and the ratio of records to each. The aim: records cost at most 1.10 of converting.

With --instructions the same commands run in one process under valgrind, with --reports reports and with a tenth of them; printed are the
millions of instructions that each further report takes. They hardly depend on what else the machine does, and the start is taken away.
Needs valgrind and cc. Standard library only.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import tempfile

import budgets
import corpus

CELLS = 200
OUTPUTS = {"text": ["--to", "text"], "json": ["--to", "json"], "csv": ["--to", "csv"], "csv-long": ["--to", "csv-long"],
           "merged csv": ["--merge", "merged.csv"]}


def commands(inputs, scratch):
    """The arguments of each command, by its name."""
    result = {"records": ["records", inputs, "--to", "csv", "-q", "-o", scratch / "all.csv"]}
    for name, arguments in OUTPUTS.items():
        result[name] = [inputs, *arguments, "-q", "--on-exists", "replace", "-o", f"{scratch / name}/"]
    return result


def seconds(arguments, status=(0, 3)):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if run.returncode not in status:
        raise SystemExit("%s: %s" % (" ".join(map(str, arguments)), run.stderr.decode()[:400]))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def check(scratch, reports):
    """All cells of all reports are there, whatever they cost."""
    with open(scratch / "all.csv", encoding="utf-8") as file:
        lines = sum(1 for _ in file) - 1
    if lines != CELLS * reports:
        print("  ! %d records instead of %d" % (lines, CELLS * reports))


def write(folder, kind, reports):
    folder.mkdir()
    for number in range(reports):
        corpus.write(folder / f"{number:05d}.{kind}", kind, corpus.report(number))
    return folder


def best_seconds(choices, kind, scratch):
    """Seconds by command. Turns are taken, so that a busy machine is busy for all of them."""
    folder = write(scratch / "reports", kind, choices.reports)
    best = {}
    for _ in range(choices.runs):
        for name, arguments in commands(folder, scratch).items():
            used = seconds([choices.convert, *arguments])
            best[name] = min(used, best.get(name, used))
    check(scratch, choices.reports)
    return {name: used * 10000 / choices.reports for name, used in best.items()}


def instructions(choices, kind, scratch):
    """Millions of instructions for each further report, by command."""
    few = max(1, choices.reports // 10)
    program, preloaded = budgets.prepared(choices.convert, scratch)
    counts = []
    for reports in (few, choices.reports):
        folder = write(scratch / f"{reports} reports", kind, reports)
        counts.append({name: budgets.instructions([program, *arguments, "--jobs", "0"], preloaded)
                       for name, arguments in commands(folder, scratch).items()})
        check(scratch, reports)
    return {name: (counts[1][name] - counts[0][name]) / (choices.reports - few) / 1e6 for name in counts[0]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--convert", default="./script/convert")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--reports", type=int)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--formats", default=",".join(corpus.KINDS))
    choices = parser.parse_args()
    choices.reports = choices.reports or (50 if choices.instructions else 10000)
    measure = instructions if choices.instructions else best_seconds
    print("millions of instructions per report, of %d" % choices.reports if choices.instructions else
          "processor seconds per 10,000 reports, best of %d runs with %d" % (choices.runs, choices.reports))
    print("%-15s %9s" % ("format", "records") + "".join("%20s" % (name + " (ratio)") for name in OUTPUTS), flush=True)
    for kind in choices.formats.split(","):
        with tempfile.TemporaryDirectory() as scratch:
            used = measure(choices, kind, pathlib.Path(scratch))
        print("%-15s %9.2f" % (kind, used["records"]) + "".join(
            "%13.2f (%.2f)" % (used[name], used["records"] / used[name]) for name in OUTPUTS), flush=True)


if __name__ == "__main__":
    main()
