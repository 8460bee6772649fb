internal import ConverterCore
internal import ReportProfile

/// Brings the records of many reports into one data set; extras and derived figures go into data sets of their own.
struct RecordsRun: Sendable {
  enum Format: String, CaseIterable, Sendable {
    case csv, ndjson, json
  }

  /// Where the data sets go; `nil` for standard output, or for a data set that nobody asked for.
  struct Files: Sendable {
    var records: String?
    var extras: String?
    var derived: String?
  }

  var series: Series<RecordsWork>
  var format: Format
  var files: Files
}

extension RecordsRun.Files {
  /// What is said in place of a file for extras that nobody wants.
  static let none = "none"

  /// A folder as output gets all three data sets. Extras of a file stand beside it, under its name with `.extras` before the
  /// extension, unless another file or none is asked for.
  init(output: String?, extras: String?, derived: String?, _ format: RecordsRun.Format) {
    let isWhole = format == .json
    let isRefused = extras == Self.none
    guard let output, output.hasSuffix("/") || Folder.exists(at: output) else {
      let beside = isWhole ? nil : output.flatMap(Self.extras(beside:))
      self.init(records: output, extras: isRefused ? nil : extras ?? beside, derived: derived)
      return
    }
    let folder = output.hasSuffix("/") ? output : output + "/"
    let ownExtras = isWhole || isRefused ? nil : "\(folder)extras.\(format.rawValue)"
    self.init(
      records: "\(folder)records.\(format.rawValue)",
      extras: isRefused ? nil : extras ?? ownExtras,
      derived: derived ?? (isWhole ? nil : "\(folder)derived.\(format.rawValue)"))
  }

  /// `data/all.extras.csv` for `data/all.csv`; `nil` for a pipe or a device, which has nothing beside it.
  private static func extras(beside output: String) -> String? {
    guard ExistingFile(at: output)?.isRegular ?? true else { return nil }
    let start = output.lastIndex(of: "/").map { output.index(after: $0) } ?? output.startIndex
    guard let dot = output[start...].lastIndex(of: "."), dot > start else { return output + ".extras" }
    return "\(output[..<dot]).extras\(output[dot...])"
  }
}

extension RecordsRun {
  /// - Returns: the status of the whole run; a document that is no report of the family was not converted.
  func run() async -> ExitStatus {
    do throws(WritingError) {
      return format == .json ? try await run(into: JSONRecords(files)) : try await run(into: RecordLines(files))
    } catch {
      return .afterWriting(error)
    }
  }

  private func run(into output: some RecordsOutput) async throws(WritingError) -> ExitStatus {
    var output = output
    try output.take(series.work.prologues)
    let status = try await series.run(into: &output)
    try output.finish()
    return status
  }
}

/// Where records, extras and derived figures go.
private protocol RecordsOutput: SeriesOutput {
  mutating func finish() throws(WritingError)
}

/// Three data sets, each a file of its own.
private struct RecordLines: RecordsOutput {
  private var outputs: [DataOutput]

  init(_ files: RecordsRun.Files) {
    outputs = [
      DataOutput(path: files.records, isStandardOutput: files.records == nil), DataOutput(path: files.extras),
      DataOutput(path: files.derived),
    ]
  }

  mutating func take(_ pieces: [[UInt8]]) throws(WritingError) {
    for (index, piece) in pieces.enumerated() where outputs.indices.contains(index) {
      try outputs[index].append(piece)
    }
  }

  mutating func finish() throws(WritingError) {
    for index in outputs.indices { try outputs[index].finish() }
  }
}

/// One object with all records, extras and derived figures, schema `convert.records/1`.
private struct JSONRecords: RecordsOutput {
  private var output: DataOutput
  private var records = JSONItems()
  /// Extras and derived figures stand behind all records, so they wait here; they are few.
  private var others = [OutputBuffer(), OutputBuffer()]
  private var otherItems = [JSONItems(), JSONItems()]

  init(_ files: RecordsRun.Files) {
    output = DataOutput(path: files.records, isStandardOutput: files.records == nil)
    output.buffer.append("{\"schema\":\"convert.records/1\",\n\"records\":[")
  }

  mutating func take(_ pieces: [[UInt8]]) throws(WritingError) {
    for (index, piece) in pieces.enumerated() {
      if index == 0 {
        records.append(lines: piece, to: &output.buffer)
      } else if otherItems.indices.contains(index - 1) {
        otherItems[index - 1].append(lines: piece, to: &others[index - 1])
      }
    }
    try output.flushIfFull()
  }

  mutating func finish() throws(WritingError) {
    for (name, items) in zip(["extras", "derived"], others) {
      output.buffer.append("],\n\"\(name)\":[")
      output.buffer.append(items.bytes)
    }
    output.buffer.append("]}\n")
    try output.finish()
  }
}

/// Lines of objects as the items of an array.
private struct JSONItems {
  private var isFollowing = false

  mutating func append(lines: [UInt8], to output: inout OutputBuffer) {
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      output.append(isFollowing ? ",\n" : "\n")
      output.append(line)
      isFollowing = true
    }
  }
}
