"""Turns the pages of PDF files that LibreOffice writes, by an incremental update (ISO 32000-2, 7.5.6). Standard library only."""
import re

# How a page is turned: the angle at which all is drawn, counterclockwise, and the value of /Rotate.
TURNS = {"sideways": (90, 0), "sidewaysdown": (270, 0), "rotated": (0, 90), "rotatedup": (0, 270), "over": (0, 180), "upright": (90, 90)}


def turned(file, way):
    """The bytes of a file with all pages turned."""
    drawn, rotate = TURNS[way]
    trailer = file[file.rindex(b"trailer"):]
    size = int(re.search(rb"/Size (\d+)", trailer)[1])
    root = re.search(rb"/Root \d+ 0 R", trailer)[0]
    previous = int(re.search(rb"startxref\s+(\d+)", trailer)[1])
    objects = {}
    for match in re.finditer(rb"\n(\d+) 0 obj\n(<</Type/Page/.*?>>)\nendobj", file, re.S):
        page = match[2]
        width, height = map(float, re.search(rb"/MediaBox\[0 0 (\S+) (\S+)\]", page).groups())
        if drawn:
            matrix = f"0 1 -1 0 {height:g} 0" if drawn == 90 else f"0 -1 1 0 0 {width:g}"
            page = re.sub(rb"/MediaBox\[.*?\]", f"/MediaBox[0 0 {height:g} {width:g}]".encode(), page)
            page = re.sub(rb"/Contents (\d+ 0 R)", b"/Contents[%d 0 R \\1]" % size, page)
            program = f"{matrix} cm\n".encode()
            objects[size] = b"<</Length %d>>\nstream\n%sendstream" % (len(program), program)
            size += 1
        objects[int(match[1])] = page[:-2] + b"/Rotate %d>>" % rotate
    table = b""
    for number, content in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return file + b"xref\n%strailer\n<</Size %d/%s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (table, size, root[1:], previous, len(file))
