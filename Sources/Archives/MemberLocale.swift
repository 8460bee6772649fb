internal import Glibc

/// libarchive gives names that are Unicode in the archive (7z, RAR, tar with PAX headers) only in a locale that can hold
/// them; in the C locale they would come back as nothing.
enum MemberLocale {
  /// Sets the kind of characters to UTF-8 for this process, once; messages and numbers keep their locale.
  /// The corresponding C function is `setlocale`.
  static func set() { _ = isSet }

  private static let isSet = unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil
}
