internal import Containers
internal import ConverterCore
internal import FoundationEssentials

/// The properties that a file states about itself, from the stream `\u{5}SummaryInformation` ([MS-OLEPS] 2.21, 3.1).
struct SummaryInformation: Hashable, Sendable {
  let title: String?
  let author: String?

  /// Times in UTC as ISO 8601, such as `2009-03-01T08:00:00Z`.
  let created: String?
  let modified: String?

  /// The number of pages when the file was last laid out.
  let pageCount: Int?

  init(_ bytes: [UInt8]) {
    let section = bytes.unsigned32(at: 44) ?? bytes.count
    var offsets: [Int: Int] = [:]
    for index in 0..<min(bytes.unsigned32(at: section + 4) ?? 0, 256) {
      guard let identifier = bytes.unsigned32(at: section + 8 + index * 8),
        let offset = bytes.unsigned32(at: section + 12 + index * 8)
      else { break }
      offsets[identifier] = section + offset
    }
    let codePage = offsets[1].flatMap { bytes.unsigned16(at: $0 + 4) } ?? 1252
    func text(_ identifier: Int) -> String? { offsets[identifier].flatMap { bytes.text(at: $0, codePage: codePage) } }
    func time(_ identifier: Int) -> String? { offsets[identifier].flatMap { bytes.time(at: $0) } }
    title = text(2)
    author = text(4)
    created = time(12)
    modified = time(13)
    let pages = offsets[14].flatMap { bytes.unsigned32(at: $0) == 3 ? bytes.unsigned32(at: $0 + 4) : nil }
    pageCount = pages.flatMap { (1...maximumPageCount).contains($0) ? $0 : nil }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the two ranges of control characters or ends a line or paragraph.
  fileprivate var isControlOrLineEnd: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }
}

/// Word writes at most 32,767 pages; more is no number of pages.
private let maximumPageCount = 32_767

extension [UInt8] {
  /// The string of a property: a type (30 for bytes in the code page of the set, 31 for UTF-16), a size, the string with a
  /// terminating zero. `nil` for empty ones.
  fileprivate func text(at offset: Int, codePage: Int) -> String? {
    guard let type = unsigned32(at: offset), let size = unsigned32(at: offset + 4) else { return nil }
    let start = offset + 8
    let text: String?
    switch type {
    case 31: text = utf16(at: start, count: Swift.min(size, 4096))
    case 30 where codePage == 1200: text = utf16(at: start, count: Swift.min(size, 8192) / 2)
    case 30 where start <= count:
      let encoding = TextEncoding(named: codePage == 65001 ? "utf-8" : "cp\(codePage)")
      let string = self[start..<Swift.min(start + size, count)].prefix { $0 != 0 }
      text = String(decoding: TextDecoder(encoding: encoding).decode(Data(string)).utf8, as: UTF8.self)
    default: text = nil
    }
    var shown = ""
    for scalar in (text ?? "").unicodeScalars {
      if scalar == "\0" { break }
      if !scalar.isControlOrLineEnd { shown.unicodeScalars.append(scalar) }
    }
    return shown.hasInk ? shown : nil
  }

  /// The time of a property: a type (64), then tenths of microseconds since the start of 1601; `nil` for durations and zeros.
  fileprivate func time(at offset: Int) -> String? {
    guard unsigned32(at: offset) == 64, let low = unsigned32(at: offset + 4), let high = unsigned32(at: offset + 8)
    else { return nil }
    let seconds = (high << 32 | low) / 10_000_000
    // Word leaves zeros and small durations where nothing was saved yet; 1980 is the start of the file system's time.
    guard seconds > 11_960_000_000, seconds < 400_000_000_000 else { return nil }
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let date = CivilDate(daysSince1601: day)
    let time = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(2) }.joined(separator: ":")
    return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))T\(time)Z"
  }
}

/// A day of the Gregorian calendar.
private struct CivilDate {
  let year: Int
  let month: Int
  let day: Int

  /// Years are counted from March on, so that the leap day is the last of its year; 400 years have 146,097 days.
  init(daysSince1601: Int) {
    let days = daysSince1601 + 306
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = 1600 + era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }
}

extension Int {
  fileprivate func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
