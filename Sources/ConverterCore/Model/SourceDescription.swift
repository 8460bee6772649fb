/// Which bytes a document was read from, and how they were taken.
public struct SourceDescription: Hashable, Sendable {
  /// The name as given, members of containers after `!`: `a.zip!b/c.docx`.
  public var name: String

  /// The name of the detected ``Format``, such as `docx`.
  public var format: String

  /// The size in bytes.
  public var byteCount: Int

  /// The SHA-256 of the bytes (FIPS 180-4) as 64 lower-case hexadecimal digits.
  public var sha256: String?

  /// The encoding that text was decoded from, in the lower-case name of the IANA registry, such as `gb18030`.
  public var encoding: String?

  /// How many undecodable sequences became U+FFFD; `nil` where nothing was decoded.
  public var replacementCount: Int?

  public init(
    name: String = "",
    format: String = "",
    byteCount: Int = 0,
    sha256: String? = nil,
    encoding: String? = nil,
    replacementCount: Int? = nil
  ) {
    self.name = name
    self.format = format
    self.byteCount = byteCount
    self.sha256 = sha256
    self.encoding = encoding
    self.replacementCount = replacementCount
  }
}
