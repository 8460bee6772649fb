public import ConverterCore
internal import FoundationEssentials

/// Reads pages of HTML as browsers and crawlers save them, and as office programs export them.
///
/// bytes → ``SavedPage`` (headers, MHTML) → text → ``HTMLTree`` → ``PageContent`` (styles, boilerplate) → blocks.
public struct HTMLReader: Reader {
  private let keepsBoilerplate: Bool

  /// - Parameter keepsBoilerplate: whether what surrounds the article (navigation, metadata, footers) comes as asides of
  ///   the role `boilerplate`, or not at all.
  public init(keepsBoilerplate: Bool = true) {
    self.keepsBoilerplate = keepsBoilerplate
  }

  public var formats: [Format] {
    [
      Format(
        name: "html", title: "web page (HTML)", extensions: ["html", "htm", "xhtml", "xht", "shtml"],
        signatures: [
          // Tags that begin pages, and those that office programs and databases begin exported tables with. Tags that plain
          // text and Markdown begin with as well (`div`, `p`, `h1`) leave the decision to the name of the file.
          .firstTag([
            "!doctype html", "html", "head", "body", "title", "meta", "link", "base", "script", "style", "table",
            "frameset",
          ])
        ]),
      Format(
        name: "mhtml", title: "saved web page (MHTML)", extensions: ["mhtml", "mht"],
        signatures: [
          .bytes(Array("MIME-Version:".utf8)), .bytes(Array("From: <Saved by ".utf8)),
          .bytes(Array("From: \"Saved by ".utf8)),
        ]),
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let saved =
      source.format == "mhtml" ? try SavedPage(archive: source.bytes, within: limits) : SavedPage(page: source.bytes)
    let decoded = saved.decoded()
    let tree = try HTMLParser.parse(decoded.utf8, within: limits)
    let page = PageContent(tree)
    var builder = BlockBuilder(page, within: limits, keepsBoilerplate: keepsBoilerplate)
    var document = Document(metadata: Metadata(tree), blocks: try builder.pageBlocks())
    document.source.encoding = decoded.encoding.name
    document.source.replacementCount = decoded.replacementCount
    if decoded.replacementCount > 0 {
      document.findings.append(.replacements(decoded.replacementCount, encoding: decoded.encoding.name))
    }
    if let finding = saved.transferFinding { document.findings.append(finding) }
    if saved.isCut { document.findings.append(.cutPage) }
    if let told = Finding.attachments(saved.otherPages.map(\.name), of: "mhtml") { document.findings.append(told) }
    if tree.flattenedCount > 0 { document.findings.append(.flattened(tree.flattenedCount, limit: limits.depth)) }
    if page.hiddenPartCount > 0 { document.findings.append(.hiddenText(page.hiddenPartCount)) }
    document.findings += builder.findings
    return document
  }
}

extension HTMLReader: AttachmentReader {
  /// The further pages of a saved page.
  public func attachments(of source: Source, within limits: Limits) throws(ReadingError) -> [AttachedFile] {
    guard source.format == "mhtml" else { return [] }
    return try SavedPage(archive: source.bytes, within: limits).otherPages.map { page in
      AttachedFile(name: page.name) { _ throws(ReadingError) in page.part.content }
    }
  }
}
