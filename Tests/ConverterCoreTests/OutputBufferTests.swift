import Testing

@testable import ConverterCore

/// What is stored a word at a time is what is stored a byte at a time.
struct OutputBufferTests {
  @Test func `numbers of all lengths are written as Swift writes them, whatever room is left`() {
    let tens = sequence(first: 1) { $0 > Int.max / 10 ? nil : $0 * 10 }
    for number in tens.flatMap({ [$0 - 1, $0, $0 + 7, -$0] }) + [.max, .min, 12_345_678, 100_000_001] {
      var buffer = OutputBuffer()
      buffer.append(number)
      let digits = "\(number)".utf8.count
      for room in [digits, digits + 3, digits + 8] { buffer.append(atMost: room) { $0.append(number) } }
      #expect(buffer.bytes == Array(String(repeating: "\(number)", count: 4).utf8))
    }
  }

  @Test func `strings are escaped wherever the character stands`() {
    for length in 0..<20 {
      for index in 0...length {
        for (character, escaped) in [
          ("\"", "\\\""), ("\\", "\\\\"), ("\u{1F}", "\\u001f"), ("\u{0}", "\\u0000"), ("\n", "\\n"),
          ("\u{7F}", "\u{7F}"), (" ", " "), ("!", "!"), ("]", "]"), ("é", "é"), ("二", "二"),
        ] {
          var json = JSONOutput(startsLines: false)
          let (before, after) = (String(repeating: "a", count: index), String(repeating: "公", count: length - index))
          json.string(before + character + after)
          #expect(String(decoding: json.buffer.bytes, as: UTF8.self) == "\"" + before + escaped + after + "\"")
        }
      }
    }
  }
}
