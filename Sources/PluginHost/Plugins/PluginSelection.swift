public import ConverterCore

/// The plug-ins that take part in a run, and how they stand to the formats that the program reads and writes itself.
///
/// Formats of plug-ins with a priority above 0 come before those of the program, the others after them; the first that
/// claims a name, or a mark in the bytes, has it.
public struct PluginSelection: Sendable {
  /// In order of priority, then of name.
  public let manifests: [PluginManifest]

  /// No plug-ins.
  public static let none = PluginSelection(ordered: [])

  private init(ordered manifests: [PluginManifest]) {
    self.manifests = manifests
  }

  /// - Throws: ``PluginProblem`` where two plug-ins of one priority claim the same.
  public init(_ manifests: [PluginManifest]) throws(PluginProblem) {
    self.init(ordered: manifests.sorted { ($1.priority, $0.name, $0.path) < ($0.priority, $1.name, $1.path) })
    for (index, first) in self.manifests.enumerated() {
      for second in self.manifests[(index + 1)...] where second.priority == first.priority {
        if first.name == second.name {
          throw PluginProblem("Two plug-ins are named “\(first.name)”: \(first.path) and \(second.path).")
        }
        guard let claim = first.claim(sharedWith: second) else { continue }
        throw PluginProblem(
          "Two plug-ins \(claim): “\(first.name)” (\(first.path)) and “\(second.name)” (\(second.path)); "
            + "give one of them a higher \"priority\" or turn it off.")
      }
    }
  }
}

extension PluginManifest {
  /// What two plug-ins both do, as what follows “two plug-ins”.
  fileprivate func claim(sharedWith other: PluginManifest) -> String? {
    for format in reads {
      for second in other.reads {
        if format.name == second.name { return "read the format “\(format.name)”" }
        if let mark = format.signatures.first(where: second.signatures.contains) {
          return "know a format by the same signature (\(mark.words))"
        }
        guard format.signatures.isEmpty, second.signatures.isEmpty else { continue }
        if let shared = format.extensions.first(where: second.extensions.contains) {
          return "read files named .\(shared)"
        }
      }
    }
    let names = other.writes.map(\.name)
    return writes.first { names.contains($0.name) }.map { "write the format “\($0.name)”" }
  }
}

extension Signature {
  /// The mark in a few words.
  fileprivate var words: String {
    switch self {
    case .bytes(let bytes, let offset): "\(bytes.count) bytes at \(offset)"
    case .tarHeader: "the header of a tar archive"
    case .bytesNearStart(let bytes, _): "“\(String(decoding: bytes, as: UTF8.self))” near the start"
    case .zipMember(let name): "the ZIP member “\(name)”"
    case .compoundStream(let name): "the stream “\(name)”"
    case .firstTag(let names): "the tag <\(names.first ?? "")>"
    case .rootElement(_, let name): "the root element <\(name)>"
    }
  }
}

/// What the plug-ins of a selection read and write. Their programs start as they are needed, one for each reader and each
/// writer: so none is asked twice for one source, and one that ends after each answer can do all of it.
public struct PluginSet: Sendable {
  /// In the order of the selection.
  fileprivate let readerSessions: [PluginSession]
  private let writers: [ProcessWriter]

  /// No programs.
  public static let none = PluginSet(.none, PluginSettings())

  public init(_ selection: PluginSelection, _ settings: PluginSettings) {
    readerSessions = selection.manifests.filter { !$0.reads.isEmpty }.map { PluginSession($0, settings) }
    writers = selection.manifests.flatMap { manifest in
      manifest.writes.map { ProcessWriter(PluginSession(manifest, settings), $0) }
    }
  }

  /// All readers in the order in which they are asked.
  public func readers(
    around own: [any Reader], password: String? = nil, encoding: String? = nil
  ) -> [any Reader] {
    func made(_ sessions: [PluginSession]) -> [any Reader] {
      sessions.map { ProcessReader($0, password: password, encoding: encoding) }
    }
    return made(readerSessions.filter { $0.manifest.priority > 0 }) + own
      + made(readerSessions.filter { $0.manifest.priority <= 0 })
  }

  /// All writers in the order in which they are asked.
  public func writers(around own: [any Writer]) -> [any Writer] {
    writers.filter { $0.session.manifest.priority > 0 } + own + writers.filter { $0.session.manifest.priority <= 0 }
  }
}

/// Conversations with programs that a process starts before it gives up starting programs.
public struct StartedPlugins: Sendable {
  private let sessions: [PluginSession]

  /// Starts the programs of all readers of a set, and of the writers that are used.
  public init(_ set: PluginSet, writers: [any Writer]) {
    sessions = set.readerSessions + writers.compactMap { ($0 as? ProcessWriter)?.session }
    for session in sessions { session.start() }
  }

  /// Begins the time that a source has: all programs together may take no longer.
  public func beginSource() { for session in sessions { session.beginSource() } }

  /// Whether there are none.
  public var isEmpty: Bool { sessions.isEmpty }

  /// Whether all programs can be given a request.
  public var areReady: Bool { sessions.allSatisfy(\.isReady) }

  /// Whether a program had ended when it was asked, so that what it was asked for is to be done by another process.
  public var haveMissedRequest: Bool { sessions.contains(where: \.hasMissedRequest) }
}
