/// Writes a document as one page of HTML that needs no other file: an outline to jump by, headings, lists with their labels,
/// tables with their spans and headers as screen readers need them, and what stands beside the main flow.
///
/// Several documents in one stream are several whole pages.
public struct HTMLWriter: Writer {
  public init() {}

  public var format: OutputFormat {
    OutputFormat(name: "html", title: "one page of HTML", fileExtension: "html")
  }

  public func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    var output = OutputBuffer()
    output.append("<!DOCTYPE html>\n<html")
    if let language = document.metadata.language { output.appendHTML(attribute: "lang", language) }
    output.append(">\n<head>\n<meta charset=\"utf-8\">\n")
    output.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
    output.appendHTML(TextJoining.oneLine(document.metadata.title ?? document.source.name))
    output.append("</title>\n")
    if let author = document.metadata.author { appendProperty("author", author, to: &output) }
    if let created = document.metadata.created { appendProperty("dcterms.created", created, to: &output) }
    if let modified = document.metadata.modified { appendProperty("dcterms.modified", modified, to: &output) }
    output.append(HTMLWriter.style)
    output.append("</head>\n<body>\n")
    writeOutline(of: document, into: &output)
    output.append("<main>\n")
    var markup = HTMLMarkup(marksHeadings: true)
    try markup.write(document.blocks, into: &output, to: &sink)
    output.append("</main>\n</body>\n</html>\n")
    try output.flush(to: &sink)
  }

  private func appendProperty(_ name: String, _ value: String, to output: inout OutputBuffer) {
    output.append("<meta")
    output.appendHTML(attribute: "name", name)
    output.appendHTML(attribute: "content", value)
    output.append(">\n")
  }

  /// A list of the headings, each a link; for documents with more than one.
  private func writeOutline(of document: Document, into output: inout OutputBuffer) {
    let headings = document.blocks.flatMap(\.headings)
    guard headings.count > 1 else { return }
    output.append("<nav aria-label=\"Outline\">\n<ol>\n")
    for (index, heading) in headings.enumerated() {
      output.append("<li")
      output.appendHTML(attribute: "class", "level-\(min(max(heading.level, 1), 6))")
      output.append("><a href=\"#section-")
      output.append(index + 1)
      output.append("\">")
      output.appendHTML(TextJoining.oneLine(heading.displayText))
      output.append("</a></li>\n")
    }
    output.append("</ol>\n</nav>\n")
  }

  private static let style: StaticString = """
    <style>
    body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; line-height: 1.6; font-family: sans-serif }
    nav ol, main ul { list-style: none }
    nav .level-2 { margin-left: 1.5rem } nav .level-3 { margin-left: 3rem } nav .level-4 { margin-left: 4.5rem }
    nav .level-5 { margin-left: 6rem } nav .level-6 { margin-left: 7.5rem }
    table { border-collapse: collapse; margin: 1rem 0 } caption { text-align: left; font-weight: bold }
    th, td { border: 1px solid #767676; padding: .2rem .5rem; vertical-align: top } th { background: #f0f0f0; text-align: left }
    .number { text-align: right; font-variant-numeric: tabular-nums }
    aside { border-left: .25rem solid #767676; color: #444; margin: 1rem 0; padding-left: 1rem } .figure { color: #444 }
    @media (prefers-color-scheme: dark) { body { background: #121212; color: #e6e6e6 } th { background: #2a2a2a }
    aside, .figure { color: #bbb } a { color: #8ab4f8 } }
    </style>

    """
}

extension Block {
  /// The headings in the order in which they are written: the block itself, or those inside of it.
  fileprivate var headings: [Heading] {
    switch self {
    case .heading(let heading): [heading]
    case .table(let table): table.cells.flatMap { $0.blocks.flatMap(\.headings) }
    case .aside(let aside): aside.blocks.flatMap(\.headings)
    case .paragraph, .listItem, .figure: []
    }
  }
}
