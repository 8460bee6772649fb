internal import ConverterCore
internal import FoundationEssentials
internal import Glibc
internal import ReportProfile
internal import SQLiteWriter

/// One output for all documents of a batch, `--merge all.csv`: documents are appended in the order of the inputs, each as soon as
/// its turn has come; the file appears in its place when the batch is finished.
///
/// A database, to which nothing can be appended, is made at the end from documents that were appended as lines.
///
/// It grows in ``Staging``. The journal keeps how long it was after each source, so that a batch that was stopped goes on there.
final class MergedOutput {
  private let writer: any Writer
  private let place: String
  private let path: String
  private let databaseFile: String?
  private let mayReplace: Bool
  private let descriptor: Int32

  /// How many bytes count: those of the sources that are done. What a stopped run has appended behind them is cut off before
  /// anything is appended.
  private(set) var length = 0

  /// How many bytes there are.
  private var size: Int

  /// - Parameters:
  ///   - place: where the file will be.
  ///   - path: where it grows.
  ///   - databaseFile: where a database is made from the lines; `nil` for what is whole when all are appended.
  ///   - mayReplace: whether another file may have its place; else one there must have the same bytes.
  init(
    _ writer: any Writer, place: String, path: String, databaseFile: String?, mayReplace: Bool
  ) throws(WritingError) {
    self.writer = writer
    // A link stays a link: what it leads to is replaced.
    self.place = FilePath(place).kind == S_IFLNK ? ExistingFile(at: place)?.resolvedPath ?? place : place
    self.path = path
    self.databaseFile = databaseFile
    self.mayReplace = mayReplace
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw WritingError(errno: errno, target: place) }
    var status = stat()
    size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit {
    close(descriptor)
  }

  /// Whether so many bytes are there, those that count among them.
  func holds(_ length: Int) -> Bool { length >= self.length && length <= size }

  /// Takes what an earlier run has appended.
  ///
  /// - Parameter length: how many bytes count; as many are there.
  func recall(_ length: Int) { self.length = length }

  private func cut() throws(WritingError) {
    guard size != length else { return }
    guard ftruncate(descriptor, length) == 0 else { throw WritingError(errno: errno, target: place) }
    size = length
  }

  /// Appends a document that was written into a file, and removes that.
  func append(_ file: String) throws(WritingError) {
    try cut()
    var sink = DescriptorSink(descriptor: descriptor, target: place)
    if length == 0 { try writer.writePrologue(to: &sink) } else { try writer.writeSeparator(to: &sink) }
    guard let bytes = try? InputFile.bytes(of: file) else {
      throw WritingError(.refused(detail: "a part of it is missing"), target: place)
    }
    try sink.write(bytes.span)
    length += sink.count
    size = length
    unsafe unlink(file)
  }

  /// Makes the file whole.
  ///
  /// - Parameter limits: what documents were read within.
  /// - Throws: ``WritingError``; with `exists` where another file has its place and must stay.
  func finish(within limits: Limits) throws(WritingError) {
    try cut()
    if let databaseFile { try makeDatabase(at: databaseFile, within: limits) }
    let whole = unsafe databaseFile == nil ? descriptor : open(finished, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    defer { if whole != descriptor { close(whole) } }
    guard fsync(whole) == 0 else { throw WritingError(errno: errno, target: place) }
    if !mayReplace, ExistingFile(at: place) != nil {
      guard let earlier = try? InputFile.bytes(of: place), earlier == (try? InputFile.bytes(of: finished)) else {
        throw WritingError(.exists, target: place)
      }
    }
  }

  /// Puts the file in its place.
  func commit() throws(WritingError) {
    try FileMove.move(finished, to: place, target: place)
    if databaseFile != nil { unsafe unlink(path) }
  }

  /// Where the file is when it is whole.
  private var finished: String { databaseFile ?? path }

  /// Reads the documents back one at a time, so that memory does not grow with the batch.
  private func makeDatabase(at file: String, within limits: Limits) throws(WritingError) {
    let database = try DocumentDatabase(path: file, target: place, profiles: Profile.builtIn)
    var rest: Data
    do throws(ReadingError) { rest = try InputFile.bytes(of: path) } catch { throw refusal(error) }
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let document: Document
      do throws(ReadingError) {
        document = try Document(jsonBytes: Array(rest[..<end]), within: limits)
      } catch {
        throw refusal(error)
      }
      try database.insert(document)
      rest = rest[(end + 1)...]
    }
    try database.finish()
  }

  private func refusal(_ error: ReadingError) -> WritingError {
    WritingError(.refused(detail: "what was written down for it cannot be read: \(error.description)"), target: place)
  }
}

/// Bytes on their way to an open file.
private struct DescriptorSink: ByteSink {
  let descriptor: Int32
  let target: String
  /// How many bytes were taken.
  private(set) var count = 0

  init(descriptor: Int32, target: String) {
    self.descriptor = descriptor
    self.target = target
  }

  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    try FileOutput.write(bytes, to: descriptor, target: target)
    count += bytes.count
  }
}
