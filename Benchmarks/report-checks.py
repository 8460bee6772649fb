#!/usr/bin/env python3
"""Compares the rules that reports violate with what `convert check --to json` says of them.

  report-checks.py [--formats docx,txt-tika,…] FOLDER COMMAND…

FOLDER holds reports with known violations: manifest.json lists files (path, format, report, truth), each truth lists `violations`
(rule, where, lhs, rhs, null_operands). COMMAND checks a report, e.g. “convert check --to json”. A violation whose operands are all
numbers must be told with the same two figures; a failing rule that must hold and is no violation is invented. Violations with blank
operands may be told or not. Printed are counts per format; each difference is a line of its own. The exit status is 1 where one is.
Case folders are not part of this project; where FOLDER is absent the script says so and ends with 0. Standard library only.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

RULES = {"III.balance": "applications.balance", "III.result_total": "applications.outcome_total",
         "III.row_total": "applications.column_total"}
REVIEW = {"行政复议": "review.reconsideration.total", "行政诉讼/未经复议直接起诉": "review.litigation.direct.total",
          "行政诉讼/复议后起诉": "review.litigation.after_reconsideration.total"}


def key(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")).replace("“", '"').replace("”", '"').replace("，", ",")


def violations(truth):
    """The violations as (rule, scope, left, right), those with blank operands apart."""
    sure, open_ = set(), set()
    for violation in truth["violations"]:
        path = violation["where"].get("col_path") or violation["where"]["row_path"]
        rule, scope = RULES.get(violation["rule"]), key(path[-1])
        if rule is None:
            rule, scope = REVIEW["/".join(path)], ""
        (open_ if violation["null_operands"] else sure).add(
            (rule, scope, str(violation["lhs"]), str(violation["rhs"])))
    return sure, open_


def failures(command, path):
    """The rules that must hold and fail, as (rule, scope, left, right); `None` where the report could not be checked."""
    out = subprocess.run(command + [str(path)], capture_output=True, text=True).stdout
    try:
        reports = json.loads(out)["reports"]
    except ValueError:
        return None
    return {(check["rule"], key(check.get("scope")), check["left"], check["right"])
            for report in reports for check in report["checks"]
            if check["verdict"] == "fails" and check["severity"] == "required"} if reports else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--formats", default="docx,docx-rich,doc,rtf,html-web,txt-tika,pdf-lines,pdf-cellrect,pdf-rects,pdf-dotted")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    choices = parser.parse_args()
    if not choices.folder.is_dir():
        return print(f"{choices.folder} is not here; nothing was compared")
    counts = collections.defaultdict(collections.Counter)
    for entry in json.loads((choices.folder / "manifest.json").read_text())["files"]:
        if not entry.get("report") or entry["format"] not in choices.formats.split(","):
            continue
        count = counts[entry["format"]]
        count["files"] += 1
        sure, open_ = violations(json.loads((choices.folder / entry["truth"]).read_text()))
        told = failures(choices.command, choices.folder / entry["path"])
        if told is None:
            count["failed"] += 1
            print(entry["path"], "could not be checked")
            continue
        missed, invented = sure - told, told - sure - open_
        count.update(violations=len(sure), told=len(sure & told), invented=len(invented), open=len(open_), told_open=len(open_ & told))
        for word, checks in (("missed", missed), ("invented", invented)):
            for check in sorted(checks):
                print(entry["path"], word, *check)
    names = ["files", "failed", "violations", "told", "invented", "open", "told_open"]
    print("%-18s" % "format" + "".join("%12s" % name for name in names))
    for form, count in counts.items():
        print("%-18s" % form + "".join("%12d" % count[name] for name in names))
    if any(c["failed"] or c["invented"] or c["told"] < c["violations"] for c in counts.values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
