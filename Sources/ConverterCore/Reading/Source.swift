public import FoundationEssentials

/// Named bytes, from a file or from inside a container.
public struct Source: Hashable, Sendable {
  /// The name as given; members of containers follow after `!`, as in `a.zip!b/c.docx`.
  public var name: String

  /// The bytes; for files a map of the file, so that only what is read is loaded.
  public let bytes: Data

  /// The name of the format that was detected or asked for; `nil` before detection.
  public var format: String?

  /// Whether ``bytes`` are a map of a file: what of them was read can be forgotten and is there again when it is asked for.
  package let isMapped: Bool

  public init(name: String, bytes: Data, format: String? = nil) {
    self.init(name: name, bytes: bytes, format: format, isMapped: false)
  }

  /// - Precondition: `isMapped` is said only of bytes that are a private map of a file from its start, which nobody writes to.
  package init(name: String, bytes: Data, format: String? = nil, isMapped: Bool) {
    self.name = name
    self.bytes = bytes
    self.format = format
    self.isMapped = isMapped
  }
}

extension Source {
  /// What stands in the name of a source behind the last folder or archive.
  package static func lastComponent(of name: String) -> Substring {
    name[(name.lastIndex { $0 == "/" || $0 == "!" }.map(name.index(after:)) ?? name.startIndex)...]
  }

  /// The part of the name after the last dot of its last component, in lower case; empty where there is none.
  public var fileExtension: String {
    let component = Source.lastComponent(of: name)
    guard let dot = component.lastIndex(of: "."), dot != component.startIndex else { return "" }
    return component[component.index(after: dot)...].lowercased()
  }
}
