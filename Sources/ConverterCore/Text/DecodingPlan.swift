internal import FoundationEssentials

/// What bytes of text are to be decoded from; the steps that find it in order are told at ``TextDecoder``.
struct DecodingPlan {
  let encoding: TextEncoding

  /// The bytes without a byte order mark of the encoding.
  let content: Data

  /// What was seen of the content where it is valid UTF-8, so that nothing is to be decoded.
  private(set) var plainSurvey: TextSurvey?

  /// - Parameters:
  ///   - bytes: the whole text as it is stored.
  ///   - forced: taken whatever the bytes look like; `nil` to find out.
  ///   - passed: called with the offsets of bytes that were looked at, about.
  init(_ bytes: Data, forced: TextEncoding?, passed: (Range<Int>) -> Void = { _ in }) {
    let mark = EncodingDetection.byteOrderMark(bytes.span)
    content = forced == nil || mark?.encoding == forced ? bytes.dropFirst(mark?.length ?? 0) : bytes
    let named = forced ?? mark?.encoding
    guard named == nil || named == .utf8 else {
      encoding = named ?? .utf8
      return
    }
    let survey = TextSurvey(content.span, passed: passed)
    let isPlain = survey.isPlainUTF8 || named == .utf8
    encoding = isPlain ? .utf8 : EncodingDetection.encoding(of: content, survey)
    if encoding == .utf8 && survey.damage == nil { plainSurvey = survey }
  }
}
