internal import ConverterCore

extension Finding {
  /// Bytes that are no text in the encoding.
  static func replacements(_ count: Int, encoding: String) -> Finding {
    let sequences = count == 1 ? "1 sequence of bytes is" : "\(count) sequences of bytes are"
    return Finding(
      .warning, "html.encoding.replaced", "\(sequences) no text in \(encoding) and became U+FFFD")
  }

  /// Elements deeper than the limit.
  static func flattened(_ count: Int, limit: Int) -> Finding {
    let sentence =
      count == 1
      ? "1 element lies deeper than \(limit) levels and is read as if it stood beside those around it"
      : "\(count) elements lie deeper than \(limit) levels and are read as if they stood beside those around them"
    return Finding(.warning, "html.depth.limit", sentence)
  }

  /// Spans beyond what the HTML standard allows.
  static func limitedSpans(at place: Place) -> Finding {
    Finding(
      .warning, "html.table.span-limit", "cells ask for more than 1,000 columns or 65,534 rows and get as many",
      at: place)
  }

  /// Cells that claim the same place.
  static func overlappingCells(at place: Place) -> Finding {
    Finding(
      .warning, "html.table.overlap", "cells claim the same place; the later one ends before the earlier one", at: place
    )
  }

  /// A frame, a film, an embedded document.
  static func otherFile(_ element: String, _ source: String, at place: Place) -> Finding {
    let name = source.isEmpty || source.hasPrefix("data:") ? "" : " (\(source.prefix(200)))"
    return Finding(
      .note, "html.embedded.skipped", "what the page shows by <\(element)> is another file\(name) and is not read",
      at: place)
  }

  /// Text that the page shows as deleted.
  static func deletedText(at place: Place) -> Finding {
    Finding(.note, "html.deleted.skipped", "text that is marked as deleted is left out", at: place)
  }

  /// Text that the page hides.
  ///
  /// - Parameter count: how many parts of the page, at least 1.
  static func hiddenText(_ count: Int) -> Finding {
    let parts =
      count == 1
      ? "1 part of the page with text is hidden and is" : "\(count) parts of the page with text are hidden and are"
    return Finding(.note, "html.hidden-text.skipped", "\(parts) left out")
  }

  /// A saved page without its end.
  static var cutPage: Finding {
    Finding(.warning, "html.mhtml.cut", "the file ends before the mark that closes the page; the page may be cut short")
  }

  /// A saved page that is not the base64 that it says it is.
  static var damagedBase64: Finding {
    Finding(.warning, "html.mhtml.base64", "the page is damaged base64; what could be decoded of it is read")
  }

  /// A saved page encoded for its transfer in a way that is not read.
  static func unknownTransferEncoding(_ name: String) -> Finding {
    Finding(
      .warning, "html.mhtml.transfer-encoding",
      "the page is encoded for transfer as \(name.prefix(40)), which is not read; its bytes are taken as they stand")
  }
}
