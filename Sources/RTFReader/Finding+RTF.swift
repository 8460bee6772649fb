internal import ConverterCore

extension RTFInterpreter {
  /// What a person should know of the reading.
  var findings: [Finding] {
    var findings: [Finding] = []
    if isCut { findings.append(.rtfCutShort) }
    if trailingByteCount > 0 { findings.append(.rtfTrailingBytes(trailingByteCount)) }
    if replacementCount > 0 { findings.append(.rtfReplacements(replacementCount)) }
    return findings + omissions.findings(options.changes, of: "rtf")
  }
}

extension Finding {
  /// Groups are open where the file ends.
  static let rtfCutShort = Finding(.error, "rtf.cut-short", "the file is cut short; what is left of it was read")

  /// The file goes on behind the end of the document.
  static func rtfTrailingBytes(_ count: Int) -> Finding {
    let bytes =
      count == 1 ? "1 byte behind the end of the document is" : "\(count) bytes behind the end of the document are"
    return Finding(.warning, "rtf.trailing-bytes", "\(bytes) not read")
  }

  /// Bytes that are no characters of their encoding.
  static func rtfReplacements(_ count: Int) -> Finding {
    let sequences = count == 1 ? "1 sequence of bytes is" : "\(count) sequences of bytes are"
    return Finding(.warning, "rtf.undecodable", "\(sequences) no text in the encoding that the file states")
  }
}
