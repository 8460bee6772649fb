internal import FoundationEssentials

/// What one pass over bytes says about them as text.
struct TextSurvey {
  /// The first bytes that are no UTF-8, and where they are; the pass ends there.
  private(set) var damage: (error: UTF8.ValidationError, offset: Int)?

  /// The control characters of what was looked at.
  private(set) var controls = ControlMarks()

  /// Whether the bytes are UTF-8 to their end and nothing speaks for another encoding: most texts are.
  var isPlainUTF8: Bool { damage == nil && !controls.hasZerosOrEscapes }

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
      controls.add(piece)
      passed(start..<end)
      start = end
    }
  }

  /// The start of the character that an offset cuts, if it is one.
  private static func characterStart(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    return ((offset - 3)...offset).last { bytes[$0] & 0xC0 != 0x80 } ?? offset
  }
}
