/// The names of attributes that the reader looks at; all others are not kept. The raw values are their names in HTML.
enum AttributeName: String, CaseIterable, Sendable {
  case id, `class`, style, hidden, open, role, lang, title
  case ariaHidden = "aria-hidden"
  case ariaLevel = "aria-level"
  // Tables.
  case colspan, rowspan, span, scope, border, height, width, summary, rules
  // Lists.
  case type, start, value, reversed
  // Links and pictures.
  case href, src, alt
  // Properties of the page.
  case name, content, property
  case httpEquiv = "http-equiv"
}

extension AttributeName {
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
