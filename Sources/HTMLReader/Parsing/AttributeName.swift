/// The names of attributes that the reader looks at; of others those are kept that style sheets ask for most. The raw values are
/// their names in HTML.
enum AttributeName: String, CaseIterable, Sendable {
  case id, `class`, style, hidden, open, role, lang, title
  case ariaHidden = "aria-hidden"
  case ariaLevel = "aria-level"
  // Tables.
  case colspan, rowspan, span, scope, border, height, width, summary, rules
  // Lists.
  case type, start, value, reversed
  // Links and pictures.
  case href, src, alt, data
  // Properties of the page.
  case name, content, property, media
  case httpEquiv = "http-equiv"
  // The name and the value of an attribute that a site made up, one behind the other.
  case otherName = "other name"
  case otherValue = "other value"
}

extension AttributeName {
  /// Whether an attribute with a name that is not listed is kept all the same: `data-…`, `aria-…`.
  static func isKeptByName(_ name: ArraySlice<UInt8>) -> Bool {
    name.count > 5 && (name.prefix(5).equals("data-") || name.prefix(5).equals("aria-"))
  }

  /// The attribute with a name, read like names of elements, or `nil` for those not looked at.
  static func named(_ key: ElementName.Key) -> AttributeName? {
    byKey[Int(truncatingIfNeeded: key & 31)].first { $0.key == key }?.name
  }

  /// The names by the low bits of their last letter.
  private static let byKey: [[(key: ElementName.Key, name: AttributeName)]] = {
    var table: [[(key: ElementName.Key, name: AttributeName)]] = Array(repeating: [], count: 32)
    for name in allCases {
      let key = ElementName.key(name.rawValue)
      table[Int(truncatingIfNeeded: key & 31)].append((key, name))
    }
    return table
  }()
}
