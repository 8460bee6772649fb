#!/usr/bin/env python3
"""Times `convert` against a warm LibreOffice on the same .doc and .rtf files.

  word-speed.py [--convert PROGRAM] [--copies N] FILE…

Both programs read all files in one run, once with one file and once with copies of all; the difference over the number of
additional files is the time of one file without the start of the program: processor time, which other programs on the machine disturb least.
`convert` writes JSON to nowhere, with all tables and their spans. LibreOffice writes to a folder: plain text, which knows no tables and is the
least that it can do, and HTML, which has what our JSON has. Prints one line for each extension. Needs soffice on the PATH.
Standard library only.
"""
import argparse
import os
import shutil
import tempfile

import measure


def per_file(command, files):
    """Processor seconds for one more file; medians of five runs each, in turn."""
    costs = measure.medians({"one": command(files[:1]), "all": command(files)}, runs=5)
    return max(1e-9, (costs["all"].cpu - costs["one"].cpu) / (len(files) - 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--convert", default="./script/convert")
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    kinds = sorted({os.path.splitext(path)[1] for path in options.files})
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            files = [path for path in options.files if path.endswith(kind)]
            copies = []
            for number in range(options.copies * 10):
                for index, path in enumerate(files):
                    copies.append(f"{folder}/{number}-{index}{kind}")
                    shutil.copy(path, copies[-1])
            ours = per_file(lambda some: [options.convert, "--to", "json", *some], copies)
            print(f"{kind}: convert {ours * 1000:.2f} ms a file ({1 / ours:.0f} files a second a core)", end="")
            for name, target in (("text", "txt:Text (encoded):UTF8"), ("HTML", "html:HTML (StarWriter)")):
                office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target,
                          "--outdir", f"{folder}/out"]
                measure.run([*office, copies[0]])
                theirs = per_file(lambda some: [*office, *some], copies[:len(files) * options.copies])
                print(f", LibreOffice to {name} {theirs * 1000:.1f} ms, ratio {theirs / ours:.0f}", end="", flush=True)
            print()


if __name__ == "__main__":
    main()
