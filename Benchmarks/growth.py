"""Growth of time and memory with the size of the input, and inputs made to be slow. Standard library only."""
import math
import pathlib

import corpus
import measure

COLOURS = ["#1b6ca8", "#c0392b", "#27823b", "#8e5ea2", "#b8860b", "#555555", "#00838f"]


def inputs(folder, scale):
    """(name, unit, paths at 1 ×, 10 × and 100 ×) for each way in which inputs grow; `scale` shrinks all of them."""
    def sizes(base):
        return [max(1, int(base * factor * scale)) for factor in (1, 10, 100)]

    def made(name, base, write):
        paths = []
        for size in sizes(base):
            path = folder / f"growth-{name.replace(' ', '-')}-{size}"
            path = write(path, size)
            paths.append((size, path))
        return name, paths

    def nested(path, size):
        depth = min(size, 200)
        text = ("<table><tr><td>" * depth + "x" + "</td></tr></table>" * depth) * max(1, size // depth)
        pathlib.Path(f"{path}.html").write_text(f"<!DOCTYPE html><body>{text}</body>")
        return [f"{path}.html"]

    def pages(path, size):
        # 35 rows of the large report's tables fill a page.
        corpus.write(f"{path}.pdf", "pdf", corpus.large(1, size * 35))
        return [f"{path}.pdf"]

    def rulings(path, size):
        corpus.samples.write_pdf(f"{path}.pdf", corpus.ruled_page(size), corpus.samples.SAMPLE)
        return [f"{path}.pdf"]

    def rows(path, size):
        corpus.write(f"{path}.docx", "docx", corpus.large(1, size))
        return [f"{path}.docx"]

    def lines(path, size):
        corpus.write(f"{path}.txt", "txt", corpus.large(1, size))
        return [f"{path}.txt"]

    def files(path, size):
        path.mkdir(exist_ok=True)
        for index in range(size):
            corpus.write(f"{path}/{index}.docx", "docx", corpus.large(index, 10))
        return [str(path)]

    return [made("rows of DOCX tables", 200, rows), made("rows of flattened text", 200, lines), made("pages of PDF", 3, pages),
            made("rulings on a page", 50, rulings), made("tables in 200 deep nests", 20, nested), made("files", 10, files)]


def measured(program, folder, scale, runs):
    """(name, [(size, Cost)]) for each way of growing."""
    results = []
    for name, paths in inputs(folder, scale):
        points = []
        for size, files in paths:
            target = ["-o", f"{folder}/growth-out-{size}/", "--on-exists", "replace"] if name == "files" else []
            cost = measure.medians({"ours": [program, "--to", "json", *target, *files]}, runs).get("ours")
            if cost:
                points.append((size, cost))
        results.append((name, points))
    return results


def markdown(results, start):
    """A table of times and memory; `start` is what a run without work takes, which is taken off before growth is told."""
    rows = []
    for name, points in results:
        for index, (size, cost) in enumerate(points):
            growth = "–"
            if index:
                before = points[index - 1][1]
                growth = f"{(cost.cpu - start.cpu) / max(measure.MINIMUM, before.cpu - start.cpu):.1f}"
            rows.append([name if index == 0 else "", f"{size:,}", f"{cost.cpu:.3f}", growth, f"{cost.peak:.0f}"])
    return measure.table(["what grows", "size", "CPU s", "× for 10 ×", "peak MB"], rows)


def svg(results):
    """A plot of processor time over size, both by powers of ten; a straight line at 45 degrees is linear growth."""
    points = [(size, max(cost.cpu, 0.001)) for _, line in results for size, cost in line]
    left, right = math.floor(math.log10(min(p[0] for p in points))), math.ceil(math.log10(max(p[0] for p in points)))
    low, high = math.floor(math.log10(min(p[1] for p in points))), math.ceil(math.log10(max(p[1] for p in points)))
    step = 80
    width, height = (right - left) * step, (high - low) * step

    def place(size, seconds):
        return 60 + (math.log10(size) - left) * step, 20 + height - (math.log10(seconds) - low) * step

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 320}" height="{height + 70}" font-family="sans-serif" font-size="12">',
           '<rect width="100%" height="100%" fill="white"/>']
    for power in range(left, right + 1):
        x, _ = place(10 ** power, 1)
        out.append(f'<path d="M{x:.0f} 20V{20 + height}" stroke="#ddd"/><text x="{x:.0f}" y="{height + 38}" text-anchor="middle">{10 ** power:,}</text>')
    for power in range(low, high + 1):
        _, y = place(1, 10 ** power)
        out.append(f'<path d="M60 {y:.0f}H{60 + width}" stroke="#ddd"/><text x="54" y="{y + 4:.0f}" text-anchor="end">{10 ** power:g} s</text>')
    for index, (name, line) in enumerate(results):
        colour = COLOURS[index % len(COLOURS)]
        places = [place(size, max(cost.cpu, 0.001)) for size, cost in line]
        out.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        y = 34 + index * 18
        out.append(f'<path d="M{80 + width} {y - 4}h24" stroke="{colour}" stroke-width="2"/><text x="{110 + width}" y="{y}">{name}</text>')
    return "\n".join(out + [f'<text x="{60 + width / 2:.0f}" y="{height + 60}" text-anchor="middle">size (rows, pages, rulings, tables, files)</text>', "</svg>", ""])


def pathological(folder):
    """(what, path) of inputs made to be slow."""
    rulings = folder / "rulings.pdf"
    corpus.samples.write_pdf(str(rulings), corpus.ruled_page(100_000), corpus.samples.SAMPLE)
    cells = folder / "cells.html"
    side = int(math.sqrt(1_000_000))
    cells.write_text("<!DOCTYPE html><table>" + ("<tr>" + "<td>7</td>" * side + "</tr>\n") * side + "</table>")
    paragraphs = folder / "paragraphs.html"
    paragraphs.write_text("<!DOCTYPE html>" + "<p>one line\n" * 100_000)
    lines = folder / "lines.txt"
    lines.write_text("one line\n\n" * 100_000)
    tags = folder / "tags.html"
    tags.write_text("<!DOCTYPE html>" + "<div><b>" * 10_000 + "x")
    tables = folder / "tables.html"
    tables.write_text("<!DOCTYPE html>" + "<table><tr><td>" * 10_000 + "x")
    spans = folder / "spans.html"
    spans.write_text("<!DOCTYPE html><table>" + "<tr><td rowspan=65534 colspan=1000>x" * 1_000 + "</table>")
    groups = folder / "groups.rtf"
    groups.write_text(r"{\rtf1" + "{" * 100_000 + "x")
    words = folder / "rows.rtf"
    words.write_text(r"{\rtf1" + (r"\trowd" + "".join(rf"\cellx{100 * (i + 1)}" for i in range(60)) + r"\intbl " + r"\cell" * 60 + r"\row" + "\n") * 10_000 + "}")
    return [("rulings on a page: 100,000", rulings), ("cells in a table: 1,000,000 (HTML)", cells), ("one-line paragraphs: 100,000 (HTML)", paragraphs),
            ("one-line paragraphs: 100,000 (text)", lines), ("nested tags: 20,000 (HTML)", tags), ("nested tables: 10,000 (HTML)", tables),
            ("cells of 65,534 × 1,000: 1,000 (HTML)", spans), ("nested groups: 100,000 (RTF)", groups), ("empty cells: 600,000 (RTF)", words)]
