internal import ConverterCore

/// What a PDF says about itself (ISO 32000-2, 14.3.3, the information dictionary).
enum PDFMetadata {
  static func metadata(of document: borrowing PDFDocument) -> Metadata {
    Metadata(
      title: stated(document.info("Title")),
      author: stated(document.info("Author")),
      created: document.info("CreationDate").flatMap(isoDate),
      modified: document.info("ModDate").flatMap(isoDate),
      pageCount: document.pageCount,
      language: stated(document.language))
  }

  /// A text without control characters and outer spaces; `nil` where nothing is left.
  static func stated(_ text: String?) -> String? {
    let scalars = (text ?? "").unicodeScalars
    let cleaned = String(scalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    let words = cleaned.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return words.isEmpty ? nil : String(words)
  }

  /// A date of PDF (ISO 32000-2, 7.9.4) in the form of ISO 8601, as exact as stated; `nil` where it is none.
  ///
  ///     D:20240131093000+08'00'  →  2024-01-31T09:30:00+08:00
  ///     D:202401                 →  2024-01
  static func isoDate(_ text: String) -> String? {
    var rest = Array(text.utf8)[...]
    if rest.starts(with: "D:".utf8) { rest = rest.dropFirst(2) }
    guard let year = digits(4, of: &rest, in: 0...9999) else { return nil }
    var date = year
    guard let month = digits(2, of: &rest, in: 1...12) else { return date }
    date += "-" + month
    guard let day = digits(2, of: &rest, in: 1...31) else { return date }
    date += "-" + day
    guard let hour = digits(2, of: &rest, in: 0...23) else { return date }
    let minute = digits(2, of: &rest, in: 0...59) ?? "00"
    date += "T" + hour + ":" + minute
    if let second = digits(2, of: &rest, in: 0...59) { date += ":" + second }
    return date + zone(rest)
  }

  private static func zone(_ text: ArraySlice<UInt8>) -> String {
    guard let sign = text.first else { return "" }
    if sign == UInt8(ascii: "Z") { return "Z" }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return "" }
    var rest = text.dropFirst()
    guard let hours = digits(2, of: &rest, in: 0...23) else { return "" }
    if rest.first == UInt8(ascii: "'") { rest = rest.dropFirst() }
    let minutes = digits(2, of: &rest, in: 0...59) ?? "00"
    return (sign == UInt8(ascii: "+") ? "+" : "-") + hours + ":" + minutes
  }

  /// Takes so many digits whose number lies in a range.
  private static func digits(_ count: Int, of text: inout ArraySlice<UInt8>, in range: ClosedRange<Int>) -> String? {
    let taken = text.prefix(count)
    guard taken.count == count, taken.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = taken.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard range.contains(number) else { return nil }
    text = text.dropFirst(count)
    return String(decoding: taken, as: UTF8.self)
  }
}
