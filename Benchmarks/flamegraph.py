#!/usr/bin/env python3
"""Where a run of the program spends its time: shares by library and module, and a flame graph as SVG.

  flamegraph.py [--program .build-install/release/convert] --output FILE.svg ARGUMENT…
                e.g.  flamegraph.py --output flame.svg --to json report.pdf

Samples the processor's clock with `perf`; the program must not be stripped. Prints the shares as Markdown: each sample counts for the
innermost function, by the library it is in, or by the module of this project. Libraries without frame pointers hide who called them; their
functions stand on a frame of the library's name. Frames of less than a thousandth are left out of the picture. Standard library only.
"""
import argparse
import collections
import html
import os
import re
import subprocess
import sys
import tempfile

import measure

#: Samples a second.
RATE = 5000
WIDTH, ROW = 1200, 17

#: What is at work, by the name of a library; the first that matches counts.
LIBRARIES = [("poppler", "poppler"), ("libxml2", "libxml2"), ("libz.so", "zlib"), ("kernel", "the system's kernel"), ("vdso", "the system's kernel"),
             ("ld-linux", "the dynamic linker"), ("libc.so", "the C library"), ("libm.so", "the C library"), ("libstdc++", "the C++ library"),
             ("libnettle", "digest (nettle)"), ("freetype", "freetype"), ("libgsf", "libgsf"), ("glib", "libgsf")]


class Frame:
    """A function in the tree of calls: samples in it and in what it calls."""

    def __init__(self, name, group):
        self.name, self.group, self.count, self.called = name, group, 0, {}


def samples(command):
    """Stacks of (symbol, library), outermost first."""
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "perf.data")
        record = ["perf", "record", "-q", "-F", str(RATE), "-g", "-e", "task-clock", "-o", data, "--", *command]
        if subprocess.run(record, stdout=subprocess.DEVNULL).returncode:
            sys.exit(f"cannot be sampled: {' '.join(map(str, command))}")
        script = subprocess.run(["perf", "script", "-i", data, "-F", "ip,sym,dso"], capture_output=True, text=True, errors="replace").stdout
    for stack in script.split("\n\n"):
        frames = re.findall(r"^\s*[0-9a-f]+ (.+?)(?:\+0x[0-9a-f]+)? \((.*?)\)$", stack, re.M)[::-1]
        while len(frames) > 1 and frames[0][0] == "[unknown]":
            del frames[0]
        if frames:
            yield frames


def simplified(symbols):
    """Readable names by symbol; those of Swift without modules and types of arguments."""
    symbols = sorted(symbols)
    names = subprocess.run(["swift", "demangle", "--simplified", "--compact"], input="\n".join(symbols), capture_output=True, text=True).stdout.split("\n")
    if len(names) < len(symbols):
        names = symbols
    return {symbol: re.sub(r"^(specialized|merged|closure #\d+ in) ", "", name) for symbol, name in zip(symbols, names)}


def group(symbol, library, program, modules):
    """Whose code a function is: a library's, or a module's of this project."""
    for part, name in LIBRARIES:
        if part in library:
            return name
    if os.path.basename(library) == os.path.basename(program):
        # A module is named in a mangled symbol with its length before it.
        found = [name for name in modules if f"{len(name)}{name}" in symbol]
        return min(found, key=lambda name: symbol.index(f"{len(name)}{name}")) if found else "Swift's library and runtime"
    return "other libraries"


def profile(program, arguments, modules):
    """The tree of calls, and samples by group."""
    stacks = list(samples([program, *arguments]))
    names = simplified({symbol for stack in stacks for symbol, _ in stack})
    root, shares = Frame("all", "all"), collections.Counter()
    for stack in stacks:
        shares[group(*stack[-1], program, modules)] += 1
        frame = root
        frame.count += 1
        library = stack[0][1]
        for symbol, library in [(os.path.basename(library).split(".so")[0], library), *stack]:
            whose = group(symbol, library, program, modules)
            # What the kernel does inside is its own affair.
            inside = whose == frame.group == "the system's kernel"
            if not inside and symbol != "[unknown]":
                name = whose if whose == "the system's kernel" else names.get(symbol, symbol)
                frame = frame.called.setdefault(name, Frame(name, whose))
                frame.count += 1
    return root, shares


def svg(root, title):
    """The picture: callers below what they call, widths by samples, one colour for each group."""
    boxes, groups = [], {}

    def place(frame, left, depth):
        if frame.count * 1000 < root.count:
            return
        hue = groups.setdefault(frame.group, len(groups) * 47 % 360)
        boxes.append((frame, left, depth, hue))
        for called in sorted(frame.called.values(), key=lambda each: each.name):
            place(called, left, depth + 1)
            left += called.count

    place(root, 0, 0)
    height = (max(depth for _, _, depth, _ in boxes) + 3) * ROW
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="monospace" font-size="11">',
           '<rect width="100%" height="100%" fill="white"/>', f'<text x="4" y="13">{html.escape(title)}</text>']
    for frame, left, depth, hue in boxes:
        x, width, y = left * WIDTH / root.count, frame.count * WIDTH / root.count, height - (depth + 1) * ROW
        text = html.escape(f"{frame.name}: {100 * frame.count / root.count:.1f} %, {frame.group}")
        shown = html.escape(frame.name[:int(width / 6.8)]) if width > 30 else ""
        out.append(f'<g><title>{text}</title><rect x="{x:.1f}" y="{y}" width="{max(width - 0.4, 0.4):.1f}" height="{ROW - 1}" '
                   f'fill="hsl({hue} 65% 78%)"/><text x="{x + 2:.1f}" y="{y + 12}">{shown}</text></g>')
    return "\n".join([*out, "</svg>", ""])


def markdown(shares):
    """Shares of runs by their names, a column each; those of at least a hundredth somewhere, largest first."""
    def percent(run, name):
        return 100 * shares[run][name] / sum(shares[run].values())

    names = sorted({name for run in shares.values() for name in run}, key=lambda name: (-sum(percent(run, name) for run in shares), name))
    rows = [[name, *(f"{percent(run, name):.0f}" for run in shares)] for name in names if any(percent(run, name) >= 1 for run in shares)]
    return measure.table(["% of the time", *shares], rows)


def modules():
    """The names of this project's modules."""
    return os.listdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build-install/release/convert")
    parser.add_argument("--output", required=True, help="the picture")
    options, arguments = parser.parse_known_args()
    root, shares = profile(options.program, arguments, modules())
    with open(options.output, "w") as file:
        file.write(svg(root, " ".join(["convert", *map(os.path.basename, arguments)])))
    print(markdown({"this run": shares}))


if __name__ == "__main__":
    main()
