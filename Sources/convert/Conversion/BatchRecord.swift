internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// What a batch writes down: the journal while it runs, and the manifest at its end.
struct BatchRecord {
  private let staging: Staging
  private let journal: Journal
  private var manifest: Manifest

  /// - Throws: ``WritingError`` where the folder cannot be written, or another run is writing there.
  init(folder: String, inputs: [Input], plan: WorkPlan) throws(WritingError) {
    staging = try Staging(in: folder)
    // The command is known by what decides the outputs, not by how fast or how talkative it is.
    journal = try Journal(staging, command: plan.digest)
    manifest = try Manifest(folder: folder, inputs: Set(inputs.map(\.name)), staging)
  }
}

extension BatchRecord {
  /// Whether this run goes on with an earlier one.
  var isResumed: Bool { journal.isResumed }

  /// How the paths of temporary files begin.
  func temporaryStem(_ name: String) -> String { staging.file(name) }

  /// What an earlier run has done of an input and need not be done again; outputs of what must be are removed.
  ///
  /// An input has not changed if its size and time are the same, or else its digest. Outputs that are missing, and those that
  /// could not be written, are made again.
  func recall(_ input: Input) -> [Journal.Record] {
    let records = journal.records(of: input.name)
    guard let first = records.first else { return [] }
    let isSame =
      first.identity != nil && (first.identity == FileIdentity(at: input.path) || hasSameDigest(input, records))
    let kept = isSame ? records.prefix(while: \.line.stands) : []
    for record in records.dropFirst(kept.count) {
      for output in record.line.outputs { unsafe unlink(output) }
    }
    return Array(kept)
  }

  private func hasSameDigest(_ input: Input, _ records: [Journal.Record]) -> Bool {
    guard let last = records.last, last.member == nil, let digest = last.line.sha256,
      let bytes = try? InputFile.bytes(of: input.path)
    else { return false }
    return ContentDigest.sha256(bytes) == digest
  }

  /// Writes down that something was done.
  func add(_ record: Journal.Record) throws(WritingError) { try journal.add(record) }

  /// Lists something whose turn in the manifest has come.
  mutating func list(_ line: Manifest.Line) throws(WritingError) { try manifest.add(line) }

  /// Puts the manifest in its place and forgets the journal.
  mutating func finish() throws(WritingError) {
    try manifest.commit()
    journal.finish()
  }
}

extension Manifest.Line {
  /// Whether what the line says is still so, and would be so again.
  fileprivate var stands: Bool {
    error?.code.hasPrefix("output-") != true && outputs.allSatisfy { unsafe access($0, F_OK) == 0 }
  }
}
