"""Pages set point by point and written as PDF without another program, in the manners of presses and filing agents: words placed on their
own or in pieces, white space by placement, kerning in the string, columns or rules drawn first, rules as boxes; Chinese in a font that
the file names and does not hold. Standard library only."""
import random
import re

from table_sheet import Cell, Table

WIDTHS = {  # thousandths of the size, space to tilde
    "Times-Roman": (
        "250 333 408 500 500 833 778 333 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 "
        "278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 "
        "722 944 722 722 611 333 278 333 333 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 "
        "500 333 389 278 500 500 722 500 500 444 480 200 480 333"),
    "Times-Bold": (
        "250 333 555 500 500 1000 833 333 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 "
        "333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 "
        "722 1000 722 722 667 333 278 333 333 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 "
        "556 444 389 333 556 500 722 500 500 444 394 220 394 333"),
    "Helvetica": (
        "278 278 355 556 556 889 667 222 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
        "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
        "667 944 667 667 611 278 278 278 333 556 222 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
        "556 333 500 278 556 500 722 500 500 500 334 260 334 333"),
    "Helvetica-Bold": (
        "278 333 474 556 556 889 722 278 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 "
        "333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 "
        "667 944 667 667 611 333 278 333 333 556 278 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 "
        "611 389 556 333 611 556 778 556 556 500 389 280 389 333"),
}
WIDTHS["Courier"] = WIDTHS["Courier-Bold"] = " ".join(["600"] * 95)
FURTHER = {"–": 500, "—": 1000, "’": 333, "§": 500, "†": 500, "‡": 500, "•": 350, "±": 549, "“": 444, "”": 444, "°": 400, "µ": 500, "²": 300, "×": 564}
CHINESE = re.compile("[\u2e80-\uffef]")
SONG = ["<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[{next} 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        "/DW 1000/W[1 95 500]/FontDescriptor {next} 0 R>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/Ascent 752/Descent -271/CapHeight 737/ItalicAngle 0/StemV 58>>"]
FONTS = {name: [int(width) for width in widths.split()] for name, widths in WIDTHS.items()}
MANNERS = ("line", "word", "piece", "kerned", "gap")  # what one operator shows: a line, a word, a piece of a word, a line with kerning or without space glyphs


def song(text):
    """How wide a text is in the Chinese font, in thousandths of the size."""
    return sum(500 if 32 <= ord(c) < 127 else 1000 for c in text)


class Item(Cell):
    """A cell with what presses do to it. `at`: top, middle or bottom; `sign`: text flush left before the figure; `space`: points of white
    above its row; rule: letters t, b, l, r, T, B (thick) and u, a rule below the text's column that stops short of its ends."""

    def __init__(self, text, align="left", at="bottom", sign="", space=0, fill=None, mark="", turn=False, **named):
        super().__init__(text, align=align, **named)
        self.broken = text
        self.text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text)
        self.at, self.sign, self.space, self.fill, self.mark, self.turn = at, sign, space, fill, mark, turn
        if sign:
            self.text = sign + " " + self.text


class PressTable(Table):
    def truth(self, tagged=False):
        return super().truth()


