internal import ConverterCore
internal import Glibc
internal import Synchronization

/// Everything said to a person. Control characters from names and documents are shown, never sent to the terminal.
enum StandardError {
  /// Whether a line that will be drawn anew stands on the terminal.
  private static let hasDrawnLine = Mutex(false)

  /// Prints one line.
  static func print(_ line: String) { printShown(visible(line)) }

  /// Prints one line of JSON, in whose texts control characters are escaped as JSON has them.
  static func print(json line: String) {
    printShown(
      replacing(in: line, where: isControl) { scalar in
        String(scalar).utf16.map { "\\u" + String(0x1_0000 + Int($0), radix: 16).dropFirst() }.joined()
      })
  }

  private static func printShown(_ line: String) {
    let clear = hasDrawnLine.withLock { drawn in
      defer { drawn = false }
      return drawn ? clearLine : ""
    }
    write(clear + line + "\n")
  }

  /// Draws a line that the next one replaces, as far as the terminal is wide; an empty one takes it away.
  static func draw(_ line: String) {
    var size = winsize()
    let isKnown = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1
    // Names are cut by characters of double width at worst.
    let width = isKnown ? Int(size.ws_col) - 1 : 79
    let shown = visible(line, inOneLine: true)
    let fits = shown.unicodeScalars.count <= width / 2 || shown.utf8.count <= width
    write(clearLine + (fits ? shown : String(shown.prefix(width / 2))))
    hasDrawnLine.withLock { $0 = !line.isEmpty }
  }

  /// Whether standard error is a terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }

  /// Back to the start of the line, and away with what is on it (ECMA-48, EL).
  private static let clearLine = "\r\u{1B}[K"

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Prints what is wrong with one source: `convert: NAME: sentence`.
  static func print(_ sentence: String, about name: String) {
    print("convert: \(visible(name, inOneLine: true)): \(visible(sentence, inOneLine: true))")
  }

  /// The text with control characters other than newline and tab as `\u{1B}`, so that a file name or message from a
  /// document cannot steer a terminal.
  ///
  /// - Parameter inOneLine: whether newlines are shown too: the name of a file could pretend to be a message of its own.
  static func visible(_ text: String, inOneLine: Bool = false) -> String {
    replacing(in: text, where: { isControl($0) || inOneLine && $0 == "\n" }) { scalar in
      "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  private static func replacing(
    in text: String, where isReplaced: (Unicode.Scalar) -> Bool, with replacement: (Unicode.Scalar) -> String
  ) -> String {
    guard text.unicodeScalars.contains(where: isReplaced) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isReplaced(scalar) { result += replacement(scalar) } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      // Marks that turn the direction of text can disguise a name.
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
