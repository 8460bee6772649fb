public import ConverterCore

/// A document that consists of fixed pages: the door for PDF, OFD and recognised pictures.
public protocol PageSource: ~Copyable {
  /// The number of pages.
  var pageCount: Int { get }

  /// The ink of one page, counted from 1.
  ///
  /// - Throws: ``ReadingError`` where the page cannot be read; the other pages may still be.
  func page(_ number: Int) throws(ReadingError) -> Page

  /// The structure that the file states for a page (a tagged PDF), or `nil` where it states none.
  func statedStructure(ofPage number: Int) -> StatedStructure?
}

extension PageSource where Self: ~Copyable {
  public func statedStructure(ofPage number: Int) -> StatedStructure? { nil }
}
