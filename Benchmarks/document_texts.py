"""The texts of a document in the JSON form, for scripts that compare them with others."""


def texts(block):
    """All texts of a block as they stood in the source, in order; a cell with blocks says there what its text says."""
    found = []
    for cell in block.get("cells", []):
        if cell.get("blocks"):
            for inner in cell["blocks"]:
                found += texts(inner)
        else:
            found.append(cell.get("original", cell.get("text", "")))
    if "cells" not in block:
        found.append(block.get("original", block.get("text", "")))
    for inner in block.get("blocks", []):
        found += texts(inner)
    return found
