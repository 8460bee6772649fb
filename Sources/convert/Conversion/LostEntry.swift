internal import ConverterCore
internal import PluginHost

/// An entry of an archive that ended the worker that unpacked it and looked what it is: it is told as such, and the archive goes on behind it.
struct LostEntry: Sendable {
  /// Its number among all entries of the walk.
  var entry: Int
  var status: Outcome.Status
  var failure: Outcome.Failure

  /// So many entries of one archive may be lost; with more, the archive is.
  static let most = 100

  /// What the end of a job at this entry means; `nil` where nothing went wrong.
  init?(_ entry: Int, _ end: WorkerPool.End) {
    switch end {
    case .answered, .handedOver, .notBegun: return nil
    case .crashed, .timedOut, .broken: break
    }
    let outcome = Outcome(name: "", end)
    guard let failure = outcome.error else { return nil }
    self.init(entry: entry, status: outcome.status, failure: failure)
  }

  private init(entry: Int, status: Outcome.Status, failure: Outcome.Failure) {
    self.entry = entry
    self.status = status
    self.failure = failure
  }
}

extension [LostEntry] {
  /// Takes one more.
  ///
  /// - Returns: `false` where it is none, or known and not to blame, or one too many.
  mutating func take(_ lost: LostEntry?) -> Bool {
    guard let lost, count < LostEntry.most, !contains(where: { $0.entry == lost.entry }) else { return false }
    append(lost)
    return true
  }
}

extension LostEntry: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("entry", entry)
    json.member("failure", failure)
    json.member("status", word: status.rawValue)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var entry: Int?
    var failure: Outcome.Failure?
    var status: Outcome.Status?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "entry": entry = try json.integer()
      case "failure": failure = try json.record(Outcome.Failure.self)
      case "status": status = try json.word(Outcome.Status.self)
      default: try json.skipValue()
      }
    }
    self.init(
      entry: try json.required(entry, "entry"), status: try json.required(status, "status"),
      failure: try json.required(failure, "failure"))
  }
}
