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

/// The programs of a selection, started as they are needed, and what they read and write.
public struct PluginSet: Sendable {
  /// In the order of the selection.
  public let sessions: [PluginSession]

  /// No programs.
  public static let none = PluginSet(.none, PluginSettings())

  public init(_ selection: PluginSelection, _ settings: PluginSettings) {
    sessions = selection.manifests.map { PluginSession($0, settings) }
  }

  /// All readers in the order in which they are asked.
  public func readers(
    around own: [any Reader], password: String? = nil, encoding: String? = nil
  ) -> [any Reader] {
    let (before, after) = split { !$0.manifest.reads.isEmpty }
    func reader(_ session: PluginSession) -> any Reader {
      ProcessReader(session, password: password, encoding: encoding)
    }
    return before.map(reader) + own + after.map(reader)
  }

  /// All writers in the order in which they are asked.
  public func writers(around own: [any Writer]) -> [any Writer] {
    let (before, after) = split { !$0.manifest.writes.isEmpty }
    func writers(_ session: PluginSession) -> [any Writer] {
      session.manifest.writes.map { ProcessWriter(session, $0) }
    }
    return before.flatMap(writers) + own + after.flatMap(writers)
  }

  /// Starts all programs, for a process that cannot start any later.
  public func start() {
    for session in sessions { session.start() }
  }

  /// Whether all programs have been started and none has ended.
  public var isRunning: Bool { sessions.allSatisfy(\.isRunning) }

  private func split(_ isMeant: (PluginSession) -> Bool) -> (before: [PluginSession], after: [PluginSession]) {
    let meant = sessions.filter(isMeant)
    return (meant.filter { $0.manifest.priority > 0 }, meant.filter { $0.manifest.priority <= 0 })
  }
}
