import CLibSQLite
import Testing

/// A database read by SQLite itself.
@safe
final class ReadBack {
  private var handle: OpaquePointer?

  /// Takes the bytes of a database file.
  init(_ bytes: [UInt8]) throws {
    let opening = unsafe sqlite3_open(":memory:", &handle)
    try #require(opening == SQLITE_OK)
    let isOpen = unsafe bytes.withUnsafeBytes { (source: UnsafeRawBufferPointer) -> Bool in
      // SQLite keeps the copy and releases it.
      guard let start = source.baseAddress, let copy = unsafe sqlite3_malloc64(UInt64(source.count)) else {
        return false
      }
      unsafe copy.copyMemory(from: start, byteCount: source.count)
      let status = unsafe sqlite3_deserialize(
        handle, "main", copy.assumingMemoryBound(to: UInt8.self), Int64(source.count), Int64(source.count),
        UInt32(SQLITE_DESERIALIZE_FREEONCLOSE))
      return status == SQLITE_OK
    }
    try #require(isOpen)
  }

  deinit { unsafe sqlite3_close(handle) }

  /// The rows of a query, their values joined by `|` as the program `sqlite3` does.
  func rows(_ query: String) throws -> [String] {
    var statement: OpaquePointer?
    let status = unsafe sqlite3_prepare_v2(handle, query, -1, &statement, nil)
    defer { unsafe sqlite3_finalize(statement) }
    try #require(status == SQLITE_OK, "\(query)")
    var rows: [String] = []
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      let count = unsafe sqlite3_column_count(statement)
      let values = (0..<count).map { column in
        unsafe sqlite3_column_text(statement, column).map { unsafe String(cString: $0) } ?? "NULL"
      }
      rows.append(values.joined(separator: "|"))
    }
    return rows
  }
}
