internal import ConverterCore
internal import Glibc

/// Takes the output of one document into files that appear whole or not at all.
///
/// Everything is written beside its place under temporary names, synced, and renamed by ``commit()``. Whatever happens
/// before, the places keep what they had, and the temporary files go with the sink. Outputs in parts become
/// `STEM.PART.EXTENSION`, others `STEM.EXTENSION`.
struct FileSink: ByteSink {
  let separatesParts: Bool
  private let mayBeMissing: Bool
  private let stem: String
  private let suffix: String
  private let overwriting: Overwriting
  private let files: PendingFiles

  /// - Parameters:
  ///   - stem: the path without the extension of the output.
  ///   - fileExtension: the extension without a dot, or `nil` where the stem is the whole path.
  ///   - separatesParts: whether parts go to files of their own.
  ///   - mayBeMissing: whether there is no file where nothing is written, as for grids of a document without tables; else there
  ///     is an empty one.
  ///   - overwriting: what may happen to files that stand there already.
  ///   - temporaryStem: how the paths of temporary files begin; `nil` to write beside each place.
  init(
    stem: String, fileExtension: String?, separatesParts: Bool, mayBeMissing: Bool = false, overwriting: Overwriting,
    temporaryStem: String? = nil
  ) {
    self.stem = stem
    self.suffix = fileExtension.map { ".\($0)" } ?? ""
    self.separatesParts = separatesParts
    self.mayBeMissing = mayBeMissing
    self.overwriting = overwriting
    files = PendingFiles(temporaryStem: temporaryStem)
  }

  /// - Throws: ``WritingError`` with `refused` for names that would leave the folder: a worker that was taken over by a document
  ///   might say anything.
  mutating func beginPart(_ name: String) throws(WritingError) {
    guard PartName.isValid(name) else {
      throw WritingError(.refused(detail: "a part of it is named “\(name)”"), target: stem + suffix)
    }
    if separatesParts { try files.open("\(stem).\(name)\(suffix)", overwriting) }
  }

  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    if files.isEmpty { try files.open(stem + suffix, overwriting) }
    try files.write(bytes)
  }

  /// Writes everything out, so that ``commit()`` needs no more room.
  func finish() throws(WritingError) {
    if files.isEmpty && !mayBeMissing { try files.open(stem + suffix, overwriting) }
    try files.finish()
  }

  /// The paths of the files as they will be, in order of writing.
  var paths: [String] { files.paths }

  /// How many files stood in their places before and were kept.
  var keptCount: Int { files.keptCount }

  /// Puts all files in their places and returns their paths in order of writing.
  func commit() throws(WritingError) -> [String] {
    try finish()
    return try files.commit()
  }
}
