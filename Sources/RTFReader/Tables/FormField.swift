internal import ConverterCore

/// What a form field shows whose content is no text of the document: a check box, a choice from a list.
struct FormField: Sendable {
  private var type = 0
  private var stated: Int?
  private var fallback = 0
  private var entries: [String] = []
  private var entry = TextCollector()

  mutating func apply(_ word: ControlWord, _ number: Int) {
    switch word {
    case .fftype: type = number
    case .ffres: stated = number
    case .ffdefres: fallback = number
    default: break
    }
  }

  mutating func beginEntry() {
    endEntry()
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, in set: CharacterSet) {
    entry.append(bytes, in: set)
  }

  mutating func append(unit: UInt16) {
    entry.append(unit: unit)
  }

  private mutating func endEntry() {
    let text = entry.take()
    if !text.isEmpty { entries.append(text) }
  }

  /// The character or entry as displayed; `nil` for fields whose content is text. 25 stands for "nothing was chosen".
  var text: String? {
    var copy = self
    copy.endEntry()
    let value = stated.flatMap { $0 == 25 ? nil : $0 } ?? fallback
    switch type {
    case 1: return value == 1 ? "☒" : "☐"
    case 2: return copy.entries.indices.contains(value) ? copy.entries[value] : nil
    default: return nil
    }
  }
}