class Press:
    """One document; y falls from the top of the page."""

    turn = None
    gap = 0  # points: white between coloured cells

    def __init__(self, seed, across=612, down=792, family=None):
        self.random = random.Random(seed)
        self.across, self.down, self.top = across, down, 54
        self.family = family or self.random.choice(["Times", "Helvetica"])
        self.manner = self.random.choice(MANNERS)
        self.order = self.random.choice(["rows", "rows", "columns", "rules last", "shuffled"])
        self.boxes = self.random.random() < 0.4  # rules as filled boxes
        self.pages = [[]]

    # ------------------------------------------------------------ ink
    def font(self, bold=False):
        return {"Times": ("Times-Roman", "Times-Bold"), "Helvetica": ("Helvetica", "Helvetica-Bold"), "Courier": ("Courier", "Courier-Bold")}[self.family][bold]

    def width(self, text, size, bold=False):
        if CHINESE.search(text):  # letters and digits are half as wide as signs
            return song(text) * size / 1000
        widths = FONTS[self.font(bold)]
        return sum(widths[ord(c) - 32] if 32 <= ord(c) < 127 else FURTHER.get(c, 500) for c in text) * size / 1000

    def text(self, x, y, text, size=10, bold=False, align="left", up=False, column=0):
        if not text:
            return
        wide = self.width(text, size, bold)
        shift = {"left": 0, "right": wide, "center": wide / 2}[align]
        self.pages[-1].append(("text", (x, y + shift) if up else (x - shift, y), text, size, bold, up, column))

    def rule(self, x0, y0, x1, y1, weight=0.5):
        self.pages[-1].append(("rule", x0, y0, x1, y1, weight))

    def fill(self, x0, y0, x1, y1, grey):
        self.pages[-1].append(("fill", x0, y0, x1, y1, grey))

    def page(self):
        self.pages.append([])
        self.top = 54

    # ------------------------------------------------------------ setting
    def lines(self, text, size, wide, bold=False):
        lines = []
        for part in text.split("\n"):
            line = ""
            for word in part.split():
                longer = f"{line} {word}".strip()
                if line and self.width(longer, size, bold) > wide:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return lines

    def paragraph(self, text, size=10, bold=False, left=54, wide=None, after=6, align="left", leading=1.2, hang=0, full=True):
        """Lines from `top` on; full: flush on both sides by white between words."""
        wide = wide or self.across - 2 * 54
        lines = self.lines(text, size, wide - hang, bold)
        for number, line in enumerate(lines):
            self.top += size * leading
            x = left + (hang if number else 0)
            words = line.split()
            if align == "center":
                self.text(left + wide / 2, self.top, line, size, bold, "center")
            elif full and number < len(lines) - 1 and len(words) > 2:
                white = (wide - (hang if number else 0) - sum(self.width(w, size, bold) for w in words)) / (len(words) - 1)
                for word in words:
                    self.text(x, self.top, word, size, bold)
                    x += self.width(word, size, bold) + white
            else:
                self.text(x, self.top, line, size, bold)
        self.top += after

    def table(self, table, left=54, leading=1.15, pad=(1.5, 2), first=0, last=None, weight=0.5):
        """Rows from first up to last below `top`."""
        size = table.size
        rows = table.rows[first:last]
        xs = [left]
        for width in table.widths:
            xs.append(xs[-1] + width)
        taken, places = set(), []
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                taken |= {(number + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
                wide = xs[column + cell.columns] - xs[column] - 2 * pad[1] - cell.indent - cell.hang
                lines = [cell.broken] if cell.turn else self.lines(cell.broken, size, wide, cell.bold)
                places.append((number, column, cell, lines))
                column += cell.columns
        heights = [max([row[0].space + size * leading + 2 * pad[0]] + [
            row[0].space + (self.width(cell.broken, size, cell.bold) + 4 if cell.turn else len(lines) * size * leading) + 2 * pad[0]
            for n, _, cell, lines in places if n == number and cell.rows == 1]) for number, row in enumerate(rows)]
        for number, column, cell, lines in places:
            if cell.rows > 1:  # the last row gives way
                lack = len(lines) * size * leading + 2 * pad[0] - sum(heights[number:number + cell.rows])
                heights[number + cell.rows - 1] += max(0, lack)
        ys = [self.top]
        for height in heights:
            ys.append(ys[-1] + height)
        for number, column, cell, lines in places:
            x0, x1 = xs[column], xs[column + cell.columns]
            y0, y1 = ys[number], ys[number + cell.rows]
            if cell.fill:
                self.fill(x0 + self.gap, y0 + self.gap, x1 - self.gap, y1 - self.gap, cell.fill)
            self.borders(cell, x0, y0, x1, y1, weight)
            self.content(cell, lines, x0 + pad[1], y0 + pad[0] + cell.space, x1 - pad[1], y1 - pad[0], size, leading, column)
        self.top = ys[-1] + 4

    def borders(self, cell, x0, y0, x1, y1, weight):
        for letter in cell.rule:
            heavy = 3 * weight if letter in "TB" else weight
            at = {"t": (x0, y0, x1, y0), "b": (x0, y1, x1, y1), "l": (x0, y0, x0, y1), "r": (x1, y0, x1, y1),
                  "u": (x0 + 4, y1 - 0.5, x1 - 4, y1 - 0.5)}[letter if letter == "u" else letter.lower()]
            self.rule(*at, heavy)

    def content(self, cell, lines, x0, y0, x1, y1, size, leading, column):
        tall = len(lines) * size * leading
        y = {"top": y0, "middle": (y0 + y1 - tall) / 2, "bottom": y1 - tall}[cell.at]
        if cell.turn:
            self.text((x0 + x1) / 2 + size * 0.35, y1 - 2, cell.broken, size, cell.bold, up=True, column=column)
            return
        for number, line in enumerate(lines):
            y += size * leading
            base = y - size * (leading - 1) / 2 - size * 0.22
            left = x0 + cell.indent + (cell.hang if number else 0)
            right = x1 - cell.pad
            at = {"left": left, "right": right, "center": (left + right) / 2}[cell.align]
            self.text(at, base, line, size, cell.bold, cell.align, column=column)
            end = {"left": at + self.width(line, size, cell.bold), "right": at, "center": at + self.width(line, size, cell.bold) / 2}[cell.align]
            if number == len(lines) - 1:
                if cell.sign:
                    self.text(left, base, cell.sign, size, cell.bold, column=column)
                if cell.mark:
                    self.text(end + 0.3, base - size * 0.35, cell.mark, size * 0.65, column=column)
                    end += self.width(cell.mark, size * 0.65)
                if cell.lead:
                    self.leader(end + 2, x1, base, size, column)

    def leader(self, start, end, y, size, column=0):
        """Dots to the end of the column, close or apart, flush with its end."""
        dot = "." if self.order != "columns" else " ."
        count = int((end - start) / self.width(dot, size))
        if count > 1:
            self.text(end, y, (dot * count).strip(), size, align="right", column=column)

    # ------------------------------------------------------------ the file
    def file(self):
        objects = ["<</Type/Catalog/Pages 2 0 R>>", None]
        fonts = []
        for name in FONTS:
            objects.append(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>")
            fonts.append(f"/{name} {len(objects)} 0 R")
        if any(CHINESE.search(ink[2]) for page in self.pages for ink in page if ink[0] == "text"):
            fonts.append(f"/Song {len(objects) + 1} 0 R")
            for text in SONG:
                objects.append(text.replace("{next}", str(len(objects) + 2)))
        kids = []
        for page in self.pages:
            content = self.stream(page)
            objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
            objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {self.across} {self.down}]/Contents {len(objects)} 0 R"
                           f"/Resources<</Font<<{''.join(fonts)}>>>>>>")
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
        out, at = b"%PDF-1.4\n", []
        for number, text in enumerate(objects):
            at.append(len(out))
            out += f"{number + 1} 0 obj{text}\nendobj\n".encode("cp1252")
        table = "".join(f"{a:010} 00000 n \n" for a in at)
        return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n".encode()

    def stream(self, page):
        fills = [self.box(*f[1:]) for f in page if f[0] == "fill"]
        rules = [self.line(*r[1:]) for r in page if r[0] == "rule"]
        texts = [t for t in page if t[0] == "text"]
        if self.order == "columns":
            texts.sort(key=lambda t: t[6])
        elif self.order == "shuffled":
            self.random.shuffle(texts)
        shown = [part for text in texts for part in self.shown(*text[1:])]
        return "\n".join(fills + (shown + rules if self.order == "rules last" else rules + shown))

    def box(self, x0, y0, x1, y1, grey):
        return f"{grey} g {x0:.2f} {self.down - y1:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f 0 g"

    def line(self, x0, y0, x1, y1, weight):
        if self.boxes:
            return self.box(x0 - (weight if x0 == x1 else 0) / 2, y0 - (weight if y0 == y1 else 0) / 2, x1 + (weight if x0 == x1 else 0) / 2, y1 + (weight if y0 == y1 else 0) / 2, 0)
        return f"{weight} w {x0:.2f} {self.down - y0:.2f} m {x1:.2f} {self.down - y1:.2f} l S"

    def shown(self, place, text, size, bold, up, column):
        x, y = place
        isChinese = CHINESE.search(text)
        font = "Song" if isChinese else self.font(bold)

        def show(operand, along, operator="Tj"):
            a, b = (x, y - along) if up else (x + along, y)
            matrix = "0 1 -1 0" if up else "1 0 0 1"
            return f"BT /{font} {size:.2f} Tf {matrix} {a:.2f} {self.down - b:.2f} Tm {operand} {operator} ET"

        def quoted(piece):
            return "(" + piece.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"

        if isChinese:
            pieces = re.finditer(".{1,4}" if self.manner == "piece" else ".+", text)
            return [show(f"<{m.group().encode('utf-16-be').hex()}>", song(text[:m.start()]) * size / 1000) for m in pieces]
        if self.manner == "line":
            return [show(quoted(text), 0)]
        if self.manner == "kerned":
            parts = [quoted(p) for p in re.findall(r".{1,3}", text)]
            kerns = [self.random.randrange(-12, 13) for _ in parts[1:]]
            return [show("[" + parts[0] + "".join(f"{k} {p}" for k, p in zip(kerns, parts[1:])) + "]", 0, "TJ")]
        if self.manner == "gap":
            white = self.width(" ", 1, bold) * 1000
            return [show("[" + f" {-white:.0f} ".join(quoted(w) for w in text.split(" ")) + "]", 0, "TJ")]
        cut = r"\S+" if self.manner == "word" else r"\S{1,4}\s*"
        return [show(quoted(m.group()), self.width(text[:m.start()], size, bold)) for m in re.finditer(cut, text)]
