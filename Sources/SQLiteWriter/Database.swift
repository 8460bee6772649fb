internal import CSQLite
internal import ConverterCore

/// A value of a row.
enum Value: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case real(Double)
  case null

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
  init(_ number: Double?) { self = number.map { .real($0) } ?? .null }

  /// A decimal number to calculate with: whole where it is, else the nearest that a database has; no number is `null`.
  init(decimal digits: String?) {
    self = digits.flatMap(Int.init).map { .integer($0) } ?? Value(digits.flatMap(Double.init))
  }
}

/// A new database, in a file or in memory. The corresponding C functions are `sqlite3_open_v2`, `_exec` and `_serialize`.
///
/// A class, because its statements need it open. Nobody sees the file before it is whole, so nothing is written twice for
/// the case of a stop: no journal, and no waiting for the disk.
@safe
final class Database {
  fileprivate let library: cvt_sqlite
  private let handle: OpaquePointer
  /// What errors are about.
  private let target: String

  /// - Parameters:
  ///   - path: the file, which must not exist; `nil` for memory.
  ///   - target: what errors are about.
  init(path: String?, target: String) throws(WritingError) {
    self.target = target
    library = try SQLite.functions(for: target)
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let status = unsafe library.sqlite3_open_v2(path ?? ":memory:", &handle, flags, nil)
    guard let handle = unsafe handle else { throw WritingError(.refused(detail: "there is no memory"), target: target) }
    unsafe self.handle = handle
    try check(status)
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;")
  }

  deinit {
    _ = unsafe library.sqlite3_close_v2(handle)
  }

  /// Runs statements that give no rows.
  func run(_ statements: String) throws(WritingError) {
    try check(unsafe library.sqlite3_exec(handle, statements, nil, nil, nil))
  }

  /// Prepares a statement that inserts rows of so many values into a table.
  func insertion(into table: String, columns: Int) throws(WritingError) -> Insertion {
    let places = Array(repeating: "?", count: columns).joined(separator: ", ")
    var statement: OpaquePointer?
    try check(
      unsafe library.sqlite3_prepare_v2(handle, "INSERT INTO \(table) VALUES (\(places))", -1, &statement, nil))
    guard let statement = unsafe statement else { throw failure }
    return unsafe Insertion(statement, into: self)
  }

  /// Writes all bytes of a database in memory.
  func write(to sink: inout some ByteSink) throws(WritingError) {
    var size: Int64 = 0
    guard let start = unsafe library.sqlite3_serialize(handle, "main", &size, 0) else { throw failure }
    defer { unsafe library.sqlite3_free(start) }
    let bytes = unsafe Span(_unsafeStart: UnsafePointer(start), count: Int(size))
    var written = 0
    while written < bytes.count {
      let end = min(written + Self.pieceSize, bytes.count)
      try sink.write(bytes.extracting(written..<end))
      written = end
    }
  }

  /// Bytes that go to a sink at once.
  private static let pieceSize = 256 << 10

  fileprivate func check(_ status: Int32) throws(WritingError) {
    guard status == SQLITE_OK || status == SQLITE_DONE else { throw failure }
  }

  private var failure: WritingError {
    if unsafe library.sqlite3_errcode(handle) == SQLITE_FULL { return WritingError(.full, target: target) }
    let words = unsafe library.sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "SQLite fails"
    return WritingError(.refused(detail: words), target: target)
  }
}

/// A prepared statement that inserts rows.
@safe
final class Insertion {
  private let statement: OpaquePointer
  private let database: Database

  fileprivate init(_ statement: OpaquePointer, into database: Database) {
    unsafe self.statement = statement
    self.database = database
  }

  deinit {
    _ = unsafe database.library.sqlite3_finalize(statement)
  }

  /// Inserts one row.
  func insert(_ values: [Value]) throws(WritingError) {
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    _ = unsafe database.library.sqlite3_step(statement)
    // Says again what went wrong in the step.
    try database.check(unsafe database.library.sqlite3_reset(statement))
  }

  private func bind(_ value: Value, at index: Int32) throws(WritingError) {
    switch value {
    case .text(var text):
      let status = text.withUTF8 { (bytes: UnsafeBufferPointer<UInt8>) -> Int32 in
        guard let count = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
        // An empty text is a text, and a null pointer would be none.
        guard count > 0 else {
          return unsafe database.library.sqlite3_bind_text(statement, index, "", 0, cvt_sqlite_transient())
        }
        return unsafe bytes.withMemoryRebound(to: CChar.self) {
          unsafe database.library.sqlite3_bind_text(statement, index, $0.baseAddress, count, cvt_sqlite_transient())
        }
      }
      try database.check(status)
    case .integer(let number):
      try database.check(unsafe database.library.sqlite3_bind_int64(statement, index, Int64(number)))
    case .real(let number): try database.check(unsafe database.library.sqlite3_bind_double(statement, index, number))
    case .null: try database.check(unsafe database.library.sqlite3_bind_null(statement, index))
    }
  }
}
