"""Reads e-mail messages: the subject as a heading, the addresses as a table, the text as paragraphs."""
import email
import email.policy
import json
import sys

SHOWN = ["From", "To", "Cc", "Date"]


def send(message, payload=b""):
    if payload:
        message["bytes"] = len(payload)
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n" + payload)
    sys.stdout.buffer.flush()


def clean(text):
    """Text without control characters, which no document may hold."""
    text = str(text).replace("\r\n", "\n").encode("utf-8", "replace").decode()
    return "".join(c for c in text if c in "\n\t" or not (c < " " or "\x7f" <= c < "\xa0"))


def stated(path):
    """Where a block comes from, and that the file says so itself."""
    return {"path": path, "evidence": "stated"}


def document(data, limits):
    mail = email.message_from_bytes(data, policy=email.policy.default)
    fields = [(name, clean(mail[name])) for name in SHOWN if mail[name]]
    if not fields:
        raise ValueError("there are no fields of a message at its start")
    if 2 * len(fields) > limits["cells"]:
        raise OverflowError(2 * len(fields))
    subject = clean(mail["Subject"] or "")
    cells = []
    for row, pair in enumerate(fields):
        for column, text in enumerate(pair):
            cells.append({"row": row, "column": column, "kind": ["rowHeader", "data"][column], "text": text,
                          "origin": stated("header/" + pair[0])})
    blocks = [{"type": "heading", "level": 1, "text": subject, "origin": stated("header/Subject")},
              {"type": "table", "rows": len(fields), "columns": 2, "headerRows": 0, "stubColumns": 1,
               "headerEvidence": "stated", "cells": cells, "origin": stated("header")}]
    body = mail.get_body(preferencelist=("plain",))
    text = clean(body.get_content()) if body else ""
    for number, paragraph in enumerate(filter(None, (p.strip("\n") for p in text.split("\n\n"))), 1):
        blocks.append({"type": "paragraph", "text": paragraph, "origin": stated(f"body/p[{number}]")})
    findings = [{"severity": "warning", "code": "eml.attachment.skipped", "place": {"path": "attachment"},
                 "message": f"the attachment “{clean(part.get_filename() or '')}” is not read"}
                for part in mail.iter_attachments()]
    return {"schema": "convert.document/1", "metadata": {"title": subject}, "blocks": blocks, "findings": findings}


for line in sys.stdin.buffer:
    request = json.loads(line)
    data = sys.stdin.buffer.read(request.get("bytes", 0))
    if request["type"] == "hello":
        send({"type": "hello", "protocol": "convert.plugin/1"})
        continue
    try:
        send({"type": "document"}, json.dumps(document(data, request["limits"])).encode())
    except OverflowError as error:
        send({"type": "error", "code": "limit", "message": "cells", "asked": error.args[0]})
    except Exception as error:
        send({"type": "error", "code": "damaged", "message": clean(error) or type(error).__name__})
