/// Writes documents as Markdown as GitHub reads it (GitHub Flavored Markdown 0.29).
///
/// Tables that Markdown can express are pipe tables: at most one header row, no spans, no blocks in cells; all others are
/// tables of HTML, which may stand in Markdown. Labels of lists that Markdown does not know (`（一）`) are part of the text.
public struct MarkdownWriter: StreamingWriter {
  public init() {}

  public var format: OutputFormat {
    OutputFormat(name: "markdown", title: "Markdown (GitHub)", fileExtension: "md")
  }

  public func writeSeparator(to sink: inout some ByteSink) throws(WritingError) {
    var output = OutputBuffer()
    output.append("\n")
    try output.flush(to: &sink)
  }

  public func write(_ document: inout DocumentStream, to sink: inout some ByteSink) throws(WritingError) {
    var output = OutputBuffer()
    var list = MarkdownList()
    var isFirst = true
    while let blocks = document.nextBlocks() {
      try write(blocks, linePrefix: "", &list, &isFirst, into: &output, to: &sink)
    }
    try output.flush(to: &sink)
  }

  /// Writes blocks with an empty line between them; items of a list stand together.
  ///
  /// - Parameters:
  ///   - linePrefix: what each line begins with, such as `> ` in a quotation.
  ///   - list: the list that the blocks before have left open.
  ///   - isFirst: whether no block stands before.
  private func write(
    _ blocks: [Block], linePrefix: String, _ list: inout MarkdownList, _ isFirst: inout Bool,
    into output: inout OutputBuffer, to sink: inout some ByteSink
  ) throws(WritingError) {
    for block in blocks {
      let wasItem = list.isOpen
      let lines = try lines(of: block, list: &list)
      if !isFirst, !(wasItem && list.isOpen) { appendLine("", linePrefix, to: &output) }
      isFirst = false
      for line in lines {
        appendLine(line, linePrefix, to: &output)
        try output.flushIfFull(to: &sink)
      }
    }
  }

  private func appendLine(_ line: String, _ prefix: String, to output: inout OutputBuffer) {
    if line.isEmpty, let end = prefix.lastIndex(where: { $0 != " " }) {
      output.append(String(prefix[...end]))
    } else if !line.isEmpty {
      output.append(prefix)
      output.append(line)
    }
    output.append("\n")
  }

  private func lines(of block: Block, list: inout MarkdownList) throws(WritingError) -> [String] {
    if case .listItem(let item) = block { return list.lines(of: item) }
    list = MarkdownList()
    switch block {
    case .heading(let heading):
      let mark = String(repeating: "#", count: min(max(heading.level, 1), 6))
      return [mark + " " + MarkdownText.heading(heading.displayText)]
    case .paragraph(let paragraph):
      return paragraph.isCode ? MarkdownText.code(paragraph.text) : MarkdownText.lines(paragraph.text)
    case .table(let table): return try MarkdownTable(table).lines()
    case .figure(let figure):
      return [MarkdownText.escaped(figure.text.isEmpty ? "[figure]" : "[figure: \(TextJoining.oneLine(figure.text))]")]
    case .aside(let aside): return try lines(of: aside)
    case .listItem: return []
    }
  }

  /// A quotation that begins with what the aside is.
  private func lines(of aside: Aside) throws(WritingError) -> [String] {
    let name = MarkdownText.escaped(
      [aside.role.words, aside.label ?? ""].filter { !$0.isEmpty }.joined(separator: " "))
    var inner = MemorySink()
    var output = OutputBuffer()
    var list = MarkdownList()
    var isFirst = true
    try write(aside.blocks, linePrefix: "> ", &list, &isFirst, into: &output, to: &inner)
    try output.flush(to: &inner)
    let content = inner.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    return ["> **\(name)**", ">"] + content
  }
}

/// The list whose items are being written: how far the text of each open level stands to the right.
struct MarkdownList {
  /// The width of the marks of the items that are open, outermost first.
  private var widths: [Int] = []

  var isOpen: Bool { !widths.isEmpty }

  /// An item with the mark that Markdown has for its label, below the text of the item that it is part of.
  mutating func lines(of item: ListItem) -> [String] {
    let level = min(max(item.level, 0), widths.count)
    widths.removeSubrange(level...)
    let indent = String(repeating: " ", count: widths.reduce(0, +))
    let (mark, text) = MarkdownList.mark(of: item)
    widths.append(mark.utf8.count)
    let lines = MarkdownText.lines(text)
    let hanging = indent + String(repeating: " ", count: mark.utf8.count)
    return [indent + mark + (lines.first ?? "")] + lines.dropFirst().map { $0.isEmpty ? "" : hanging + $0 }
  }

  /// `1. ` and `1) ` as they are; a bullet for bullets, no label, and labels that Markdown does not know.
  private static func mark(of item: ListItem) -> (String, String) {
    guard let label = item.label else { return ("- ", item.text) }
    let digits = label.utf8.prefix { (0x30...0x39).contains($0) }.count
    if (1...9).contains(digits), label.utf8.count == digits + 1, label.hasSuffix(".") || label.hasSuffix(")") {
      return (label + " ", item.text)
    }
    if label.unicodeScalars.count == 1, "•◦▪●○■□–-·*►➢✓\u{F0B7}".contains(label) { return ("- ", item.text) }
    return ("- ", TextJoining.label(label, item.text))
  }
}
