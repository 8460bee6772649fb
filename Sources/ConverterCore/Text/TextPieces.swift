package import FoundationEssentials

/// The text of a source in pieces that end where lines do, so that a long one is never in memory whole.
///
/// Valid UTF-8 is cut and not copied. Anything else that is long is decoded piece by piece, after a pass that counts what cannot be
/// decoded: twice the work, and less than the first touch of the memory for a whole text.
package struct TextPieces {
  package let encoding: TextEncoding

  /// How many undecodable sequences of the whole text became U+FFFD.
  package private(set) var replacementCount = 0

  /// How many pages form feeds part the text into; a form feed at the very end begins no page.
  package private(set) var pageCount = 1

  private let source: Source
  /// What pieces are cut from.
  private var bytes: Data
  private var position = 0
  /// Whether ``bytes`` are still to be decoded.
  private var isEncoded = false

  /// - Parameters:
  ///   - source: the text.
  ///   - encoding: taken whatever the bytes look like; `nil` to find out.
  package init(_ source: Source, encoding: TextEncoding?) {
    self.source = source
    let plan = DecodingPlan(source.bytes, forced: encoding, passed: source.forget)
    self.encoding = plan.encoding
    bytes = plan.content
    if let survey = plan.plainSurvey {
      countPages(survey.controls, endsPage: bytes.last == 0x0C)
    } else if !plan.encoding.isStateful, bytes.count > TextPieces.countedLength {
      isEncoded = true
      countDecoded()
    } else {
      let decoded = TextDecoder.decoded(bytes, from: plan.encoding)
      bytes = decoded.utf8
      replacementCount = decoded.replacementCount
      var controls = ControlMarks()
      controls.add(bytes.span)
      countPages(controls, endsPage: bytes.last == 0x0C)
    }
  }
}

extension TextPieces {
  /// Whether nothing is left.
  package var isAtEnd: Bool { position == bytes.count }

  /// The next piece of valid UTF-8.
  ///
  /// - Parameters:
  ///   - length: about how many bytes of the source it is made from; more where a line is longer.
  ///   - rest: the end of the piece before, which the next one begins with.
  package mutating func next(_ length: Int, behind rest: Data) -> Data {
    let start = position
    position = lineEnd(near: start + length)
    source.forget(0..<(start - rest.count))
    if isEncoded {
      let decoded = TextDecoder.decoded(slice(start..<position), from: encoding).utf8
      return rest.isEmpty ? decoded : rest + decoded
    }
    return slice((start - rest.count)..<position)
  }

  /// Counts what decoding all pieces would replace.
  private mutating func countDecoded() {
    var controls = ControlMarks()
    var endsPage = false
    while !isAtEnd {
      let start = position
      position = lineEnd(near: start + TextPieces.countedLength)
      let decoded = TextDecoder.decoded(slice(start..<position), from: encoding)
      replacementCount += decoded.replacementCount
      controls.add(decoded.utf8.span)
      endsPage = decoded.utf8.last == 0x0C
      source.forget(0..<position)
    }
    position = 0
    countPages(controls, endsPage: endsPage)
  }

  /// Bytes that are decoded at once where decoding is only counted.
  private static let countedLength = 1 << 20

  /// The offset behind the last line that ends before another offset, or behind the first that ends after it.
  private func lineEnd(near offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    let span = bytes.span
    let width = isEncoded ? encoding.unitWidth : 1
    let near = offset / width * width
    func endsLine(_ unit: Int) -> Bool { encoding.isLineFeed(span, at: unit, width) }
    let before = stride(from: near - width, through: position, by: -width).first(where: endsLine)
    let behind = before ?? stride(from: near, to: span.count - width, by: width).first(where: endsLine)
    return behind.map { $0 + width } ?? span.count
  }

  private func slice(_ range: Range<Int>) -> Data {
    bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
  }

  private mutating func countPages(_ controls: ControlMarks, endsPage: Bool) {
    pageCount += endsPage ? controls.formFeedCount - 1 : controls.formFeedCount
  }
}
