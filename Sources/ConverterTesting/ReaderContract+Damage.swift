public import ConverterCore
internal import FoundationEssentials
public import Testing

/// Checks that a reader gets through damaged copies of a source: cut at many lengths, and with bytes changed as seeds say.
///
/// Each copy must end in a document or a typed error; a document must keep to the contract on text. A trap ends the
/// test run, which names the seed in its arguments.
public func expectSurvivesDamage(
  _ reader: some Reader, of source: Source, cuts: Int = 64, seeds: Range<UInt64> = 0..<200,
  sourceLocation: SourceLocation = #_sourceLocation
) async {
  for cut in 0..<cuts {
    let bytes = source.bytes.prefix(source.bytes.count * cut / cuts)
    await expectValid(reader, bytes, of: source, "cut to \(bytes.count) bytes", sourceLocation)
  }
  for seed in seeds {
    await expectValid(reader, damaged(source.bytes, seed: seed), of: source, "seed \(seed)", sourceLocation)
  }
}

/// A copy with up to 16 places changed: single bytes, or numbers of two and four bytes set to values that break sums.
private func damaged(_ bytes: Data, seed: UInt64) -> Data {
  guard !bytes.isEmpty else { return bytes }
  var random = SeededGenerator(seed: seed)
  var copy = [UInt8](bytes)
  for _ in 0..<Int.random(in: 1...16, using: &random) {
    let position = Int.random(in: copy.indices, using: &random)
    let value: [UInt8] =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: [0xFF, 0xFF]
      case 1: [0xFF, 0xFF, 0xFF, 0x7F]
      case 2: [0xFF, 0xFF, 0xFF, 0xFF]
      case 3: [0, 0, 0, 0]
      default: [UInt8.random(in: 0...255, using: &random)]
      }
    for (offset, byte) in value.enumerated() where position + offset < copy.count { copy[position + offset] = byte }
  }
  return Data(copy)
}

private func expectValid(
  _ reader: some Reader, _ bytes: Data, of source: Source, _ what: String, _ sourceLocation: SourceLocation
) async {
  let copy = Source(name: source.name, bytes: bytes, format: source.format)
  guard let document = try? await reader.read(copy, within: .standard) else { return }
  let invalid = document.blocks.flatMap(\.texts).filter { text in
    text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" }
  }
  #expect(invalid.isEmpty, "\(what): text has control characters", sourceLocation: sourceLocation)
}

extension Block {
  /// All texts and labels in the block.
  fileprivate var texts: [String] {
    switch self {
    case .heading(let heading): [heading.text, heading.label ?? ""]
    case .paragraph(let paragraph): [paragraph.text]
    case .listItem(let item): [item.text, item.label ?? ""]
    case .figure(let figure): [figure.text]
    case .aside(let aside): aside.blocks.flatMap(\.texts)
    case .table(let table): table.cells.flatMap { [$0.text, $0.label ?? ""] + $0.blocks.flatMap(\.texts) }
    }
  }
}
