public import Foundation
public import Testing

/// When a golden file is written instead of compared; the environment variable `RECORD` says it.
public enum RecordMode: String, Sendable {
  /// Files that do not exist are written, and the test fails so that someone looks at them.
  case missing
  /// Files that differ are written as well.
  case failed
  /// All files are written.
  case all
  /// None: what CI uses.
  case never

  /// The mode of this test run.
  public static let current = RecordMode(environment: ProcessInfo.processInfo.environment)

  /// The mode that variables of the environment ask for: never on CI, else what `RECORD` says, else missing.
  public init(environment: [String: String]) {
    self = environment["CI"] == nil ? environment["RECORD"].flatMap(RecordMode.init) ?? .missing : .never
  }
}

/// Compares a text with the file that holds what it should be, and shows the lines that differ.
///
/// Dump documents with `JSONWriter`, whose lines are blocks and cells. Written files are a failure once:
/// look at them, then commit them.
///
/// - Parameters:
///   - text: what came out.
///   - file: an absolute path, mostly beside the test's own (`#filePath`).
///   - mode: when the file is written; by default what the environment says.
///   - sourceLocation: where a failure is shown.
public func expectGolden(
  _ text: String, at file: URL, mode: RecordMode = .current, sourceLocation: SourceLocation = #_sourceLocation
) {
  let expected = try? String(contentsOf: file, encoding: .utf8)
  if expected == text, mode != .all { return }
  let records =
    switch mode {
    case .missing: expected == nil
    case .failed, .all: true
    case .never: false
    }
  let difference = differingLines(expected ?? "", text)
  guard records else {
    Issue.record("\(file.lastPathComponent) differs:\n\(difference)", sourceLocation: sourceLocation)
    return
  }
  do {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    if expected != text {
      Issue.record("\(file.lastPathComponent) was written; look at it:\n\(difference)", sourceLocation: sourceLocation)
    }
  } catch {
    Issue.record("\(file.path) cannot be written: \(error)", sourceLocation: sourceLocation)
  }
}

/// The lines to remove (`-`) and to insert (`+`) with their numbers, at most forty.
private func differingLines(_ expected: String, _ actual: String) -> String {
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = actualLines.difference(from: expectedLines).map { change in
    switch change {
    case .remove(let offset, let line, _): (offset: offset, order: 0, text: "- \(offset + 1): \(line)")
    case .insert(let offset, let line, _): (offset: offset, order: 1, text: "+ \(offset + 1): \(line)")
    }
  }
  let shown = changes.sorted { ($0.offset, $0.order) < ($1.offset, $1.order) }.prefix(40).map(\.text)
  return shown.joined(separator: "\n") + (changes.count > 40 ? "\n… \(changes.count - 40) more" : "")
}
