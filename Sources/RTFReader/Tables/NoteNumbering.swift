internal import ConverterCore

/// Counts notes with automatic numbers, as the document's properties say.
struct NoteNumbering: Sendable {
  /// A count and the kind of its numbers ([MS-OSHARED] 2.2.1.3 MSONFC).
  private struct Count {
    var next = 1
    var format: Int
  }

  private var footnotes = Count(format: 0)

  /// Lower-case Roman numbers are the default of RTF 1.9.1 (`\aftnnrlc`).
  private var endnotes = Count(format: 2)

  mutating func apply(_ word: ControlWord, _ number: Int) {
    switch word {
    case .ftnstart: footnotes.next = number
    case .aftnstart: endnotes.next = number
    case .ftnnar: footnotes.format = 0
    case .ftnnruc: footnotes.format = 1
    case .ftnnrlc: footnotes.format = 2
    case .ftnnauc: footnotes.format = 3
    case .ftnnalc: footnotes.format = 4
    case .aftnnar: endnotes.format = 0
    case .aftnnruc: endnotes.format = 1
    case .aftnnrlc: endnotes.format = 2
    case .aftnnauc: endnotes.format = 3
    case .aftnnalc: endnotes.format = 4
    default: break
    }
  }

  /// The number of the next note as displayed.
  mutating func next(_ role: Aside.Role) -> String {
    if role == .endnote {
      defer { endnotes.next &+= 1 }
      return ListNumber.text(endnotes.next, format: endnotes.format)
    }
    defer { footnotes.next &+= 1 }
    return ListNumber.text(footnotes.next, format: footnotes.format)
  }
}
