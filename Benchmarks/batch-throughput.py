#!/usr/bin/env python3
"""How many documents a second a batch converts, and what isolation and a second job change.

    Benchmarks/batch-throughput.py [--program .build/release/convert] [--sets small,reports,smallest] [--documents 20000] [--reports 3000]
                                   [--runs 3] [--folder FOLDER] [--real-time]

Three sets of documents, in folders and again in archives of 500, are converted to JSON in process (--jobs 0), isolated with one and two
jobs, and in archives:

- small: one-page documents as offices have them (office_pages.py): DOCX, PDF, Word 97-2003, web pages, RTF, notices, CSV;
- reports: yearly reports of invented agencies (corpus.py) as DOCX, ruled and borderless PDF, HTML and text, of some pages each; one in
  forty has several hundred rows, as archives of agencies have;
- smallest: text, CSV, HTML, RTF and DOCX of 5 to 30 short lines and nothing else, 800 bytes in the mean: what remains of a document there
  is the making of a file, so this is the floor of the file system and no work that anybody has.

Sets are made in FOLDER (by default that of temporary files): /dev/shm leaves the disk out. Printed are tables for
Documentation/batches.md: documents a second, wall and CPU time of parent and workers, context switches, and the parent's largest memory;
medians of the runs, which take the four ways in turn. Below each: the price of isolation; how many times the documents a second two jobs
give, beside one job and beside none (one job keeps more than one core busy, since the parent works beside its worker); how much of two
cores two jobs use; and how the parent's memory grows from a quarter of the documents to all. On a machine that others use too, CPU time is
what to compare; --real-time runs the program before the others (chrt -f 1, which needs the right to do so).
"""
import argparse, io, os, random, resource, statistics, subprocess, tempfile, time, zipfile
import corpus, office_pages

parser = argparse.ArgumentParser()
parser.add_argument("--program", default=".build/release/convert")
parser.add_argument("--sets", default="small,reports,smallest")
parser.add_argument("--documents", type=int, default=20000, help="small documents, and smallest ones")
parser.add_argument("--reports", type=int, default=3000)
parser.add_argument("--runs", type=int, default=3)
parser.add_argument("--folder", help="where documents and outputs are made")
parser.add_argument("--real-time", action="store_true")
options = parser.parse_args()
program = (["chrt", "-f", "1"] if options.real_time else []) + [os.path.abspath(options.program)]
chance = random.Random(1)


def rows(count):
    return [(f"{chance.choice('甲乙丙丁戊')}类事项{n}", chance.randrange(1000), chance.randrange(1000)) for n in range(count)]


def smallest(number):
    table = rows(chance.randrange(5, 30))
    title = f"第{number}号工作报告"
    kind = number % 5
    if kind == 0:
        return "txt", (title + "\n\n" + "\n".join(f"{a}受理{b}件，办结{c}件。" for a, b, c in table) + "\n").encode()
    if kind == 1:
        return "csv", ("事项,受理,办结\n" + "\n".join(f"{a},{b},{c}" for a, b, c in table) + "\n").encode()
    if kind == 2:
        cells = "".join(f"<tr><td>{a}<td>{b}<td>{c}</tr>" for a, b, c in table)
        return "html", f"<!DOCTYPE html><meta charset=utf-8><title>{title}</title><h1>{title}</h1><table>{cells}</table>".encode()
    if kind == 3:
        text = "".join("".join(f"\\u{ord(ch)}?" for ch in a) + f" {b} {c}\\par " for a, b, c in table)
        return "rtf", ("{\\rtf1\\ansi " + text + "}").encode()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    cell = lambda text: f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    body = "".join(f"<w:tr>{cell(a)}{cell(b)}{cell(c)}</w:tr>" for a, b, c in table)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{title}</w:t></w:r></w:p><w:tbl>{body}</w:tbl></w:body></w:document>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return "docx", packed.getvalue()


def report(number):
    kind = corpus.KINDS[number % len(corpus.KINDS)]
    path = os.path.join(folder, "report." + kind)
    size = random.Random(number).randrange(200, 900)
    corpus.write(path, kind, corpus.large(number, size) if number % 41 == 17 else corpus.report(number))
    with open(path, "rb") as file:
        return kind, file.read()


