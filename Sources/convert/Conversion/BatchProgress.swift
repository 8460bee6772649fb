internal import ConverterCore

/// What is told while a batch runs: on a terminal, one line that is drawn anew a few times a second; elsewhere nothing.
struct BatchProgress {
  private let isShown: Bool
  private let total: Int
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?
  private var failures = 0
  /// Inputs that are done; an archive counts as one.
  private var inputsDone = 0
  /// Inputs that an earlier run had done, which say nothing about the speed of this one.
  private var inputsRecalled = 0

  /// - Parameter total: how many inputs there are.
  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  mutating func add(_ line: Manifest.Line) {
    if line.isFailure { failures += 1 }
  }

  mutating func addInput(isRecalled: Bool) {
    inputsDone += 1
    if isRecalled { inputsRecalled += 1 }
  }

  /// Draws the line, if it is time.
  ///
  /// - Parameter slowest: finds the source that is being read for the longest time, and since when; asked only where the line is
  ///   drawn.
  mutating func draw(slowest: () -> (name: String, start: ContinuousClock.Instant)?) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let drawn, now - drawn < .milliseconds(200) { return }
    drawn = now
    StandardError.draw(line(at: now, slowest()))
  }

  /// Takes the line away.
  func clear() {
    if isShown { StandardError.draw("") }
  }

  /// `120 of 400, 3 failed, 45 a second, 0:06 left; 12 s at in/large.pdf`
  private func line(
    at now: ContinuousClock.Instant, _ slowest: (name: String, start: ContinuousClock.Instant)?
  ) -> String {
    let seconds = (now - start) / .seconds(1)
    let rate = Double(inputsDone - inputsRecalled) / max(seconds, 0.001)
    var line = "\(inputsDone) of \(total), \(failures) failed"
    if rate > 0 {
      let left = Int((Double(total - inputsDone) / rate).rounded())
      line += ", \(Int(rate.rounded())) a second, \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    if let slowest {
      let age = Int((now - slowest.start) / .seconds(1))
      if age >= 2 { line += "; \(age) s at \(slowest.name)" }
    }
    return line
  }
}
