/// Whether declarations of a style draw a border: `border-top: 1px solid`, `border: none`.
enum Borders {
  /// `nil` where nothing is said of whether there are borders.
  static func areDrawn(by declarations: ArraySlice<UInt8>) -> Bool? {
    var areDrawn: Bool?
    var rest = declarations
    while !rest.isEmpty {
      let declaration = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest[declaration.endIndex...].dropFirst()
      let trimmed = declaration.trimmedASCII
      guard trimmed.first.map({ $0 | 0x20 }) == UInt8(ascii: "b"), trimmed.prefix(6).equals("border"),
        let colon = trimmed.firstIndex(of: UInt8(ascii: ":")),
        let isDrawn = isDrawn(by: trimmed[(colon + 1)...].lowercasedASCII)
      else { continue }
      areDrawn = isDrawn || areDrawn == true
    }
    return areDrawn
  }

  /// What a value such as `1px solid black` says; `nil` for colours, widths and the rest.
  private static func isDrawn(by value: String) -> Bool? {
    let words = value.split { $0.isWhitespace || $0 == "!" }
    if words.contains(where: { $0 == "none" || $0 == "hidden" || $0 == "0" || $0 == "0px" || $0 == "0pt" }) {
      return false
    }
    return words.contains { styles.contains($0) } ? true : nil
  }

  /// The keywords of `border-style` that leave ink.
  private static let styles: Set<Substring> = [
    "solid", "double", "dashed", "dotted", "groove", "ridge", "inset", "outset",
  ]
}
