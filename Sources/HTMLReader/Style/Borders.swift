/// Whether declarations of a style draw a border: `border-top: 1px solid`, `border: none`.
enum Borders {
  /// `nil` where nothing is said of borders.
  static func areDrawn(by declarations: ArraySlice<UInt8>) -> Bool? {
    var areDrawn: Bool?
    for declaration in declarations.split(separator: UInt8(ascii: ";")) {
      let declaration = declaration.trimmedASCII.lowercasedASCII
      guard declaration.hasPrefix("border"), let colon = declaration.firstIndex(of: ":") else { continue }
      let words = declaration[declaration.index(after: colon)...].split(separator: " ")
      let isDrawn =
        words.contains { styles.contains($0) }
        && !words.contains { $0 == "none" || $0 == "0" || $0 == "0px" || $0 == "0pt" }
      areDrawn = isDrawn || areDrawn == true
    }
    return areDrawn
  }

  /// The keywords of `border-style` that leave ink.
  private static let styles: Set<Substring> = [
    "solid", "double", "dashed", "dotted", "groove", "ridge", "inset", "outset",
  ]
}
