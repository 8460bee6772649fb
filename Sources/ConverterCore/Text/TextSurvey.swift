internal import Bytes
internal import FoundationEssentials

/// What one pass over bytes says about them as text.
struct TextSurvey {
  /// The first bytes that are no UTF-8, and where they are; the pass ends there.
  private(set) var damage: (error: UTF8.ValidationError, offset: Int)?

  /// Whether there is a NUL byte, as in units of two or four bytes, or an escape.
  private(set) var hasZerosOrEscapes = false

  /// How many form feeds there are.
  private(set) var formFeedCount = 0

  /// Whether the bytes are UTF-8 to their end and nothing speaks for another encoding: most texts are.
  var isPlainUTF8: Bool { damage == nil && !hasZerosOrEscapes }

  /// - Parameters:
  ///   - bytes: the text as it is stored.
  ///   - passed: called with the offsets of bytes that were looked at.
  init(_ bytes: Span<UInt8>, passed: (Range<Int>) -> Void = { _ in }) {
    var start = 0
    while start < bytes.count, damage == nil {
      let end = TextSurvey.characterStart(bytes, at: min(start + Source.pieceLength, bytes.count))
      let piece = bytes.extracting(start..<end)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: piece)
      } catch {
        damage = (error, start)
      }
      countMarks(piece)
      passed(start..<end)
      start = end
    }
  }

  /// The start of the character that an offset cuts, if it is one.
  private static func characterStart(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    return ((offset - 3)...offset).last { bytes[$0] & 0xC0 != 0x80 } ?? offset
  }

  /// Looks at all control characters, of which a text has few.
  private mutating func countMarks(_ piece: Span<UInt8>) {
    var index = 0
    while index + 8 <= piece.count {
      var controls = ByteWord(piece, at: index).below(0x20)
      while controls != 0 {
        count(piece[index + ByteWord.count(before: controls)])
        controls &= controls - 1
      }
      index += 8
    }
    while index < piece.count {
      count(piece[index])
      index += 1
    }
  }

  private mutating func count(_ byte: UInt8) {
    switch byte {
    case 0, 0x1B: hasZerosOrEscapes = true
    case 0x0C: formFeedCount += 1
    default: break
    }
  }

  /// How many form feeds there are.
  static func formFeedCount(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    var index = 0
    while true {
      index = bytes.index(of: 0x0C, or: 0x0C, from: index, below: bytes.count)
      guard index < bytes.count else { return count }
      count += 1
      index += 1
    }
  }
}
