internal import ConverterCore
internal import PluginHost

extension Outcome {
  /// What the end of a job means for its source.
  init(name: String, _ end: WorkerPool.End) {
    switch end {
    case .answered(let payload):
      self =
        (try? Outcome(json: payload)) ?? Outcome(name: name, status: .crashed, .unreadableAnswer)
    case .crashed(let detail, _):
      self.init(name: name, status: .crashed, Failure(code: "crashed", sentence: "reading it crashed: \(detail)"))
    case .handedOver, .notBegun: self.init(name: name, status: .crashed, .unreadableAnswer)
    case .timedOut(let allowance):
      let seconds = Int((allowance / .seconds(1)).rounded())
      self.init(
        name: name, status: .stopped,
        Failure(code: "time-limit", sentence: "reading it took longer than the limit of \(seconds) s (--time-limit)"))
    case .broken(let detail):
      self.init(name: name, status: .crashed, Failure(code: "worker-broken", sentence: "reading it failed: \(detail)"))
    }
  }
}

extension Outcome.Failure {
  /// A worker said that it had come to an end, and not in words that anyone knows.
  static let unreadableAnswer = Outcome.Failure(
    code: "worker-broken", sentence: "reading it failed: the answer of the worker cannot be understood")
}
