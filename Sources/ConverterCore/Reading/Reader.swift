/// Turns the bytes of some formats into documents.
///
/// ## Writing a reader
/// A reader owes, and `ReaderContract` of the module ConverterTesting checks:
/// - no trap and no hang on any bytes,
/// - the same document for the same bytes,
/// - an origin for every block and cell,
/// - the limits it is given,
/// - silence: nothing is printed, logged or cached,
/// - valid text without control characters other than newline and tab.
///
/// Where no document can be made, throw a ``ReadingError``; where something is missing from one, return it with a
/// ``Finding``. Options that only one format has (a password, tracked changes) are members of the reader, set when it is
/// made. A synchronous method satisfies the asynchronous requirement.
public protocol Reader: Sendable {
  /// The formats that this reader reads; detection knows a format only by what is said here.
  var formats: [Format] { get }

  /// Reads one source whose format is among ``formats``.
  ///
  /// - Parameters:
  ///   - source: the bytes; `source.format` names the format that was detected.
  ///   - limits: the bounds to keep; meeting one is a `limit` or a finding, never a hang.
  /// - Throws: ``ReadingError`` when there is no document to return.
  func read(_ source: Source, within limits: Limits) async throws(ReadingError) -> Document
}
