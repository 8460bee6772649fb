internal import ConverterCore

/// How the lines of one paragraph or cell become one text.
enum LineJoining {
  /// Appends a line by the rules of ``TextJoining``, after taking back a hyphen that only the end of the line brought.
  ///
  /// A hyphen between two small letters is taken for a break inside of a word, one before a capital or a figure is not.
  static func append(line: String, to text: inout String) {
    if let hyphen = text.last, hyphen == "-" || hyphen == "\u{2010}", let next = line.unicodeScalars.first {
      let before = text.unicodeScalars.dropLast().last
      if let before, before.properties.isLowercase, next.properties.isLowercase {
        text.removeLast()
        text += line
        return
      }
      if before?.properties.isAlphabetic == true, next.properties.isAlphabetic || next.properties.numericType != nil {
        text += line
        return
      }
    }
    TextJoining.append(line: line, to: &text)
  }
}
