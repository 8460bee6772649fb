internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// What a batch has done so far, on disk, so that the same command goes on where it stopped: after a kill, a loss of power, or
/// when the disk was full.
///
/// It is a file of JSON lines in ``Staging``. The first names the command; each other is one line of the manifest with the
/// input it belongs to, written when the outputs of a group are in their places. Nothing is synced: where the newest lines are lost,
/// their inputs are read again, give the same bytes, and are settled then (see ``PendingFiles``).
final class Journal {
  /// One line of the manifest, and what it was made from.
  struct Record {
    /// The name of the input: a file, or the archive that holds the source.
    var input: String
    /// The position of a member of an archive; `nil` for the input itself, which comes last.
    var member: Int?
    /// What the input was when it was read.
    var identity: FileIdentity?
    var line: Manifest.Line
    /// How long each merged output was after this source.
    var merged: [Int]?
    /// Whether outputs in the line stood there before the run and are not its own to remove.
    var keepsFiles = false
    /// How many records before it in the journal lengthened merged outputs.
    var number = 0
  }

  /// The first line.
  struct Heading {
    /// What decides the outputs.
    var command: String
  }

  private let staging: Staging
  private let heading: Heading
  private var unwritten: [UInt8] = []
  private var known: [ExactText: [Record]] = [:]

  /// Whether an earlier run of the same command was not finished.
  let isResumed: Bool

  /// - Parameter command: what decides the outputs; a journal of another command is begun anew.
  init(_ staging: Staging, command: String) throws(WritingError) {
    self.staging = staging
    heading = Heading(command: command)
    let (found, records, length) = Journal.read(staging)
    isResumed = found?.command == command
    // A line that was cut off by the end of the run before is dropped.
    guard ftruncate(staging.journal, isResumed ? length : 0) == 0 else {
      throw WritingError(errno: errno, target: staging.path)
    }
    if isResumed {
      var number = 0
      var lengths: [Int]?
      for record in records {
        remember(record, number)
        if let merged = record.merged, merged != lengths {
          number += merged.contains { $0 > 0 } ? 1 : 0
          lengths = merged
        }
      }
    } else {
      append(heading)
      try flush()
    }
  }

  /// What was done of an input, in order: the members of an archive, then the input itself.
  func records(of input: String) -> [Record] { known[ExactText(input)] ?? [] }

  /// What was done of inputs other than these, by their names.
  func records(ofOthersThan inputs: Set<ExactText>) -> [Record] {
    known.filter { !inputs.contains($0.key) }.values.sorted { $0[0].input < $1[0].input }.flatMap(\.self)
  }

  /// Takes what was done, to be written down by ``flush()`` with what is done at the same time.
  func add(_ record: Record) { append(record) }

  /// Writes down what was done.
  func flush() throws(WritingError) {
    let lines = unwritten
    unwritten = []
    if !lines.isEmpty { try FileOutput.write(lines.span, to: staging.journal, target: staging.path) }
  }

  /// Forgets all records but some: what others say of merged outputs will not be so any more.
  func keep(only records: [Record]) throws(WritingError) {
    // The heading stays: without it another run would not know that this one was stopped.
    guard ftruncate(staging.journal, heading.jsonLine.count) == 0 else {
      throw WritingError(errno: errno, target: staging.path)
    }
    unwritten = []
    for record in records { append(record) }
    try flush()
  }

  /// Forgets everything: the manifest is in its place.
  func finish() { staging.remove() }
}

extension Journal {
  /// Takes a record; where an input was read anew, its records from there on replace the older ones.
  private func remember(_ record: Record, _ number: Int) {
    var record = record
    record.number = number
    let (input, position) = (ExactText(record.input), record.member ?? .max)
    // Records of an input follow each other in the order of their positions.
    while let last = known[input]?.last, last.member ?? .max >= position { known[input]?.removeLast() }
    known[input, default: []].append(record)
  }

  /// The lines that can be understood, and where the last whole one ends.
  private static func read(_ staging: Staging) -> (Heading?, [Record], Int) {
    let bytes = (try? InputFile.bytes(of: staging.journalPath)) ?? Data()
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return (nil, [], 0) }
    let lines = bytes[..<end].split(separator: UInt8(ascii: "\n"))
    let heading = lines.first.flatMap { try? Heading(json: $0) }
    return (heading, lines.dropFirst().compactMap { try? Record(json: $0) }, end + 1)
  }

  private func append(_ line: some JSONRecord) { unwritten += line.jsonLine }
}
