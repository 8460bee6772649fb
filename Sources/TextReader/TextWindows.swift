internal import ConverterCore
internal import FoundationEssentials

/// Goes through a text window by window and makes each a piece of the document.
struct TextWindows {
  private var pieces: TextPieces
  private var builder = DocumentBuilder()
  /// The lines of the last window behind its cut.
  private var rest = Data()
  /// Whether a form feed stands before them.
  private var beginsPage = false
  private let limits: Limits
  private let isNamedDelimited: Bool
  private let length: Int

  /// - Parameters:
  ///   - isNamedDelimited: whether the name of the source promises separated values, which are one long table.
  ///   - length: the bytes of a window, but where a table is longer; windows of one size use the same memory one after the other.
  init(_ pieces: TextPieces, isNamedDelimited: Bool = false, length: Int = 2 << 20, within limits: Limits) {
    self.pieces = pieces
    self.isNamedDelimited = isNamedDelimited
    self.length = length
    self.limits = limits
  }

  /// How much longer a window is that is likely to hold one long table.
  private static let tableFactor = 32
}

extension TextWindows {
  /// The next piece, or `nil` behind the last.
  ///
  /// - Throws: ``ReadingError`` where the tables of one piece have more cells than the limits grant.
  mutating func next() throws(ReadingError) -> Document? {
    let tableLength = length * TextWindows.tableFactor
    var length = isNamedDelimited ? tableLength : length
    while !pieces.isAtEnd || !rest.isEmpty {
      let bytes = pieces.next(length, behind: rest)
      let window = TextWindow(
        TextLines(
          utf8: bytes, isNamedDelimited: isNamedDelimited, hasPages: pieces.pageCount > 1, beginsPage: beginsPage))
      guard window.cellCount <= limits.cells else {
        throw ReadingError(.limit(name: "cells", asked: window.cellCount, granted: limits.cells))
      }
      let isLast = pieces.isAtEnd
      if let cut = isLast ? window.text.count : window.cut {
        rest = isLast ? Data() : bytes.dropFirst(window.text[cut].start)
        beginsPage = !isLast && window.text[cut].traits.contains(.pageBreak)
        return builder.piece(window, before: cut)
      }
      // One table from end to end.
      rest = bytes
      length = max(bytes.count, tableLength)
    }
    return nil
  }
}
