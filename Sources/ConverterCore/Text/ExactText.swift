/// A text that equals another only where all bytes are the same.
///
/// A `String` equals every other that looks like it: é as one character and as an e with an accent behind it (Unicode Standard Annex 15,
/// canonical equivalence). To a file system these are two names, and both occur side by side, since macOS spells names the second way.
package struct ExactText: Hashable, Sendable {
  /// The text itself.
  package let text: String

  /// A text to be compared byte for byte.
  package init(_ text: String) { self.text = text }

  package static func == (one: ExactText, other: ExactText) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
