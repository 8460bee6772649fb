internal import ConverterCore
internal import FoundationEssentials

/// The list of what became of every source of a batch: `manifest.ndjson`, one line per source.
///
/// A later run into the same folder replaces the lines of its own sources and keeps the others.
struct Manifest {
  private let path: String
  private var lines: [Line] = []

  init(folder: String) {
    path = "\(folder)/manifest.ndjson"
  }

  mutating func add(_ outcome: Outcome, duration: Duration) {
    lines.append(Line(outcome, duration))
  }

  /// Writes the manifest, whole or not at all.
  func commit() throws(WritingError) {
    let names = Set(lines.map(\.source))
    var sink = FileSink(stem: path, fileExtension: nil, separatesParts: false, isReplacing: true)
    for line in earlierLines() where !names.contains(line.source) { try sink.write(line.bytes.span) }
    for line in lines { try sink.write(line.bytes.span) }
    _ = try sink.commit()
  }

  /// The lines that stand in the folder already; a line that cannot be understood is dropped.
  private func earlierLines() -> [Line] {
    guard let bytes = try? InputFile.bytes(of: path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONDecoder().decode(Line.self, from: $0) }
  }
}

extension Manifest {
  /// One line; the names of its members are a contract.
  private struct Line: Codable {
    var source: String
    var format: String?
    var status: String
    var outputs: [String]
    var findings: Int
    var error: Problem?
    var sha256: String?
    var milliseconds: Int

    struct Problem: Codable {
      var code: String
      var message: String
    }

    init(_ outcome: Outcome, _ duration: Duration) {
      source = outcome.name
      format = outcome.format
      status = outcome.status.rawValue
      outputs = outcome.outputs
      findings = outcome.remarks.count
      error = outcome.error.map { Problem(code: $0.code, message: $0.sentence) }
      sha256 = outcome.sha256
      milliseconds = Int(duration / .milliseconds(1))
    }

    /// The line as JSON with its line end.
    var bytes: [UInt8] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      guard let data = try? encoder.encode(self) else { return [] }
      return Array(data) + [UInt8(ascii: "\n")]
    }
  }
}
