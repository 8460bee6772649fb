internal import Containers
internal import ConverterCore

/// What a form field shows whose content is no text of the document: a check box, a choice from a list ([MS-DOC] 2.9.78 FFData).
struct FormField: Hashable, Sendable {
  /// The character or entry as displayed.
  let text: String

  /// Reads the field whose data lies at an offset of the stream `Data` ([MS-DOC] 2.9.166 NilPICFAndBinData); `nil` for fields
  /// whose content is text.
  init?(_ data: [UInt8], at offset: Int) {
    guard let headerSize = data.unsigned16(at: offset + 4) else { return nil }
    let start = offset + headerSize
    guard data.unsigned32(at: start) == 0xFFFF_FFFF, let bits = data.unsigned16(at: start + 4),
      let nameLength = data.unsigned16(at: start + 10)
    else { return nil }
    // The default value stands behind the name and its terminating zero.
    let fallback = start + 12 + nameLength * 2 + 2
    let stated = bits >> 2 & 0x1F
    guard let value = stated == isDefault ? data.unsigned16(at: fallback) : stated else { return nil }
    switch bits & 3 {
    case 1: text = value == 1 ? "☒" : "☐"
    case 2:
      guard let entry = FormField.entry(value, data, behind: fallback + 2) else { return nil }
      text = entry
    default: return nil
    }
  }

  /// An entry of the list, which stands behind five strings ([MS-DOC] 2.9.79, xstzTextFormat to xstzExitMcr; 2.2.4 STTB).
  private static func entry(_ index: Int, _ data: [UInt8], behind start: Int) -> String? {
    var offset = start
    for _ in 0..<5 {
      guard let length = data.unsigned16(at: offset) else { return nil }
      offset += 2 + length * 2 + 2
    }
    guard data.unsigned16(at: offset) == 0xFFFF, let count = data.unsigned16(at: offset + 2),
      index < min(count, maximumEntries)
    else { return nil }
    offset += 6
    for _ in 0..<index {
      guard let length = data.unsigned16(at: offset) else { return nil }
      offset += 2 + length * 2
    }
    return data.unsigned16(at: offset).flatMap { data.utf16(at: offset + 2, count: min($0, maximumEntryLength)) }
  }
}

/// [MS-DOC] 2.9.78, hsttbDropList: a list has 25 entries at most. Fields may share their data, so what each of them reads is bounded.
private let maximumEntries = 25

/// Characters of an entry; Word takes fifty.
private let maximumEntryLength = 255

/// [MS-DOC] 2.9.79, iRes: nothing was chosen, the default holds.
private let isDefault = 25
