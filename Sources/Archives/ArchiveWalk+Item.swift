package import ConverterCore

extension ArchiveWalk {
  /// Something found in an archive, or the end of an archive.
  package struct Item: Sendable {
    /// Counts from 0 through the whole walk.
    package var position: Int

    /// The name from the outside in: `a.zip!b/c.docx`.
    package var name: String

    /// A relative path for outputs, below the folder of the outermost archive; unique in this walk.
    package var path: String

    package var content: Content
  }

  /// What an item is.
  package enum Content: Sendable {
    /// A document with its bytes; with an error if not all files that lie in it could be had.
    case document(Source, missing: ReadingError?)
    /// A member that is left out: a hidden file, or a leftover of a system.
    case hidden
    /// A link, device or pipe: nothing that could be read, and not followed.
    case link(ReadingError)
    /// A member that cannot be read, or must not be: its name leads elsewhere, it is damaged, or too large.
    case unreadable(ReadingError)
    /// A member that is known to end the process that opens it, by its number among all entries.
    case lost(entry: Int)
    /// An archive is done; with an error if its end was not reached.
    case end(End)
  }

  /// What there is to say of an archive when it is done.
  package struct End: Sendable {
    package var format: ArchiveFormat
    package var source: Source
    /// Whether the bytes of any member could be read.
    package var hasMembers: Bool
    package var findings: [Finding]
    /// Why its end was not reached.
    package var error: ReadingError?
  }
}
