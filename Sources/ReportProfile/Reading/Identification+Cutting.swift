internal import ConverterCore

extension Identification {
  /// Pieces beyond which a document is not cut: something else than titles was found.
  private static let mostPieces = 100

  /// Cuts a document before each line that may be the title of another report than the one before.
  ///
  /// A title has the year and no full stop. Lines that say the same agency and year as the title before, such as running
  /// heads, begin nothing.
  ///
  /// - Returns: the pieces in their order, all blocks in one of them; the document alone where there is nothing to cut.
  func cutAtTitles(_ document: Document, folding: LabelFolding) -> [Document] {
    var last: ReportIdentity?
    var starts: [LinePlace] = []
    for title in repeatedTitles(in: document, folding: folding) {
      if let last, title.identity.mayName(last) { continue }
      last = title.identity
      starts.append(title.place)
    }
    guard starts.count <= Self.mostPieces else { return [document] }
    return document.cut(before: starts)
  }

  /// Whether more than one line looks like a title; asked of every document, so found with little work.
  func hasSeveralTitles(_ document: Document, folding: LabelFolding) -> Bool {
    var count = 0
    // The line before, if it may be the first half of a title.
    var half: LabelKey?
    for text in document.blocks.lazy.compactMap(\.runningText) {
      for line in text.splitAtLineFeeds() where Self.titleSizes.contains(line.utf8.count) {
        var key = folding.key(String(line))
        if let first = half { key.scalars = first.scalars + key.scalars }
        half = nil
        guard mayBeTitle(key), !TextLine.isSentence(line) else { continue }
        if titles.contains(where: { $0.mayFit(key) }) { count += 1 } else { half = key }
        if count > 1 { return true }
      }
    }
    return false
  }

  /// The bytes of UTF-8 of a line that holds most of a title.
  private static let titleSizes = 9...TitleLine.longest

  private struct FoundTitle {
    var place: LinePlace
    var identity: ReportIdentity
  }

  /// All titles in the running text, in their order.
  private func repeatedTitles(in document: Document, folding: LabelFolding) -> [FoundTitle] {
    var found: [FoundTitle] = []
    for lines in document.stretchesOfLines {
      var taken = Array<ReportIdentity?>(repeating: nil, count: lines.count)
      var starts = Array(repeating: false, count: lines.count)
      // Lines with the agency first: the line before a title without one may be anything.
      for needsAgency in [true, false] {
        for count in 1...max(1, titleLineCount) {
          for start in lines.indices where start + count <= lines.count {
            let range = start..<(start + count)
            guard taken[range].allSatisfy({ $0 == nil }),
              let identity = title(lines[range], needsAgency: needsAgency, folding: folding)
            else { continue }
            let free = (0..<start).reversed().prefix { taken[$0] == nil }.count
            let above = lines[(start - free)..<start].map(\.text)
            let (whole, count) = withPlace(identity, above: above[...], folding: folding)
            for index in (start - count)..<range.upperBound { taken[index] = whole }
            starts[start - count] = true
          }
        }
      }
      for (index, line) in lines.enumerated() where starts[index] {
        if let identity = taken[index] { found.append(FoundTitle(place: line.place, identity: identity)) }
      }
    }
    return found
  }

  private func title(_ lines: ArraySlice<TextLine>, needsAgency: Bool, folding: LabelFolding) -> ReportIdentity? {
    guard lines.reduce(0, { $0 + $1.text.utf8.count }) <= TitleLine.longest,
      !lines.contains(where: { TextLine.isSentence($0.text[...]) }),
      lines.contains(where: \.hasDigits),
      let line = TitleLine(Self.joined(lines.map(\.text)[...]), folding: folding)
    else { return nil }
    for pattern in titles {
      guard let identity = identity(line, by: pattern), identity.year != nil else { continue }
      let isName = identity.agency?.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || " ()（）".unicodeScalars.contains($0)
      }
      if needsAgency ? isName == true : isName == nil { return identity }
    }
    return nil
  }
}

extension ReportIdentity {
  /// Whether the titles may be of one report: the same year, and the same agency as far as both name one.
  fileprivate func mayName(_ other: ReportIdentity) -> Bool {
    year == other.year && (agency == other.agency || agency == nil || other.agency == nil)
  }
}

/// A line of the running text.
private struct TextLine {
  let text: String
  let place: LinePlace

  static func isSentence(_ text: Substring) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar {
      case "。", "；", ";", "！", "？", "!", "?": true
      default: false
      }
    }
  }

  /// Whether four digits of a year may stand in it; Chinese ones are letters.
  var hasDigits: Bool { text.unicodeScalars.contains { $0.properties.numericType != nil } }
}

/// Where a line begins: the block, and the line in its text, both counted from 0.
private struct LinePlace {
  var block: Int
  var line: Int
}

extension Document {
  /// The lines of running text between tables, blank ones left out.
  fileprivate var stretchesOfLines: [[TextLine]] {
    var stretches: [[TextLine]] = [[]]
    for (number, block) in blocks.enumerated() {
      if case .table = block { stretches.append([]) }
      for (line, text) in (block.runningText?.splitAtLineFeeds(omittingEmpty: false) ?? []).enumerated()
      where !text.allSatisfy(\.isWhitespace) {
        stretches[stretches.count - 1].append(
          TextLine(text: TextJoining.trimmed(String(text)), place: LinePlace(block: number, line: line)))
      }
    }
    return stretches
  }

  /// The blocks before the first start, then those from each start to the next; a paragraph is cut between its lines.
  fileprivate func cut(before starts: [LinePlace]) -> [Document] {
    var pieces: [Document] = []
    var piece: [Block] = []
    var rest = starts[...]
    for (number, block) in blocks.enumerated() {
      var block = block
      var lineCount = 0
      while let start = rest.first, start.block == number {
        rest.removeFirst()
        if let (before, behind) = block.cut(beforeLine: start.line - lineCount) {
          piece.append(before)
          block = behind
          lineCount = start.line
        }
        pieces.append(with(piece))
        piece = []
      }
      piece.append(block)
    }
    return (pieces + [with(piece)]).filter { !$0.blocks.isEmpty }
  }

  private func with(_ blocks: [Block]) -> Document {
    var piece = self
    piece.blocks = blocks
    return piece
  }
}

extension Block {
  /// The lines of a paragraph before one of them, and the others; `nil` where it is the first, and for other blocks.
  fileprivate func cut(beforeLine number: Int) -> (Block, Block)? {
    guard case .paragraph(let paragraph) = self, number > 0 else { return nil }
    let lines = paragraph.text.splitAtLineFeeds(omittingEmpty: false)
    guard number < lines.count else { return nil }
    var (before, behind) = (paragraph, paragraph)
    before.text = lines[..<number].joined(separator: "\n")
    behind.text = lines[number...].joined(separator: "\n")
    if case .lines(let range) = paragraph.origin.place, range.count == lines.count {
      before.origin.place = .lines(range.lowerBound...(range.lowerBound + number - 1))
      behind.origin.place = .lines((range.lowerBound + number)...range.upperBound)
    }
    return (.paragraph(before), .paragraph(behind))
  }
}
