/// Takes the bytes of a writer in order.
///
/// Some outputs come in parts (one CSV grid per table). A sink that keeps parts apart, such as one file per part, says
/// so; for any other sink the writer puts its own separator between them.
public protocol ByteSink {
  /// Whether ``beginPart(_:)`` starts a place of its own.
  var separatesParts: Bool { get }

  /// Begins a part named after its document's output, such as `t1`; does nothing where parts are not kept apart.
  mutating func beginPart(_ name: String) throws(WritingError)

  /// Takes bytes that follow the ones before.
  mutating func write(_ bytes: Span<UInt8>) throws(WritingError)
}

/// The names of parts, which become parts of the names of files.
package enum PartName {
  /// Whether a name stays in the folder of its output: it is not empty, and has neither slashes nor control characters.
  package static func isValid(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 100
      && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }
  }
}

extension ByteSink {
  public var separatesParts: Bool { false }

  public mutating func beginPart(_ name: String) throws(WritingError) {}
}

/// Keeps what is written in memory, part by part.
public struct MemorySink: ByteSink, Sendable {
  /// One part of the output.
  public struct Part: Hashable, Sendable {
    /// Empty for what comes before the first named part.
    public var name: String
    public var bytes: [UInt8]
  }

  public let separatesParts: Bool

  /// The parts in order of writing; what comes before the first named part has no name.
  public private(set) var parts: [Part] = []

  public init(separatesParts: Bool = false) {
    self.separatesParts = separatesParts
  }

  public mutating func beginPart(_ name: String) {
    if separatesParts { parts.append(Part(name: name, bytes: [])) }
  }

  public mutating func write(_ bytes: Span<UInt8>) {
    if parts.isEmpty { parts.append(Part(name: "", bytes: [])) }
    let last = parts.count - 1
    for index in bytes.indices { parts[last].bytes.append(bytes[index]) }
  }

  /// All bytes, parts one after the other.
  public var bytes: [UInt8] { parts.flatMap(\.bytes) }

  /// All bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
