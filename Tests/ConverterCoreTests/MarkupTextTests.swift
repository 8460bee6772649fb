import ConverterCore
import Testing

struct MarkupTextTests {
  @Test(arguments: [
    ("plain 文", "plain 文"), ("a<b & \"c\">", "a&lt;b &amp; &quot;c&quot;&gt;"),
    // A mark with an accent after it is one character, and markup still.
    ("\"\u{301}", "&quot;\u{301}"), ("<\u{301}", "&lt;\u{301}"),
  ])
  func `markup becomes entities`(text: String, expected: String) {
    #expect(Array(MarkupText.escaped(text).utf8) == Array(expected.utf8))
  }
}
