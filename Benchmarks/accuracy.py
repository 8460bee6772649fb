"""How much of the truth of generated documents a program finds. Standard library only."""
import collections
import re

BLANK = re.compile(r"\s+")


def plain(text):
    return BLANK.sub("", text or "")


def ours(document):
    """The neutral form (see peers.py) of one document of `convert --to json`."""
    texts, tables = [], []
    for block in document["blocks"]:
        if block["type"] == "table":
            tables.append({"rows": block["rows"], "columns": block["columns"], "cells": [
                [c["row"], c["column"], c.get("rowSpan", 1), c.get("columnSpan", 1), c.get("label", "") + c["text"]] for c in block["cells"]]})
        elif "text" in block:
            texts.append(block.get("label", "") + block["text"])
    return {"text": "\n".join(texts), "tables": tables}


def pairs(text):
    text = plain(text)
    return collections.Counter(text[i:i + 2] for i in range(len(text) - 1))


def score(truth, found):
    """Counts of (found, of) for grids, cells, spans and pairs of characters of the text outside of tables.

    Each true table is matched with the found table that shares most cell texts with it. A cell counts where a text stands in the right
    row and column, a span where the cell has its height and width too, a grid where numbers of rows and columns are right."""
    counts = {"grids": [0, 0], "cells": [0, 0], "spans": [0, 0], "text": [0, 0]}
    left = list(found["tables"])
    for table in truth["tables"]:
        wanted = collections.Counter(plain(cell[4]) for cell in table["cells"] if plain(cell[4]))
        def shared(other):
            return sum((wanted & collections.Counter(plain(cell[4]) for cell in other["cells"])).values())
        match = max(left, key=shared, default=None)
        if match is not None and shared(match) > 0:
            left.remove(match)
        else:
            match = {"rows": 0, "columns": 0, "cells": []}
        places = {(cell[0], cell[1]): cell for cell in match["cells"]}
        counts["grids"][1] += 1
        counts["grids"][0] += (match["rows"], match["columns"]) == (table["rows"], table["columns"])
        for row, column, height, width, text in table["cells"]:
            if not plain(text):
                continue
            cell = places.get((row, column))
            is_found = cell is not None and plain(cell[4]) == plain(text)
            counts["cells"][1] += 1
            counts["cells"][0] += is_found
            if height > 1 or width > 1:
                counts["spans"][1] += 1
                counts["spans"][0] += is_found and (cell[2], cell[3]) == (height, width)
    wanted = pairs("".join(truth["texts"]))
    counts["text"] = [sum((wanted & pairs(found["text"])).values()), sum(wanted.values())]
    return counts


def percentages(scores):
    """Percentages over several documents, in the order grids, cells, spans, text."""
    return [f"{100 * sum(s[part][0] for s in scores) / max(1, sum(s[part][1] for s in scores)):.1f}" for part in ("grids", "cells", "spans", "text")]
