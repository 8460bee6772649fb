public import FoundationEssentials

/// Text as UTF-8, with how it came about.
public struct DecodedText: Hashable, Sendable {
  /// Valid UTF-8 without a byte order mark. Where the source was valid UTF-8 these are its own bytes, not a copy.
  public var utf8: Data

  /// What the bytes were decoded from.
  public var encoding: TextEncoding

  /// How many undecodable sequences became U+FFFD.
  public var replacementCount: Int
}
