import ConverterCore
import Testing

@Suite struct `Joining text` {
  @Test(arguments: [
    ("本年新收", "政府信息", "本年新收政府信息"), ("共", "12 件", "共12 件"), ("12", "件", "12件"),
    ("two", "words", "two words"), ("two ", "  words", "two words"), ("one", "", "one"), ("", "one", "one"),
    ("他说：“", "Hello”", "他说：“Hello”"), ("第一条”", "“第二条", "第一条”“第二条"), ("第一——", "Second", "第一——Second"),
    ("said “", "so”", "said “so”"), ("(see", "below)", "(see below)"), ("end", ", then", "end, then"),
    ("well-", "known", "well-known"), ("range -", "broken", "range - broken"), ("2020-", "2024", "2020-2024"),
    ("docu\u{AD}", "ment", "document"), ("한국어", "문장", "한국어 문장"), ("こと", "です", "ことです"),
    ("naïve", "élan", "naïve élan"),
  ])
  func `lines join as their scripts do`(upper: String, lower: String, joined: String) {
    #expect(TextJoining.lines(upper, lower) == joined)
  }

  @Test func `all lines of a text become one`() {
    #expect(TextJoining.oneLine("\n本年\n新收\n\nnew cases\nof 2024\n") == "本年新收new cases of 2024")
  }

  @Test(arguments: [
    ("1.", "Scope", "1. Scope"), ("一、", "总体情况", "一、总体情况"), ("（一）", "Scope", "（一）Scope"), ("1.", "总体", "1.总体"),
    ("•", "总体", "• 总体"), ("-", "item", "- item"), ("第1条", "内容", "第1条内容"), ("", "x", "x"), ("1.", "", "1."),
    ("1. ", "x", "1. x"), ("\u{F0B7}", "item", "\u{F0B7} item"),
  ])
  func `labels join as they are displayed`(label: String, text: String, joined: String) {
    #expect(TextJoining.label(label, text) == joined)
  }
}
