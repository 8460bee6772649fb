"""Writes AsciiDoc: headings, paragraphs, lists, and tables with their spans."""
import json
import re
import sys


def send(request, message, payload=b""):
    message.update(job=request.get("job"), bytes=len(payload))
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n" + payload)
    sys.stdout.buffer.flush()


def labelled(block):
    return " ".join(filter(None, [block.get("label"), block["text"]]))


def span(cell):
    """`2.3+` stands for a cell of two columns and three rows."""
    columns, rows = cell.get("columnSpan", 1), cell.get("rowSpan", 1)
    across, down = str(columns) if columns > 1 else "", f".{rows}" if rows > 1 else ""
    return f"{across}{down}+" if across or down else ""


def table(block, mark="|"):
    """The parts of a table in a cell are marked by `!`; AsciiDoc has no tables within those."""
    rows = []
    if "caption" in block:
        rows.append("." + block["caption"].replace("\n", " "))
    options = ',options="header"' if block.get("headerRows") == 1 else ""
    rows += [f'[cols="{block["columns"]}*"{options}]', mark + "==="]
    covered = set()
    cells = {(cell["row"], cell["column"]): cell for cell in block["cells"]}
    for row in range(block["rows"]):
        for column in range(block["columns"]):
            cell = cells.get((row, column))
            if cell:
                covered |= {(row + r, column + c) for r in range(cell.get("rowSpan", 1))
                            for c in range(cell.get("columnSpan", 1))}
                rows.append(span(cell) + content(cell, mark))
            elif (row, column) not in covered:
                rows.append(mark)
    return "\n".join(rows + [mark + "==="])


def content(cell, mark):
    tables = [block for block in cell.get("blocks", []) if block["type"] == "table"]
    if tables and mark == "|":
        return "a|" + "\n\n".join(lines(cell["blocks"], "!")).replace("|", r"\|")
    texts = [labelled(cell)] + [labelled(inner) for block in tables for inner in block["cells"]]
    style = "h" if cell.get("kind", "data") != "data" else ""
    return style + mark + " ".join(filter(None, texts)).replace(mark, "\\" + mark)


def item(block, is_first):
    """AsciiDoc counts by itself, from a start that can be given; other labels than numbers stay text."""
    number = re.fullmatch(r"([0-9]+)[.)]?", block.get("label", ""))
    if number:
        start = f"[start={number[1]}]\n" if is_first and number[1] != "1" else ""
        return start + "." * (block["level"] + 1) + " " + block["text"]
    is_bullet = not any(c.isalnum() for c in block.get("label", ""))
    return "*" * (block["level"] + 1) + " " + (block["text"] if is_bullet else labelled(block))


def lines(blocks, mark="|"):
    for previous, block in zip([{"type": ""}] + blocks, blocks):
        kind = block["type"]
        if kind == "heading":
            yield "=" * (block["level"] + 1) + " " + labelled(block).replace("\n", " ")
        elif kind == "listItem":
            yield item(block, previous["type"] != "listItem")
        elif kind == "table":
            yield table(block, mark)
        elif kind == "aside":
            yield "****\n" + "\n\n".join(lines(block["blocks"])) + "\n****"
        elif block.get("text"):
            yield block["text"]


for line in sys.stdin.buffer:
    request = json.loads(line)
    payload = sys.stdin.buffer.read(request.get("bytes", 0))
    if request["type"] == "hello":
        send(request, {"type": "hello", "protocol": "convert.plugin/1"})
        continue
    output = "\n\n".join(lines(json.loads(payload)["blocks"])) + "\n"
    send(request, {"type": "output"}, output.encode())
    send(request, {"type": "done"})
