/// A time as control words state it, without a zone.
struct TimeStamp: Sendable {
  private var year = 0
  private var month = 0
  private var day = 0
  private var hour = 0
  private var minute = 0

  mutating func apply(_ word: ControlWord, _ number: Int) {
    switch word {
    case .yr: year = number
    case .mo: month = number
    case .dy: day = number
    case .hr: hour = number
    case .min: minute = number
    default: break
    }
  }

  /// As ISO 8601, such as `2009-03-01T08:00`; `nil` where it is no time.
  var text: String? {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(padded(hour, 2)):\(padded(minute, 2)):00"
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
