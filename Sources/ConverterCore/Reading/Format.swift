/// A kind of input: its names and the marks by which its bytes are known.
public struct Format: Hashable, Sendable {
  /// The short name used on the command line and in JSON, such as `docx`.
  public var name: String

  /// The name that people know, such as `Word document (Office Open XML)`.
  public var title: String

  /// File name extensions in lower case without the dot, the usual one first.
  public var extensions: [String]

  /// Any one of these identifies the format; empty for formats that only an extension tells (plain text).
  public var signatures: [Signature]

  public init(name: String, title: String, extensions: [String], signatures: [Signature]) {
    self.name = name
    self.title = title
    self.extensions = extensions
    self.signatures = signatures
  }
}

/// A mark in the bytes of a source.
///
/// Signatures are data: the ``FormatDetector`` compares all of them and the most specific match wins, so that a format
/// refines another (DOCX refines ZIP) without either knowing the other. Only the first 4,096 bytes of a source are compared, and the
/// names in a container; offsets count from 0.
public enum Signature: Hashable, Sendable {
  /// These bytes at this offset from the start.
  case bytes([UInt8], offset: Int = 0)

  /// These bytes anywhere in the first `within` bytes; for formats that allow leading junk.
  case bytesNearStart([UInt8], within: Int)

  /// A header of a tar archive, told by its checksum.
  case tarHeader

  /// A ZIP container with a member of this name.
  case zipMember(String)

  /// A compound file (OLE2, [MS-CFB]) with a stream of this name.
  case compoundStream(String)

  /// A text whose first tag has one of these names in any case, `!doctype html` for a document type; before it may stand
  /// white space, comments, processing instructions, and a server's answer as crawlers save it.
  case firstTag([String])

  /// An XML document whose root element has this local name and this namespace.
  case rootElement(namespace: String, name: String)
}

extension Signature {
  /// How much a match says, higher is more specific: a member or root element refines the container's own bytes, and bytes
  /// at a fixed offset say more than bytes somewhere.
  var specificity: Int {
    switch self {
    case .zipMember, .compoundStream, .rootElement: 3
    case .bytes, .tarHeader, .firstTag: 2
    case .bytesNearStart: 1
    }
  }
}
