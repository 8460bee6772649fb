internal import ConverterCore
internal import FoundationEssentials

/// The bytes of a page taken out of what they were saved in.
struct SavedPage {
  /// The page.
  var html: Data

  /// The name of its encoding as the server or the saving program gave it.
  var statedEncoding: String?

  /// The further pages that the file holds, as those in frames.
  var otherPages: [OtherPage] = []

  /// A page that is not the first to be shown.
  struct OtherPage {
    /// The last component of its address, else that by which other parts name it, else `page`, always with an extension.
    var name: String
    var part: MIMEPart
  }

  /// What is wrong with the encoding of the page for its transfer.
  var transferFinding: Finding?

  /// Whether the file ends before the page does.
  var isCut = false
}

extension SavedPage {
  /// A page, perhaps with the server's answer before it as crawlers save it: `HTTP/1.1 200 OK`, header fields, a blank line.
  init(page bytes: Data) {
    html = bytes
    guard bytes.starts(with: "HTTP/".utf8) else { return }
    let head = Array(bytes.prefix(SavedPage.longestHead))
    guard let lineEnd = head.firstIndex(of: 0x0A) else { return }
    let ends = [[UInt8]("\r\n\r\n".utf8), [UInt8]("\n\n".utf8)].compactMap { head[lineEnd...].firstRange(of: $0) }
    guard let end = ends.map(\.upperBound).min() else { return }
    html = bytes.dropFirst(end)
    statedEncoding = MIMEPart(head[(lineEnd + 1)..<end]).parameter("charset")
  }

  /// A page with its pictures and styles in one file (RFC 2557): the part that `start` names, else the first page.
  ///
  /// - Throws: ``ReadingError`` with `damaged` where there is no page inside.
  init(archive bytes: Data, within limits: Limits) throws(ReadingError) {
    var pages = SavedPage.pages(in: MIMEPart(Array(bytes)[...]), within: limits, depth: 0)
    let start = pages.firstIndex(where: \.isStart) ?? 0
    guard pages.indices.contains(start) else {
      throw ReadingError(.damaged(format: "MHTML", detail: "there is no page of HTML inside"))
    }
    let page = pages.remove(at: start)
    html = page.part.content
    statedEncoding = page.part.parameter("charset")
    otherPages = pages.map { OtherPage(name: $0.part.fileName, part: $0.part) }
    isCut = page.part.isCut
    transferFinding =
      page.part.unknownTransferEncoding.map(Finding.unknownTransferEncoding)
      ?? (page.part.hasDamagedBase64 ? .damagedBase64 : nil)
  }

  /// Bytes of header fields at most.
  private static let longestHead = 1 << 16

  /// How deep parts lie in each other at most: `mixed`, `related`, `alternative` and one more.
  private static let deepestPart = 4

  private static func pages(
    in part: MIMEPart, within limits: Limits, depth: Int
  ) -> [(part: MIMEPart, isStart: Bool)] {
    if ["text/html", "application/xhtml+xml"].contains(part.mediaType) { return [(part, false)] }
    guard depth < deepestPart else { return [] }
    let start = part.parameter("start").map(MIMEPart.withoutBrackets)
    return part.parts(atMost: limits.entries).flatMap { inner in
      let isStart = start != nil && inner.contentID == start
      return pages(in: inner, within: limits, depth: depth + 1).map { ($0.part, isStart || $0.isStart) }
    }
  }
}

extension SavedPage {
  /// The text of the page. A byte order mark outweighs what server or program stated, and that outweighs the page's own
  /// declaration (HTML standard, section 13.2.3.2), unless the bytes contradict it.
  func decoded() -> DecodedText {
    if let statedEncoding, let encoding = TextEncoding(named: statedEncoding), !hasByteOrderMark {
      let text = TextDecoder(encoding: encoding).decode(html)
      if text.replacementCount * 200 <= html.count { return text }
    }
    let text = TextDecoder().decode(html)
    // NUL bytes make text look wide; in a page that begins with plain ASCII they are damage.
    guard text.encoding.name.hasPrefix("utf-16") || text.encoding.name.hasPrefix("utf-32"), !hasByteOrderMark,
      !html.prefix(4).contains(0)
    else { return text }
    return TextDecoder().decode(html.filter { $0 != 0 })
  }

  private var hasByteOrderMark: Bool {
    EncodingDetection.byteOrderMark(html.span) != nil
  }
}
