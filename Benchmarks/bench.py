#!/usr/bin/env python3
"""Runs ours and the peers over generated inputs and writes what came out as Markdown. Called by script/bench, which see.

All programs run as whole processes, in turn, several times; tables show medians. Peers that are missing are left out, and this is said.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import venv

import accuracy
import corpus
import flamegraph
import growth
import measure
import peers

HERE = pathlib.Path(__file__).parent
PACKAGES = ["pdfplumber", "camelot-py", "PyMuPDF", "tabula-py", "markitdown[docx,pdf]", "python-docx", "docx2python", "mammoth", "lxml"]

#: So many of the small documents are enough for the peers, of which some would take hours; costs are compared by document.
FEW = 100


def environment(folder):
    """The Python of an environment with the peers; those that cannot be installed stay out of it."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        for package in PACKAGES:
            if subprocess.run([python, "-m", "pip", "install", "-q", package], stdout=sys.stderr).returncode:
                print(f"{package} cannot be installed here", file=sys.stderr)
    return python


def floor_of_docx(folder):
    """A program that unpacks and parses without doing anything (docx-floor.c); `None` without a compiler."""
    program = folder / "docx-floor"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libzip", "libxml-2.0"], capture_output=True, text=True).stdout.split()
    built = subprocess.run(["cc", "-O2", HERE / "docx-floor.c", "-o", program, *flags], capture_output=True)
    return program if built.returncode == 0 else None


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.python = environment(pathlib.Path(options.venv))
        self.ours = os.path.abspath(options.convert)
        self.missing = set()

    def peer(self, name, files):
        return [self.python, HERE / "peers.py", name, *files]

    def here(self, names, sample):
        """The peers that run here."""
        for name in names:
            if name not in self.missing and measure.run(self.peer(name, [sample]), self.options.timeout) is None:
                self.missing.add(name)
        return [name for name in names if name not in self.missing]

    def costs(self, commands):
        commands = {name: command for name, command in commands.items() if command[0] and shutil.which(str(command[0]))}
        return measure.medians(commands, self.options.runs, self.options.timeout)

    def speed(self):
        """A section per kind of input: one large document and many small ones."""
        out = []
        rows = max(100, int(20_000 * self.options.scale))
        small_count = max(5, int(2_000 * self.options.scale))
        report = corpus.large(7, rows)
        reports = [corpus.report(seed) for seed in range(small_count)]
        for kind in corpus.KINDS:
            print(f"   {kind}", file=sys.stderr, flush=True)
            large = self.folder / f"large.{kind}"
            corpus.write(large, kind, report)
            folder = self.folder / f"small-{kind}"
            folder.mkdir()
            small = []
            for number, each in enumerate(reports):
                small.append(folder / f"{number:04}.{kind}")
                corpus.write(small[-1], kind, each)
            names = self.here(peers.PEERS[kind], small[0])
            floors = {
                "docx": {"libzip + libxml2, empty handlers": [floor_of_docx(self.folder), "word/document.xml", large]},
                "pdf": {"pdftotext": ["pdftotext", large, "-"], "pdftotext -bbox": ["pdftotext", "-bbox", large, "-"]},
                "borderless.pdf": {"pdftotext": ["pdftotext", large, "-"], "pdftotext -bbox": ["pdftotext", "-bbox", large, "-"]},
                "txt": {"iconv": ["iconv", "-f", "gb18030", "-t", "utf-8", large]},
            }.get(kind, {})
            commands = {"ours": [self.ours, "--to", "json", large], **floors, **{name: self.peer(name, [large]) for name in names}}
            floor = next(iter(floors), None)
            out.append(f"### {kind}: one document of {rows:,} table rows ({large.stat().st_size / 1e6:.1f} MB)\n")
            out.append(measure.ratios(self.costs(commands), "ours", floor) + "\n")
            if kind != "borderless.pdf":
                commands = {"ours": [self.ours, "--to", "json", "--jobs", "1", "-o", self.folder / f"out-{kind}", "--on-exists", "replace", folder],
                            "ours, to one output": [self.ours, "--to", "ndjson", *small],
                            **{name: self.peer(name, small[:FEW]) for name in names}}
                files = {name: min(FEW, small_count) if name in names else small_count for name in commands}
                out.append(f"### {kind}: {small_count:,} small documents\n")
                out.append(measure.ratios(self.costs(commands), "ours", files=files) + "\n")
        return "\n".join(out)

    def accuracy(self):
        out = []
        count = max(4, int(30 * self.options.scale))
        for kind in corpus.KINDS:
            reports = [corpus.report(1000 + seed) for seed in range(count)]
            truths = [corpus.truth(report) for report in reports]
            paths = []
            for number, report in enumerate(reports):
                paths.append(self.folder / f"truth-{number}.{kind}")
                corpus.write(paths[-1], kind, report)
            rows = []
            lines = subprocess.run([self.ours, "--to", "ndjson", *paths], capture_output=True).stdout.splitlines()
            found = [accuracy.ours(json.loads(line)) for line in lines]
            rows.append(["ours"] + accuracy.percentages(list(map(accuracy.score, truths, found))) + [""])
            for name in self.here(peers.PEERS[kind], paths[0]):
                try:
                    lines = subprocess.run(self.peer(name, paths), capture_output=True, timeout=self.options.timeout).stdout.splitlines()
                except subprocess.TimeoutExpired:
                    lines = []
                found = [json.loads(line) for line in lines if line.startswith(b"{")]
                if len(found) == len(truths):
                    rows.append([name] + accuracy.percentages(list(map(accuracy.score, truths, found))) + [peers.LACKS[name]])
            out.append(f"### {kind}: {count} reports\n")
            out.append(measure.table(["program", "grids %", "cells %", "spans %", "text %", "what it does not do"], rows) + "\n")
        return "\n".join(out)

    def profiles(self, output):
        """Whose code works on the large documents, and a flame graph of each beside the output."""
        if not shutil.which("perf"):
            return "Not measured: `perf` is not here.\n"
        shares, pictures = {}, []
        for kind in corpus.KINDS:
            arguments = ["--to", "json", str(self.folder / f"large.{kind}")]
            root, shares[kind] = flamegraph.profile(self.ours, arguments, flamegraph.modules())
            picture = output.with_name(f"{output.stem}-flame-{kind}.svg")
            picture.write_text(flamegraph.svg(root, f"convert --to json large.{kind}"))
            pictures.append(f"[{kind}]({picture.name})")
        return flamegraph.markdown(shares) + f"\n\nFlame graphs: {', '.join(pictures)}.\n"

    def start(self):
        commands = {"--version": [self.ours, "--version"], "a sample report, text": [self.ours, "--to", "json", HERE.parent / "Samples" / "annual-report.txt"]}
        costs = measure.medians(commands, max(5, self.options.runs))
        rows = [[name, f"{cost.wall * 1000:.1f}", f"{cost.cpu * 1000:.1f}", f"{cost.peak:.1f}"] for name, cost in costs.items()]
        # As script/install leaves it.
        stripped = self.folder / "stripped"
        subprocess.run(["strip", "--strip-debug", "-o", stripped, self.ours], check=True)
        size = stripped.stat().st_size / 1e6
        return costs["--version"], f"The program has {size:.1f} MB.\n\n" + measure.table(["run", "wall ms", "CPU ms", "peak MB"], rows) + "\n"

    def pathological(self):
        rows = []
        for name, path in growth.pathological(self.folder):
            command = [self.ours, "--to", "json", path]
            cost = measure.run(command, self.options.timeout, accepted=(0, 1))
            if cost is None or cost.was_stopped:
                rows.append([name, "–", "–", "crashed" if cost is None else f"did not end within {cost.wall:.0f} s"])
                continue
            said = subprocess.run([*command, "-o", "/dev/null"], capture_output=True, text=True).stderr if cost.status else "read"
            said = said.strip().splitlines()[-1].split("convert: ")[-1].replace(f"{self.folder}/", "")
            rows.append([name, f"{cost.cpu:.2f}", f"{cost.peak:.0f}", said])
        return measure.table(["input", "CPU s", "peak MB", "outcome"], rows) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--convert", default=str(HERE.parent / ".build/release/convert"))
    parser.add_argument("--venv", default=str(HERE.parent / ".build/peers"), help="where the peers are or will be installed")
    parser.add_argument("--runs", type=int, default=3, help="how often each program runs")
    parser.add_argument("--scale", type=float, default=1, help="shrinks all inputs, for a quick look")
    parser.add_argument("--timeout", type=float, default=600, help="seconds after which a program is stopped")
    parser.add_argument("--output", default=str(HERE.parent / "Documentation/benchmarks.md"))
    options = parser.parse_args()
    output = pathlib.Path(options.output)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, pathlib.Path(folder))
        plot = output.with_name(output.stem + "-growth.svg")
        sections = dict.fromkeys(["start", "growth", "pathological", "accuracy", "speed", "profiles"], "Not measured in this run.\n")

        def finish(name, text):
            """Writes what there is, so that a run that is stopped has not run for nothing."""
            sections[name] = text
            missing = ", ".join(sorted(bench.missing)) or "none"
            output.write_text(TEXT.format(
                cpu=processor(), runs=options.runs, scale=options.scale, missing=missing, plot=plot.name, slow=measure.SLOW,
                timeout=options.timeout, few=FEW, **sections))
            print(f"{name} measured", file=sys.stderr, flush=True)

        start, started = bench.start()
        finish("start", started)
        grown = growth.measured(bench.ours, bench.folder, max(0.2, options.scale), options.runs)
        plot.write_text(growth.svg(grown))
        finish("growth", growth.markdown(grown, start))
        finish("pathological", bench.pathological())
        finish("accuracy", bench.accuracy())
        finish("speed", bench.speed())
        finish("profiles", bench.profiles(output))


def processor():
    try:
        names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
        return f"{names[0]}, {len(names)} cores"
    except (OSError, IndexError):
        return platform.processor()


TEXT = (HERE / "benchmarks-template.md").read_text()

main()
