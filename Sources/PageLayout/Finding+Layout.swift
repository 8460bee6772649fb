internal import ConverterCore

/// What layout analysis has to say about a page.
extension Finding {
  /// A page that its source could not deliver.
  static func unreadablePage(_ page: Int, _ error: ReadingError) -> Finding {
    Finding(.error, "page.unreadable", error.description, at: .page(page, nil))
  }

  /// Characters that are in no cell and no block, which is a mistake of the analysis.
  static func lostText(_ page: Int, characters: Int, box: Rectangle) -> Finding {
    let subject = characters == 1 ? "1 character of the page is" : "\(characters) characters of the page are"
    return Finding(.error, "layout.text.lost", "\(subject) in no cell and no block", at: .page(page, box))
  }
}
