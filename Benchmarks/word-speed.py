#!/usr/bin/env python3
"""Times `convert` against a warm LibreOffice on the same .doc and .rtf files.

  word-speed.py [--convert PROGRAM] [--copies N] FILE…

Both programs read all files in one run, once with each file and once with N copies of it; the difference over the number of
additional files is the time of one file without the start of the program. `convert` writes JSON to nowhere, LibreOffice plain text to a
folder. Prints one line for each extension. Needs soffice on the PATH. Standard library only.
"""
import argparse
import os
import shutil
import subprocess
import tempfile
import time


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def per_file(command, files):
    """Seconds for one more file; the best of three runs each, since other programs only ever slow a run down."""
    one = min(seconds(command(files[:1])) for _ in range(3))
    all_copies = min(seconds(command(files)) for _ in range(3))
    return max(1e-9, (all_copies - one) / (len(files) - 1))


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
            for number in range(options.copies):
                for index, path in enumerate(files):
                    copies.append(f"{folder}/{number}-{index}{kind}")
                    shutil.copy(path, copies[-1])
            many = copies * 10
            ours = per_file(lambda some: [options.convert, "--to", "json", *some], many)
            office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                      "txt:Text (encoded):UTF8", "--outdir", f"{folder}/out"]
            seconds([*office, copies[0]])
            theirs = per_file(lambda some: [*office, *some], copies)
            print(f"{kind}: convert {ours * 1000:.2f} ms a file ({1 / ours:.0f} files a second), "
                  f"LibreOffice {theirs * 1000:.1f} ms, ratio {theirs / ours:.0f}")


if __name__ == "__main__":
    main()
