internal import CSQLite
internal import ConverterCore

/// SQLite, which is opened with the first database and then stays open.
enum SQLite {
  /// Its functions, by their names in C.
  ///
  /// - Parameter target: what the error is about.
  /// - Throws: ``WritingError`` with `refused` and the system's words where the library is missing.
  static func functions(for target: String) throws(WritingError) -> cvt_sqlite {
    switch loaded {
    case .success(let functions): return functions
    case .failure(let missing): throw WritingError(.refused(detail: missing.words), target: target)
    }
  }

  /// What the system says is missing.
  private struct Missing: Error {
    let words: String
  }

  private static let loaded: Result<cvt_sqlite, Missing> = {
    var functions = cvt_sqlite()
    guard let words = unsafe cvt_sqlite_load(&functions) else { return .success(functions) }
    return .failure(Missing(words: unsafe String(cString: words)))
  }()
}
