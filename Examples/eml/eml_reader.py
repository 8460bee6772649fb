"""Reads e-mail messages: the subject as a heading, the addresses as a table, the text as paragraphs."""
import email, email.policy, html.parser, json, re, sys


def send(request, message, payload=b""):
    message.update(job=request.get("job"), bytes=len(payload))
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n" + payload)
    sys.stdout.buffer.flush()


def clean(text):
    """Text without control characters, which no document may hold."""
    text = str(text).replace("\r\n", "\n").encode("utf-8", "replace").decode()
    return "".join(c for c in text if c in "\n\t" or not (c < " " or "\x7f" <= c < "\xa0"))


class HTMLText(html.parser.HTMLParser):
    """The text of HTML: what stands in a block by itself is a paragraph, cells of a row are parted by tabs."""
    breaks = dict.fromkeys("p div table tr ul ol li h1 h2 h3 h4 h5 h6".split(), "\n\n") | {"br": "\n", "td": "\t", "th": "\t"}

    def handle_starttag(self, tag, attributes):
        self.hidden = tag in ("script", "style", "title")
        self.pieces.append(self.breaks.get(tag, ""))

    def handle_endtag(self, tag):
        self.hidden = False
        self.pieces.append("\n\n" if tag in ("p", "div", "table") else "")

    def handle_data(self, data):
        self.pieces.append("" if self.hidden else re.sub(r"\s+", " ", data))

    def of(self, source):
        self.pieces, self.hidden = [], False
        self.feed(source)
        self.close()
        return re.sub("[ \t]*\n[ \t]*", "\n", "".join(self.pieces))


def document(data, limits):
    findings = []

    def warn(code, path, message):
        findings.append({"severity": "warning", "code": code, "place": {"path": path}, "message": message})

    mail = email.message_from_bytes(data, policy=email.policy.default)
    fields = [(name, clean(mail[name])) for name in ("From", "To", "Cc", "Date") if mail[name]]
    if not fields and not mail["Subject"]:
        raise ValueError("there are no fields of a message at its start")
    if 2 * len(fields) > limits["cells"]:
        raise OverflowError(2 * len(fields))
    subject = clean(mail["Subject"] or "")
    cells = [{"row": row, "column": column, "kind": ["rowHeader", "data"][column], "text": text,
              "origin": {"path": "header/" + pair[0], "evidence": "stated"}}
             for row, pair in enumerate(fields) for column, text in enumerate(pair)]
    blocks = []
    if subject:
        blocks.append({"type": "heading", "level": 1, "text": subject,
                       "origin": {"path": "header/Subject", "evidence": "stated"}})
    if fields:
        blocks.append({"type": "table", "rows": len(fields), "columns": 2, "headerRows": 0, "stubColumns": 1, "cells": cells,
                       "headerEvidence": "stated", "origin": {"path": "header", "evidence": "stated"}})
    body, text = mail.get_body(preferencelist=("plain", "html")), ""
    if body:
        content, charset = body.get_payload(decode=True) or b"", body.get_content_charset("utf-8")
        try:
            text = content.decode(charset, "replace")
        except (LookupError, ValueError):
            text = content.decode("utf-8", "replace")
            warn("eml.charset.unknown", "body", f"the charset “{clean(charset)}” is not known; the text was read as UTF-8")
        if body.get_content_subtype() == "html":
            text = HTMLText().of(text)
            warn("eml.html.flattened", "body", "the body is HTML, of which only the text is kept")
    elif not mail.is_multipart():
        warn("eml.body.skipped", "body", f"the body is {mail.get_content_type()} and is not read")
    for number, paragraph in enumerate(filter(None, (p.strip("\n") for p in clean(text).split("\n\n"))), 1):
        blocks.append({"type": "paragraph", "text": paragraph,
                       "origin": {"path": f"body/p[{number}]", "evidence": "stated"}})
    for part in mail.iter_attachments():
        warn("eml.attachment.skipped", "attachment", f"the attachment “{clean(part.get_filename() or '')}” is not read")
    return {"schema": "convert.document/1", "metadata": {"title": subject}, "blocks": blocks, "findings": findings}


for line in sys.stdin.buffer:
    request = json.loads(line)
    data = sys.stdin.buffer.read(request.get("bytes", 0))
    if request["type"] == "hello":
        send(request, {"type": "hello", "protocol": "convert.plugin/1"})
        continue
    try:
        send(request, {"type": "document"}, json.dumps(document(data, request["limits"])).encode())
    except OverflowError as error:
        send(request, {"type": "error", "code": "limit", "message": "cells", "asked": error.args[0]})
    except Exception as error:
        send(request, {"type": "error", "code": "damaged", "message": clean(error) or type(error).__name__})
