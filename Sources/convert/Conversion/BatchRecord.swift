internal import ConverterCore
internal import FoundationEssentials
internal import Glibc
internal import PluginHost

/// What a batch writes down: the journal while it runs, and the manifest at its end.
struct BatchRecord {
  private let staging: Staging
  private let journal: Journal
  private var manifest: Manifest
  private let merged: [MergedOutput]
  private let package: FolderPackage?
  private let limits: Limits
  /// Whether an input was met that must be read anew, so that all after it in merged outputs must be too.
  private var isBroken = false
  /// What a stopped run has made of inputs that this run does not have.
  private let others: [Journal.Record]
  /// What was recalled of merged outputs, in their order, which is that of the journal.
  private var recalled: [Journal.Record] = []
  /// How many of these lengthened the outputs.
  private var recalledCount = 0

  /// - Throws: ``WritingError`` where the folder cannot be written, another run is writing there, or a merged output exists that
  ///   is none of ours.
  init(folder: String, inputs: [Input], plan: WorkPlan, onExists: OnExists) throws(WritingError) {
    package = plan.writers.contains(DataPackageWriter().format.name) ? FolderPackage(folder: folder) : nil
    // One in a folder of ours is ours, as the manifest is.
    if let package, onExists != .replace, ExistingFile(at: package.path) != nil, !Manifest.exists(in: folder) {
      throw WritingError(.exists, target: package.path)
    }
    staging = try Staging(in: folder)
    // The command is known by what decides the outputs, not by how fast or how talkative it is.
    journal = try Journal(staging, command: plan.digest)
    // What a stopped run has made of inputs that this one does not have is there all the same.
    let names = Set(inputs.map { ExactText($0.name) })
    others = journal.records(ofOthersThan: names)
    let keepsAll = plan.merges.isEmpty
    manifest = try Manifest(
      folder: folder, inputs: names.union(others.map { ExactText($0.input) }), keepsAll: keepsAll, staging)
    for other in others where other.line.stands && (keepsAll || !other.line.outputs.isEmpty) {
      try manifest.add(other.line)
    }
    // Those of a run that was stopped in its last moment, or that came to its end: compared when this one has come to its.
    let isOurs = onExists == .replace || journal.isResumed || Manifest.exists(in: folder)
    var merged: [MergedOutput] = []
    for (name, writer) in zip(plan.merges, plan.mergingWriters) {
      let place = "\(folder)/\(name)"
      if let existing = ExistingFile(at: place), !existing.isRegular || !isOurs {
        if !journal.isResumed { journal.finish() }
        throw WritingError(
          existing.isRegular ? .exists : .refused(detail: "a folder or device stands there"), target: place)
      }
      merged.append(
        try MergedOutput(
          writer, place: place, path: staging.mergedFile(name),
          databaseFile: name.hasSuffix(".sqlite") ? staging.file(name) : nil, mayReplace: onExists == .replace))
    }
    self.merged = merged
    limits = plan.reading.limits
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
  ///
  /// Merged outputs are taken as far as everything before has not changed; so inputs are to be asked for in their order.
  ///
  /// - Parameter stem: where the outputs of the input begin.
  mutating func recall(_ input: Input, stem: String) -> [Journal.Record] {
    let records = journal.records(of: input.name)
    guard let first = records.first else {
      isBroken = true
      return []
    }
    let isSame =
      first.identity != nil && (first.identity == FileIdentity(at: input.path) || hasSameDigest(input, records))
    var kept: [Journal.Record] = []
    for record in records {
      guard isSame, record.line.stands, isOwn(record.line, stem), takesMerged(record) else { break }
      kept.append(record)
    }
    for record in records.dropFirst(kept.count) where isOwn(record.line, stem) && !record.keepsFiles {
      for output in record.line.outputs { unsafe unlink(output) }
    }
    if kept.last == nil || kept.last?.member != nil { isBroken = true }
    return kept
  }

  /// Whether all outputs are where those of this input go: `DIR/a.zip.txt`, `DIR/a.zip/b.txt.json`. The journal could come from somebody else.
  private func isOwn(_ line: Manifest.Line, _ stem: String) -> Bool {
    let stem = stem.utf8
    return line.outputs.allSatisfy { output in
      let rest = output.utf8.dropFirst(stem.count)
      return output.utf8.starts(with: stem) && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: "/"))
        && !rest.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
    }
  }

  /// Takes what a record says of merged outputs.
  private mutating func takesMerged(_ record: Journal.Record) -> Bool {
    guard !merged.isEmpty else { return true }
    guard !isBroken, record.number == recalledCount, let lengths = record.merged, lengths.count == merged.count,
      zip(merged, lengths).allSatisfy({ $0.holds($1) })
    else { return false }
    if lengths != merged.map(\.length) { recalledCount += 1 }
    for (output, length) in zip(merged, lengths) { output.recall(length) }
    recalled.append(record)
    return true
  }

  /// Is told that all inputs have been asked for, before anything is added.
  mutating func endRecall() throws(WritingError) {
    if isMerging, isResumed {
      // Those of others are in no merged output of this run.
      let others = others.map { record in
        var record = record
        record.merged = nil
        return record
      }
      try journal.keep(only: others + recalled)
    }
    recalled = []
  }

  private func hasSameDigest(_ input: Input, _ records: [Journal.Record]) -> Bool {
    guard let last = records.last, last.member == nil, let digest = last.line.sha256,
      let bytes = try? InputFile.bytes(of: input.path)
    else { return false }
    return ContentDigest.sha256(bytes) == digest
  }

  /// Begins to wait until all outputs that were written out are on the disk.
  func sync() -> PendingSync { staging.sync() }

  /// What a wait that is over tells.
  func check(_ sync: PendingSync) throws(WritingError) {
    if let failure = sync.failure { throw WritingError(errno: failure, target: staging.path) }
  }

  /// Whether there is an output whose parts must come in the order of the inputs.
  var isMerging: Bool { !merged.isEmpty }

  /// Takes that something was done.
  func add(_ record: Journal.Record) {
    // With merged outputs only what is in them is done, which ``list(_:fragments:)`` takes.
    if !isMerging { journal.add(record) }
  }

  /// Writes down all that was done.
  func flush() throws(WritingError) { try journal.flush() }

  /// Lists something whose turn in the manifest has come.
  ///
  /// - Parameters:
  ///   - record: what an earlier run has not written down.
  ///   - fragments: files that hold the document for each merged output; empty where there is none.
  mutating func list(_ record: Journal.Record, isNew: Bool, fragments: [String]) throws(WritingError) {
    try manifest.add(record.line)
    guard isMerging, isNew else { return }
    for (output, fragment) in zip(merged, fragments) { try output.append(fragment) }
    var record = record
    record.merged = merged.map(\.length)
    journal.add(record)
  }

  /// Puts merged outputs and the manifest in their places and forgets the journal.
  ///
  /// - Throws: ``WritingError``; with `exists`, before anything is in its place, where a merged output has other bytes than one
  ///   of an earlier run.
  mutating func finish() throws(WritingError) {
    for output in merged { try output.finish(within: limits) }
    for output in merged { try output.commit() }
    try manifest.commit()
    try package?.write(manifest.committedLines, staging)
    journal.finish()
  }
}

extension Manifest.Line {
  /// Whether what the line says is still so, and would be so again.
  fileprivate var stands: Bool {
    error?.code.hasPrefix("output-") != true && outputs.allSatisfy { unsafe access($0, F_OK) == 0 }
  }
}