class Run:
    """One conversion: seconds, CPU seconds, context switches, megabytes of the parent."""

    def __init__(self, source, jobs):
        # What is written stays until the end: ext4 looks at each file that was removed lately before it makes a new one, so runs
        # after a removal take three times the system time.
        out = tempfile.mkdtemp(dir=folder)
        os.sync()
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        process = subprocess.Popen([*program, source, "-o", out, "--to", "json", "--quiet", "--jobs", str(jobs)])
        self.peak = 0
        while process.poll() is None:
            try:
                with open(f"/proc/{process.pid}/status") as file:
                    self.peak = max([self.peak] + [int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM")])
            except (FileNotFoundError, ProcessLookupError):
                pass
            time.sleep(0.02)
        if process.returncode:
            raise SystemExit(f"{source} with {jobs} jobs ended with status {process.returncode}")
        self.wall = time.monotonic() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = lambda name: getattr(after, name) - getattr(before, name)
        self.cpu = used("ru_utime") + used("ru_stime")
        self.switches = used("ru_nvcsw") + used("ru_nivcsw")


class Median:
    """The medians of runs of one way."""

    def __init__(self, runs):
        for name in ("wall", "cpu", "switches", "peak"):
            setattr(self, name, statistics.median(getattr(run, name) for run in runs))


def measure(title, count, make):
    """Makes a set of documents, converts it in all ways, and prints the table."""
    place = os.path.join(folder, title)
    archive, size = None, 0
    for number in range(count):
        extension, data = make(number)
        size += len(data)
        name = f"{number // 500:03d}/{number:05d}.{extension}"
        for part in ("all", "quarter") if number % 4 == 0 else ("all",):
            path = os.path.join(place, part, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)
        if number % 500 == 0:
            os.makedirs(os.path.join(place, "archives"), exist_ok=True)
            archive = zipfile.ZipFile(os.path.join(place, "archives", f"{number // 500:03d}.zip"), "w", zipfile.ZIP_DEFLATED)
        archive.writestr(name, data)
        if number % 500 == 499 or number == count - 1:
            archive.close()
    everything = os.path.join(place, "all")
    print(f"\n{count:,} {title}, {size / 1e6:.1f} MB:\n")
    quarter, archives = os.path.join(place, "quarter"), os.path.join(place, "archives")
    ways = {"in process": (everything, 0), "isolated, one job": (everything, 1), "isolated, two jobs": (everything, 2),
            "isolated, two jobs, in archives of 500": (archives, 2)}
    runs = {label: [] for label in ways}
    for _ in range(options.runs):
        for label, (source, jobs) in ways.items():
            runs[label].append(Run(source, jobs))
    print("| | documents a second | wall seconds | CPU seconds | context switches | MB of the parent |")
    print("|---|--:|--:|--:|--:|--:|")
    medians = {label: Median(some) for label, some in runs.items()}
    for label, run in medians.items():
        print(f"| {label} | {count / run.wall:,.0f} | {run.wall:.2f} | {run.cpu:.2f} | {run.switches:,.0f} | {run.peak:.1f} |")
    plain, one, two, _ = medians.values()
    growth = (two.peak - Run(quarter, 2).peak) / (count * 0.75 / 1000)
    # Of few documents the growth is what workers happened to send at once.
    growth = f" The parent's memory grows by {growth:.2f} MB per 1,000 files." if count >= 10_000 else ""
    print(f"\nIsolation costs {100 * (one.cpu / plain.cpu - 1):.0f} % of CPU time and {100 * (one.wall / plain.wall - 1):.0f} % of wall time. "
          f"Two jobs give {one.wall / two.wall:.2f} times one job and {plain.wall / two.wall:.2f} times none; they use "
          f"{two.cpu / two.wall:.2f} cores, one job {one.cpu / one.wall:.2f}.{growth}", flush=True)


with tempfile.TemporaryDirectory(dir=options.folder) as folder:
    for name in options.sets.split(","):
        if name == "small":
            measure("small documents", options.documents, office_pages.Office().document)
        elif name == "reports":
            measure("reports", options.reports, report)
        elif name == "smallest":
            measure("smallest documents", options.documents, smallest)
        else:
            parser.error(f"no set is called {name}")
