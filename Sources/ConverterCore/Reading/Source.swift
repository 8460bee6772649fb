public import FoundationEssentials

/// Named bytes, from a file or from inside a container.
public struct Source: Hashable, Sendable {
  /// The name as given; members of containers follow after `!`, as in `a.zip!b/c.docx`.
  public var name: String

  /// The bytes; for files a map of the file, so that only what is read is loaded.
  public var bytes: Data

  /// The name of the format that was detected or asked for; `nil` before detection.
  public var format: String?

  public init(name: String, bytes: Data, format: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.format = format
  }
}

extension Source {
  /// The part of the name after the last dot of its last component, in lower case; empty where there is none.
  public var fileExtension: String {
    let component = name[(name.lastIndex { $0 == "/" || $0 == "!" }.map(name.index(after:)) ?? name.startIndex)...]
    guard let dot = component.lastIndex(of: "."), dot != component.startIndex else { return "" }
    return component[component.index(after: dot)...].lowercased()
  }
}
