internal import ConverterCore
internal import FoundationEssentials

extension TextLines {
  /// The pieces of a line as cells have them: between gaps of two columns, without leaders, with the signs of figures at them.
  ///
  ///     Harbor dues........   $    412     12.5  %        Harbor dues | $    412 | 12.5  %
  ///
  /// - Parameter wide: the columns of East Asian wide characters: two on a terminal, one where programs count characters.
  func pieces(_ index: Int, wide: Int = 2) -> [LineSegment] {
    let segments = segments(index, gap: 2, wide: wide)
    guard segments.count > 1 || hasLeader(index) else { return segments }
    let parts = segments.flatMap { withoutLeaders($0, of: index, wide: wide) }.flatMap(partingMoney)
    return joiningSigns(joiningSpread(parts))
  }

  /// Whether a row of dots, hyphens or the like leads from one piece of the line to the next.
  func hasLeader(_ index: Int) -> Bool {
    let bytes = utf8.span
    return !leaders(trimmed(lines[index].bytes, in: bytes), in: bytes).isEmpty
  }

  /// The bytes of a piece as text, with one blank where several part a sign from its figure.
  func cellText(_ piece: LineSegment, of line: Int) -> String {
    let text = string(piece.bytes, of: line)
    guard text.utf8.count <= 40, text.contains("  ") else { return text }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// Marks from which on a row of them is a leader.
  private static let shortestLeader = 3

  /// The rows of one mark in some bytes that lead somewhere: three dots and more, single blanks between them or not, or four other
  /// marks, with text before or behind.
  private func leaders(_ range: Range<Int>, in bytes: Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let mark = bytes[position]
      guard Self.isLeader(mark) else {
        position += 1
        continue
      }
      let start = position
      var (count, end) = (0, position)
      while position < range.upperBound {
        if bytes[position] == mark {
          count += 1
          position += 1
          end = position
        } else if mark == UInt8(ascii: "."), bytes[position] == 0x20, position + 1 < range.upperBound,
          bytes[position + 1] == mark
        {
          position += 1
        } else {
          break
        }
      }
      position = max(end, start + 1)
      let isLong = count >= (mark == UInt8(ascii: ".") ? Self.shortestLeader : Self.shortestLeader + 1)
      // Three dots between words are left out text.
      let isEllipsis =
        count == Self.shortestLeader && start > range.lowerBound && bytes[start - 1] == 0x20 && end < range.upperBound
      if isLong, !isEllipsis, start > range.lowerBound || end < range.upperBound { found.append(start..<end) }
    }
    return found
  }

