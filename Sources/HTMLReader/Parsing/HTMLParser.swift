internal import ConverterCore
internal import FoundationEssentials

/// Makes the tree of a page (HTML Living Standard, section 13.2), as browsers do, from whatever the bytes are.
///
/// Written here because the library at hand would not do: gumbo takes longer for its tree alone than lxml takes to parse
/// and extract (measured: 30 MB/s against 200 here), has no bound on depth or memory (unclosed formatting of 80 KB asks it
/// for 12 GB) and cannot be stopped. The trees agree with html5lib's on random tag soup; see Documentation/html.md.
enum HTMLParser {
  /// The longest page that is read, in bytes, so that all ranges of the tree fit 32 bits.
  private static let longestPage = 1 << 29

  /// Parses a page.
  ///
  /// - Parameter utf8: the page; bytes that are no UTF-8 are kept as they are.
  /// - Throws: ``ReadingError`` with `limit` for pages that are too long or repeat unclosed formatting without end.
  static func parse(_ utf8: Data, within limits: Limits) throws(ReadingError) -> HTMLTree {
    let longest = min(longestPage, limits.unpackedBytes)
    guard utf8.count <= longest else {
      throw ReadingError(.limit(name: "bytes", asked: utf8.count, granted: longest))
    }
    let nodeLimit = limits.unpackedBytes / MemoryLayout<GrowingTree.Node>.stride
    guard
      let tree = TreeBuilder.tree(of: Array(utf8), depthLimit: max(8, limits.depth), nodeLimit: max(64, nodeLimit))
    else { throw ReadingError(.limit(name: "elements", asked: nodeLimit + 1, granted: nodeLimit)) }
    return tree
  }
}
