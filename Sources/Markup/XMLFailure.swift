package import ConverterCore

/// Why reading ended before its document did, or what was left out of it.
package enum XMLFailure: Hashable, Sendable {
  /// The bytes are no well-formed XML from this line on, counted from 1; the words are for people.
  case malformed(line: Int, detail: String)

  /// The document declares a document type; reading stops there, so that no entity is ever defined or fetched.
  case documentType

  /// Elements deeper than the limit were left out; everything else was read.
  case tooDeep(limit: Int)

  /// Some text, the first of it on this line, counted from 1, has bytes or references that mean nothing; everything was read,
  /// bytes as U+FFFD and references as they are written.
  case illegibleText(line: Int)

  /// The source of the bytes failed.
  case source(ReadingError)
}