  private static func isLeader(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// What stands before, between and behind the leaders of a piece; nothing where it is one leader behind another piece.
  private func withoutLeaders(_ piece: LineSegment, of line: Int, wide: Int) -> [LineSegment] {
    let bytes = utf8.span
    let ranges = leaders(piece.bytes, in: bytes)
    if ranges.isEmpty { return isDots(piece, of: line, in: bytes) ? [] : [piece] }
    var parts: [LineSegment] = []
    let edges = [piece.bytes.lowerBound..<piece.bytes.lowerBound] + ranges
    for (number, edge) in edges.enumerated() {
      let end = number + 1 < edges.count ? edges[number + 1].lowerBound : piece.bytes.upperBound
      let part = trimmed(edge.upperBound..<end, in: bytes)
      guard !part.isEmpty else { continue }
      let start =
        piece.columns.lowerBound + columnCount(piece.bytes.lowerBound..<part.lowerBound, in: bytes, wide: wide)
      parts.append(
        LineSegment(columns: start..<start + columnCount(part, in: bytes, wide: wide), bytes: part))
    }
    return parts
  }

  /// Whether a piece behind another is a row of dots that stands for no figure.
  private func isDots(_ piece: LineSegment, of line: Int, in bytes: Span<UInt8>) -> Bool {
    piece.bytes.count > Self.shortestLeader && piece.bytes.lowerBound > trimmed(lines[line].bytes, in: bytes).lowerBound
      && piece.bytes.allSatisfy { bytes[$0] == UInt8(ascii: ".") || bytes[$0] == 0x20 }
  }

  /// The columns of some bytes of a piece, counted as for the piece.
  private func columnCount(_ range: Range<Int>, in bytes: Span<UInt8>, wide: Int) -> Int {
    var column = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, next) = decoded(bytes, position)
      column = TextLines.column(after: scalar, at: column, wide: wide)
      position = next
    }
    return column
  }

  /// Columns by which a sign of money stands away from its figure at most.
  private static let widestSign = 10

  /// Pieces with signs of money joined to the figure behind them, and those of per cent to the one before.
  private func joiningSigns(_ pieces: [LineSegment]) -> [LineSegment] {
    let bytes = utf8.span
    var joined: [LineSegment] = []
    for piece in pieces {
      if let before = joined.last, piece.columns.lowerBound - before.columns.upperBound <= Self.widestSign,
        isMoney(before.bytes, in: bytes) && isFigure(piece.bytes, in: bytes)
          || isBehindFigure(piece.bytes, in: bytes) && isFigure(before.bytes, in: bytes)
      {
        joined[joined.count - 1] = LineSegment(
          columns: before.columns.lowerBound..<piece.columns.upperBound,
          bytes: before.bytes.lowerBound..<piece.bytes.upperBound)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  /// A piece without the sign of money at its end, which belongs to the figure behind: `(.98) $`.
  private func partingMoney(_ piece: LineSegment) -> [LineSegment] {
    let bytes = utf8.span
    let end = piece.bytes.upperBound
    guard piece.bytes.count > 2, bytes[end - 1] == UInt8(ascii: "$"), bytes[end - 2] == 0x20 else { return [piece] }
    let (start, stop) = (piece.columns.lowerBound, piece.columns.upperBound)
    return [
      LineSegment(columns: start..<stop - 2, bytes: piece.bytes.lowerBound..<end - 2),
      LineSegment(columns: stop - 1..<stop, bytes: end - 1..<end),
    ]
  }

  /// Columns between the characters of a label that is spread to a width.
  private static let widestSpread = 6

  /// Pieces with the single wide characters at the beginning joined: labels are spread to one width, as in `合  计`.
  private func joiningSpread(_ pieces: [LineSegment]) -> [LineSegment] {
    let isSingle = { (piece: LineSegment) in
      piece.bytes.count == 3 && piece.columns.count <= 2 && utf8.span[piece.bytes.lowerBound] >= 0xE3
    }
    var count = 0
    while count < pieces.count, isSingle(pieces[count]),
      count == 0 || pieces[count].columns.lowerBound - pieces[count - 1].columns.upperBound <= Self.widestSpread
    {
      count += 1
    }
    guard count > 1, count < pieces.count else { return pieces }
    let last = pieces[count - 1]
    let joined = LineSegment(
      columns: pieces[0].columns.lowerBound..<last.columns.upperBound,
      bytes: pieces[0].bytes.lowerBound..<last.bytes.upperBound)
    return [joined] + pieces[count...]
  }

  private func isMoney(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    switch range.count {
    case 1: bytes[range.lowerBound] == UInt8(ascii: "$")
    // `£`, `¥`, `€`
    case 2: bytes[range.lowerBound] == 0xC2 && [0xA3, 0xA5].contains(bytes[range.lowerBound + 1])
    case 3: (bytes[range.lowerBound], bytes[range.lowerBound + 1], bytes[range.lowerBound + 2]) == (0xE2, 0x82, 0xAC)
    default: false
    }
  }

  private func isBehindFigure(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    range.count == 1 && (bytes[range.lowerBound] == UInt8(ascii: "%") || bytes[range.lowerBound] == UInt8(ascii: ")"))
  }

  /// Whether a piece begins as figures do, or what stands for none.
  private func isFigure(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    switch bytes[range.lowerBound] {
    case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "-"), UInt8(ascii: "$"): true
    default: false
    }
  }
}
