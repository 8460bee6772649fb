internal import ConverterCore
internal import FoundationEssentials

/// The list of what became of every source of a batch: `manifest.ndjson`, one line per source.
///
/// A later run into the same folder replaces the lines of its own inputs and keeps the others before them. Lines go to the disk
/// as they come; the file appears whole, at the end.
struct Manifest {
  /// The name of the list in the output folder.
  static let fileName = "manifest.ndjson"

  private var sink: FileSink
  private var buffer = OutputBuffer()
  private let path: String

  /// - Parameters:
  ///   - folder: the output folder.
  ///   - inputs: the names of the inputs of this run.
  ///   - keepsAll: whether other inputs keep their lines even if these name no outputs: what was merged is merged anew.
  ///   - staging: where the list is until it is whole.
  init(folder: String, inputs: Set<ExactText>, keepsAll: Bool, _ staging: Staging) throws(WritingError) {
    path = "\(folder)/\(Self.fileName)"
    sink = FileSink(
      stem: path, fileExtension: nil, separatesParts: false, overwriting: .always,
      temporaryStem: staging.file("manifest"))
    for line in Self.lines(at: path) where !line.belongs(to: inputs) && (keepsAll || !line.outputs.isEmpty) {
      try add(line)
    }
  }

  mutating func add(_ line: Line) throws(WritingError) {
    buffer.append(line.jsonLine)
    if buffer.bytes.count >= OutputBuffer.capacity { try buffer.flush(to: &sink) }
  }

  /// Puts the manifest in its place.
  mutating func commit() throws(WritingError) {
    try buffer.flush(to: &sink)
    _ = try sink.commit()
  }

  /// Whether the folder has a manifest already.
  static func exists(in folder: String) -> Bool { ExistingFile(at: "\(folder)/\(fileName)") != nil }

  /// The lines in its place.
  var committedLines: [Line] { Self.lines(at: path) }

  /// The lines of a manifest; what cannot be understood is left out.
  static func lines(at path: String) -> [Line] {
    guard let bytes = try? InputFile.bytes(of: path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { try? Line(json: $0) }
  }
}

extension Manifest {
  /// One line; the names of its members are a contract.
  struct Line: Sendable {
    var source: String
    var format: String?
    var status: Outcome.Status
    var outputs: [String]
    var findings: Int
    var error: Outcome.Failure?
    var sha256: String?
    var milliseconds: Int
  }
}

extension Manifest.Line {
  init(_ outcome: Outcome, _ duration: Duration) {
    source = outcome.name
    format = outcome.format
    status = outcome.status
    outputs = outcome.outputs
    findings = outcome.remarks.count
    error = outcome.error
    sha256 = outcome.sha256
    milliseconds = Int(duration / .milliseconds(1))
  }

  /// Whether the source is one of these inputs, or in one of them that is an archive.
  fileprivate func belongs(to inputs: Set<ExactText>) -> Bool {
    let bytes = source.utf8
    return inputs.contains(ExactText(source))
      || bytes.indices.contains { bytes[$0] == UInt8(ascii: "!") && inputs.contains(ExactText(String(source[..<$0]))) }
  }
}
