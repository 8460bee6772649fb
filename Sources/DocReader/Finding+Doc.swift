internal import ConverterCore

extension Finding {
  /// Not all that the file's tables speak of is in the file.
  static let docCutShort = Finding(
    .error, "doc.cut-short", "the file is cut short or damaged; what is left of it was read")
}
