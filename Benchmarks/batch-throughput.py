#!/usr/bin/env python3
"""How many small documents a second a batch converts, and what isolation and a second job change.

    Benchmarks/batch-throughput.py [--program .build/release/convert] [--documents 20000]

Makes small mixed documents (text, CSV, HTML, RTF, DOCX), in folders and again in archives of 500, and converts them in process
(--jobs 0), isolated with one and two jobs, and in archives. Tells wall time, CPU time of parent and workers, and the parent's
largest memory for a quarter of the documents and for all. On a machine that others use too, CPU time is what to compare.
"""
import argparse, io, os, random, resource, subprocess, tempfile, time, zipfile

parser = argparse.ArgumentParser()
parser.add_argument("--program", default=".build/release/convert")
parser.add_argument("--documents", type=int, default=20000)
options = parser.parse_args()
program = os.path.abspath(options.program)
chance = random.Random(1)


def rows(count):
    return [(f"{chance.choice('甲乙丙丁戊')}类事项{n}", chance.randrange(1000), chance.randrange(1000)) for n in range(count)]


def document(number):
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


def children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def convert(label, source, count, *extra):
    # What is written stays until the end: ext4 looks at each file that was removed lately before it makes a new one, so runs
    # after a removal take three times the system time.
    out = tempfile.mkdtemp(dir=folder)
    os.sync()
    before, begun = children(), time.monotonic()
    process = subprocess.Popen([program, source, "-o", out, "--to", "json", "--quiet", *extra])
    peak = 0
    while process.poll() is None:
        try:
            with open(f"/proc/{process.pid}/status") as file:
                peak = max([peak] + [int(line.split()[1]) for line in file if line.startswith("VmHWM")])
        except (FileNotFoundError, ProcessLookupError):
            pass
        time.sleep(0.02)
    wall, cpu = time.monotonic() - begun, children() - before
    print(f"{label:34} {count:6} documents  {count / wall:7.0f} a second  wall {wall:6.2f} s  CPU {cpu:6.2f} s  "
          f"parent {peak / 1024:6.1f} MB  status {process.returncode}", flush=True)
    return wall, cpu, peak


with tempfile.TemporaryDirectory() as folder:
    for place in ("quarter", "all", "archives"):
        os.makedirs(os.path.join(folder, place))
    archive = None
    for number in range(options.documents):
        extension, data = document(number)
        name = f"{number // 500:03d}/{number:05d}.{extension}"
        for place in ("all", "quarter") if number % 4 == 0 else ("all",):
            path = os.path.join(folder, place, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)
        if number % 500 == 0:
            archive = zipfile.ZipFile(os.path.join(folder, "archives", f"{number // 500:03d}.zip"), "w", zipfile.ZIP_DEFLATED)
        archive.writestr(name, data)
        if number % 500 == 499 or number == options.documents - 1:
            archive.close()
    everything = os.path.join(folder, "all")
    plain = convert("in process", everything, options.documents, "--jobs", "0")
    one = convert("isolated, one job", everything, options.documents, "--jobs", "1")
    two = convert("isolated, two jobs", everything, options.documents, "--jobs", "2")
    convert("isolated, two jobs, in archives", os.path.join(folder, "archives"), options.documents, "--jobs", "2")
    less = convert("isolated, two jobs, a quarter", os.path.join(folder, "quarter"), (options.documents + 3) // 4, "--jobs", "2")
    thousands = options.documents * 0.75 / 1000
    print(f"isolation costs {100 * (one[1] / plain[1] - 1):.0f} % CPU time, {100 * (one[0] / plain[0] - 1):.0f} % wall time")
    print(f"two jobs give {one[0] / two[0]:.2f} times one job (wall)")
    print(f"parent memory grows by {(two[2] - less[2]) / 1024 / thousands:.2f} MB per 1,000 files")
