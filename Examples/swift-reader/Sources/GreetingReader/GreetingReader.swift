import ConverterCore

/// Reads greetings: a file of lines, each a paragraph, that begins with `hello` and a name.
public struct GreetingReader: Reader {
  public init() {}

  public var formats: [Format] {
    [
      Format(
        name: "greeting", title: "greeting", extensions: ["greeting"], signatures: [.bytes(Array("hello ".utf8))])
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let text = String(decoding: source.bytes, as: UTF8.self)
    guard text.hasPrefix("hello ") else {
      throw ReadingError(.damaged(format: "greeting", detail: "it does not begin with hello"), at: .byte(0))
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.enumerated().filter { !$0.element.isEmpty }.map { number, line in
      // Control characters are no text.
      let shown = String(
        String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control }))
      return Block.paragraph(Paragraph(text: shown, origin: Origin(.lines(number + 1...number + 1), .stated)))
    }
    return Document(blocks: paragraphs)
  }
}
