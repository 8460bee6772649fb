internal import ConverterCore
internal import Glibc

/// Everything said to a person. Control characters from names and documents are shown, never sent to the terminal.
enum StandardError {
  /// Prints one line.
  static func print(_ line: String) {
    let bytes = Array((visible(line) + "\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Prints what is wrong with one source: `convert: NAME: sentence`.
  static func print(_ sentence: String, about name: String) {
    print("convert: \(name): \(sentence)")
  }

  /// The text with control characters other than newline and tab as `\u{1B}`, so that a file name or message from a
  /// document cannot steer a terminal.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      // Marks that turn the direction of text can disguise a name.
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
