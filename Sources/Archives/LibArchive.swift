internal import CArchive
internal import ConverterCore

/// libarchive, which is opened with the first archive and then stays open.
enum LibArchive {
  /// Its functions, by their names in C.
  ///
  /// - Throws: ``ReadingError`` with `unreadable` and the system's words where the library is missing.
  static func functions() throws(ReadingError) -> cvt_archive {
    try loaded.get()
  }

  private static let loaded: Result<cvt_archive, ReadingError> = {
    var functions = cvt_archive()
    guard let missing = unsafe cvt_archive_load(&functions) else { return .success(functions) }
    return .failure(ReadingError(.unreadable(detail: unsafe String(cString: missing))))
  }()
}
