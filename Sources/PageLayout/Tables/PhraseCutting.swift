internal import ConverterCore

/// The phrases of a line cut at the borders of columns, where a gap, a drawn line or a change between label and figure shows that two
/// cells meet there.
struct PhraseCutting {
  private let columns: AlignedColumns
  private let line: TextLine
  /// Whether the line is one phrase in the middle of the table, over several columns.
  private let isCentred: Bool
  /// The white strips between the columns.
  private let gutters: [Interval]
  private let drawn: [Ruling]
  /// The upright lines at the height of the line of text.
  private let beside: [Ruling]
  private let text: PageText
  private let tolerances: Tolerances

  init(
    columns: AlignedColumns, line: TextLine, isCentred: Bool, gutters: [Interval], drawn: [Ruling], text: PageText,
    tolerances: Tolerances
  ) {
    self.columns = columns
    self.line = line
    self.isCentred = isCentred
    self.gutters = gutters
    self.drawn = drawn
    self.text = text
    self.tolerances = tolerances
    beside = drawn.filter { $0.start < line.band.middle && line.band.middle < $0.end }
  }

  /// The pieces of one phrase of the line, from left to right.
  func pieces(of phrase: Phrase) -> [AlignedColumns.Piece] {
    var pieces: [AlignedColumns.Piece] = []
    let bracketed = bracketedWords(of: phrase)
    for position in phrase.words {
      let next = piece(of: line.words[position])
      guard let last = pieces.last, let previous = last.words.last else {
        pieces.append(next)
        continue
      }
      let isMark = text.words[next.words[0]].isMark(after: text.words[previous], tolerances: tolerances)
      if !isMark, part(last, from: next, in: phrase, isBracketed: bracketed.contains(position)) {
        pieces.append(next)
        continue
      }
      pieces[pieces.count - 1].words += next.words
      pieces[pieces.count - 1].extent = last.extent.union(next.extent)
      // A mark stands in the column of what it marks.
      guard !isMark else { continue }
      pieces[pieces.count - 1].columns =
        min(last.columns.lowerBound, next.columns.lowerBound)..<max(last.columns.upperBound, next.columns.upperBound)
      pieces[pieces.count - 1].isValue = last.isValue && next.isValue
    }
    return pieces
  }

  /// A word by itself.
  private func piece(of index: Int) -> AlignedColumns.Piece {
    let word = text.words[index]
    // CJK labels are one word, however long; they run over the columns that they reach into.
    let margin =
      word.traits.contains(.wide) ? min(tolerances.wideReach * word.size, word.box.width / 2) : word.box.width / 2
    return AlignedColumns.Piece(
      columns: columns.column(at: word.box.x0 + margin)..<columns.column(at: word.box.x1 - margin) + 1, words: [index],
      extent: Interval(word.box.x0, word.box.x1), isValue: word.isValue)
  }

  /// Whether two cells meet between a piece and the next word of its phrase.
  private func part(
    _ last: AlignedColumns.Piece, from next: AlignedColumns.Piece, in phrase: Phrase, isBracketed: Bool
  ) -> Bool {
    let (previous, word) = (text.words[last.words[last.words.count - 1]], text.words[next.words[0]])
    guard last.columns != next.columns, !last.columns.contains(columns.column(at: word.box.midX)),
      !word.traits.contains(.leader)
    else { return false }
    if isDrawn(in: beside, between: last, and: next) { return true }
    if LooseWords.are(previous, word, in: text, tolerances: tolerances) { return false }
    if isAtGutter(last, next) { return true }
    guard !isBracketed else { return false }
    let areWide = previous.traits.contains(.wideEnd) && word.traits.contains(.wideStart)
    let least = (areWide ? tolerances.text.wideBreak : tolerances.text.figureGap) * line.size
    if next.extent.start - last.extent.end > least,
      !text.isOneTypedBlank(between: previous, and: word, tolerances: tolerances)
    {
      return true
    }
    return word.isValue != previous.isValue && !isSpanning(last, in: phrase) && isClear(last, next)
      && !isAboveLine(between: last, and: next) && !isScaled(previous, word)
  }

  /// Whether a word is what a scale before it counts: `100,000 departures`, `1,000 acres`.
  private func isScaled(_ scale: Word, _ word: Word) -> Bool {
    scale.isValue && word.traits.contains(.lowercaseStart) && UnitRow.isScale(text.string(of: scale))
  }

  private func isDrawn(
    in lines: [Ruling], between last: AlignedColumns.Piece, and next: AlignedColumns.Piece
  ) -> Bool {
    lines.contains { $0.position > last.extent.middle && $0.position < next.extent.middle }
  }

  /// Whether the line between two columns begins below the heading of both, while others part that from the next one.
  private func isAboveLine(between last: AlignedColumns.Piece, and next: AlignedColumns.Piece) -> Bool {
    !beside.isEmpty && isDrawn(in: drawn.filter { $0.start >= line.band.middle }, between: last, and: next)
  }

  /// Whether CJK labels, set close together, part where their columns do.
  private func isAtGutter(_ last: AlignedColumns.Piece, _ next: AlignedColumns.Piece) -> Bool {
    let overlap = tolerances.gutterOverlap * line.size
    return text.words[last.words[last.words.count - 1]].traits.contains(.wideEnd)
      && gutters.contains {
        last.extent.end <= $0.start + overlap && next.extent.start >= $0.end - overlap && $0.length > 0
      }
  }

  /// Whether a heading over several columns runs on through figures: `Per 100,000 persons`, `Years ended December 31`. Few stand in one
  /// line.
  private func isSpanning(_ last: AlignedColumns.Piece, in phrase: Phrase) -> Bool {
    isCentred
      || last.columns.lowerBound > 0
        && (last.columns.count > 1 || phrase.words.count > 2 && 2 * line.phrases.count <= columns.count)
  }

  /// Whether a figure close to a label stands at its side of the white; a year in a heading, `2011 est.`, reaches into it.
  private func isClear(_ last: AlignedColumns.Piece, _ next: AlignedColumns.Piece) -> Bool {
    let overlap = tolerances.gutterOverlap * line.size
    let first = last.columns.upperBound - 1
    let crossed = first..<max(columns.column(at: next.extent.middle), first)
    return crossed.isEmpty
      || gutters[crossed].contains {
        next.isValue ? next.extent.start >= $0.end - overlap : last.extent.end <= $0.start + overlap
      }
  }

  /// The positions of words in brackets that hold more than figures, be they closed in the next line: `Area (1 000 ha)`. They
  /// belong to the word before.
  private func bracketedWords(of phrase: Phrase) -> Range<Int> {
    guard phrase.words.count > 2 else { return 0..<0 }
    var opening: Int?
    for position in phrase.words.dropFirst() {
      let word = text.words[line.words[position]]
      let opens = text.begins(word, with: "(")
      let closes = text.ends(word, with: ")")
      if opens, !closes { opening = position }
      if let first = opening, closes {
        let inner = first...position
        if inner.contains(where: { !text.words[line.words[$0]].isValue }) { return first..<position + 1 }
        opening = nil
      }
    }
    return opening.map { $0..<phrase.words.upperBound } ?? 0..<0
  }
}
