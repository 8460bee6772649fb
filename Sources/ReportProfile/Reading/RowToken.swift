internal import ConverterCore

/// One cell of a table row, or one line of running text, with what it may be to a form.
///
/// Tokens are handed on and copied a lot, so they hold no text, only its number among ``TokenTexts``.
struct RowToken {
  /// The number of its text.
  let text: Int

  /// The grid columns that the cell covers; a line of text covers the one of its number in the row.
  let columns: Range<Int>

  /// The lines of a text between which the token stands, for runs of cells; 0 elsewhere.
  var line = 0
  var endLine = 0

  let content: Content

  enum Content {
    case blank
    /// A whole number in plain digits, which is what most cells hold.
    case digits(Int)
    /// Something else that a value cell can hold and no label does.
    case value
    case label([LabelRole])
    /// Neither a label nor readable as a value.
    case other
  }
}

extension RowToken {
  var isBlank: Bool { if case .blank = content { true } else { false } }

  var isValue: Bool {
    switch content {
    case .digits, .value: true
    case .blank, .label, .other: false
    }
  }

  var isLabel: Bool { if case .label = content { true } else { false } }
  var isOther: Bool { if case .other = content { true } else { false } }

  /// What the text may be as a label; empty for what is none.
  var roles: [LabelRole] { if case .label(let roles) = content { roles } else { [] } }
}

/// The texts of the tokens of a document, in the order in which they were met.
struct TokenTexts {
  struct Entry {
    let text: String

    /// The text as it stands in the source, before any normalization.
    let raw: String
    let place: Place
    /// Whether lines of the text end where its author ended them, and not where a page had no more room.
    let hasStatedLines: Bool
  }

  private var entries: [Entry] = []

  subscript(token: RowToken) -> Entry { entries[token.text] }

  /// Makes room for so many texts.
  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds a text.
  ///
  /// - Returns: its number.
  mutating func add(_ text: String, raw: String? = nil, at place: Place, hasStatedLines: Bool = false) -> Int {
    entries.append(Entry(text: text, raw: raw ?? text, place: place, hasStatedLines: hasStatedLines))
    return entries.count - 1
  }
}

extension Form {
  /// Tells what a text may be.
  func content(of text: String, folding: LabelFolding) -> RowToken.Content {
    // No key is made for most cells.
    if text.isEmpty { return .blank }
    if let number = ValueGrammar.plainNumber(text) { return .digits(number) }
    if text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) { return .value }
    let key = folding.key(text)
    if key.isEmpty { return .blank }
    let roles = labels.roles(of: key)
    if !roles.isEmpty { return .label(roles) }
    return text.utf8.count <= Self.longestValue && anyReading.reads(text, key: key, folding: folding) ? .value : .other
  }

  /// Bytes of UTF-8 beyond which a text is no value, even with a remark.
  private static let longestValue = 200
}
