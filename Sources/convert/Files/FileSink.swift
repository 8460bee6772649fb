internal import ConverterCore
internal import Glibc

/// Takes the output of one document into files that appear whole or not at all.
///
/// Everything is written beside its place under temporary names, synced, and renamed by ``commit()``. Whatever happens
/// before, the places keep what they had, and the temporary files go with the sink. Outputs in parts become
/// `STEM.PART.EXTENSION`, others `STEM.EXTENSION`.
struct FileSink: ByteSink {
  let separatesParts: Bool
  private let stem: String
  private let suffix: String
  private let isReplacing: Bool
  private let files = PendingFiles()

  /// - Parameters:
  ///   - stem: the path without the extension of the output.
  ///   - fileExtension: the extension without a dot, or `nil` where the stem is the whole path.
  init(stem: String, fileExtension: String?, separatesParts: Bool, isReplacing: Bool) {
    self.stem = stem
    self.suffix = fileExtension.map { ".\($0)" } ?? ""
    self.separatesParts = separatesParts
    self.isReplacing = isReplacing
  }

  mutating func beginPart(_ name: String) throws(WritingError) {
    if separatesParts { try files.open("\(stem).\(name)\(suffix)", replacing: isReplacing) }
  }

  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    if files.isEmpty { try files.open(stem + suffix, replacing: isReplacing) }
    try files.write(bytes)
  }

  /// Puts all files in their places and returns their paths in order of writing.
  ///
  /// A document without parts (no tables) has no files; any other output has one, even if it is empty.
  func commit() throws(WritingError) -> [String] {
    if files.isEmpty && !separatesParts { try files.open(stem + suffix, replacing: isReplacing) }
    return try files.commit()
  }
}
