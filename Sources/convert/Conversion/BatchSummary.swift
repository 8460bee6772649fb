internal import ConverterCore

/// The manifest of a batch in a few figures.
struct BatchSummary: Codable, Sendable {
  /// How many sources the longest readings and the first failures are told of.
  static let shown = 10

  struct Reading: Codable, Sendable {
    var source: String
    var milliseconds: Int
  }

  /// How many sources had each status.
  private(set) var statuses: [String: Int] = [:]

  /// How many sources had no output for each reason, by its code.
  private(set) var reasons: [String: Int] = [:]

  /// The longest readings, longest first; of equal ones, the earlier.
  private(set) var slowest: [Reading] = []

  /// The first sources that gave no output, skipped ones apart.
  private(set) var failures: [String] = []

  mutating func add(_ line: Manifest.Line) {
    statuses[line.status.rawValue, default: 0] += 1
    if let error = line.error { reasons[error.code, default: 0] += 1 }
    if line.isFailure, failures.count < Self.shown { failures.append(line.source) }
    let place = slowest.firstIndex { $0.milliseconds < line.milliseconds } ?? slowest.count
    guard place < Self.shown else { return }
    slowest.insert(Reading(source: line.source, milliseconds: line.milliseconds), at: place)
    if slowest.count > Self.shown { slowest.removeLast() }
  }

  /// How many sources there are.
  var count: Int { statuses.values.reduce(0, +) }

  /// How many sources gave no output, skipped ones apart.
  var failureCount: Int {
    count - [Outcome.Status.converted, .partial, .skipped].reduce(0) { $0 + (statuses[$1.rawValue] ?? 0) }
  }
}

extension Manifest.Line {
  /// Whether the source gave no output although it should have.
  var isFailure: Bool {
    switch status {
    case .failed, .crashed, .stopped: true
    case .converted, .partial, .skipped: false
    }
  }
}

extension BatchSummary: CustomStringConvertible {
  /// The number of sources, in words.
  var sources: String { count == 1 ? "1 source" : "\(count) sources" }

  /// A few lines for people.
  var description: String {
    var lines = ["\(sources): \(Self.list(statuses))"]
    if !reasons.isEmpty { lines.append("reasons: \(Self.list(reasons))") }
    if !failures.isEmpty {
      let more = failureCount - failures.count
      lines.append("without output: " + failures.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
    let long = slowest.filter { $0.milliseconds >= 100 }
    if !long.isEmpty {
      lines.append(
        "slowest: "
          + long.map { "\($0.source) (\($0.milliseconds / 1000).\($0.milliseconds / 100 % 10) s)" }.joined(
            separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  /// The most frequent first; of equally frequent ones by name.
  private static func list(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
