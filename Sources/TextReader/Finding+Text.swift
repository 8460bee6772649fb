internal import ConverterCore

extension Finding {
  /// Bytes that are no text in the encoding.
  static func replacements(_ count: Int, encoding: String) -> Finding {
    let sequences = count == 1 ? "1 sequence of bytes is" : "\(count) sequences of bytes are"
    return Finding(
      .warning, "text.encoding.replaced", "\(sequences) no text in \(encoding) and became U+FFFD")
  }

  /// A mail of several parts, which stand in the text as they were sent.
  static var encodedMail: Finding {
    Finding(
      .warning, "text.mail.encoded",
      "the text is an e-mail as it was sent: its parts and files stand in it encoded, which takes a plug-in to read")
  }

  /// Cells one a line whose rows and columns are lost; they are in the document as lines of paragraphs.
  static func flattenedTable(at place: Place) -> Finding {
    Finding(
      .warning, "text.table.flattened",
      "the lines are cells of a table, one a line; which rows and columns they stand in is lost", at: place)
  }

  /// Cells of a table whose repeated lines somebody dropped.
  static func destroyedTable(at place: Place) -> Finding {
    Finding(
      .error, "text.table.destroyed",
      "the lines were cells of a table, but repeated lines were dropped; the table cannot be known", at: place)
  }
}
