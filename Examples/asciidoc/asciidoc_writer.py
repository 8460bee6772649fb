"""Writes AsciiDoc: headings, paragraphs, lists, and tables with their spans."""
import json
import sys


def send(message, payload=b""):
    if payload:
        message["bytes"] = len(payload)
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n" + payload)
    sys.stdout.buffer.flush()


def labelled(block):
    return " ".join(filter(None, [block.get("label"), block["text"]]))


def span(cell):
    """`2.3+` stands for a cell of two columns and three rows."""
    columns, rows = cell.get("columnSpan", 1), cell.get("rowSpan", 1)
    across, down = str(columns) if columns > 1 else "", f".{rows}" if rows > 1 else ""
    return f"{across}{down}+" if across or down else ""


def table(block):
    lines = []
    if "caption" in block:
        lines.append("." + block["caption"].replace("\n", " "))
    options = ',options="header"' if block.get("headerRows") == 1 else ""
    lines += [f'[cols="{block["columns"]}*"{options}]', "|==="]
    covered = set()
    cells = {(cell["row"], cell["column"]): cell for cell in block["cells"]}
    for row in range(block["rows"]):
        for column in range(block["columns"]):
            cell = cells.get((row, column))
            if cell:
                covered |= {(row + r, column + c) for r in range(cell.get("rowSpan", 1))
                            for c in range(cell.get("columnSpan", 1))}
                bold = "h" if cell.get("kind", "data") != "data" else ""
                lines.append(f"{span(cell)}{bold}|" + labelled(cell).replace("|", r"\|"))
            elif (row, column) not in covered:
                lines.append("|")
    return "\n".join(lines + ["|==="])


def lines(blocks):
    for block in blocks:
        kind = block["type"]
        if kind == "heading":
            yield "=" * (block["level"] + 1) + " " + labelled(block).replace("\n", " ")
        elif kind == "listItem":
            yield "*" * (block["level"] + 1) + " " + labelled(block)
        elif kind == "table":
            yield table(block)
        elif kind == "aside":
            yield "****\n" + "\n\n".join(lines(block["blocks"])) + "\n****"
        elif block.get("text"):
            yield block["text"]


for line in sys.stdin.buffer:
    request = json.loads(line)
    payload = sys.stdin.buffer.read(request.get("bytes", 0))
    if request["type"] == "hello":
        send({"type": "hello", "protocol": "convert.plugin/1"})
        continue
    output = "\n\n".join(lines(json.loads(payload)["blocks"])) + "\n"
    send({"type": "output"}, output.encode())
    send({"type": "done"})
