internal import ConverterCore

/// What layout analysis has to say about a page.
extension Finding {
  /// A page that its source could not deliver.
  static func unreadablePage(_ page: Int, _ error: ReadingError) -> Finding {
    Finding(.error, "page.unreadable", error.description, at: .page(page, nil))
  }
}
