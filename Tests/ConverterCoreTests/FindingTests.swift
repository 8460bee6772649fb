import ConverterCore
import Testing

struct FindingTests {
  @Test(arguments: [
    ("read as “utf\u{13}8\n”", "read as “utf_8_”"), ("a\u{7F}b\u{85}c\u{9F}", "a_b_c_"),
    ("é “中” \u{A0}½", "é “中” \u{A0}½"),
  ]) func `A message is one line, whatever it quotes`(quoted: String, message: String) {
    #expect(Finding(.note, "test.quoted", quoted).message == message)
  }
}
