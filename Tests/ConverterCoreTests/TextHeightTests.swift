import ConverterCore
import Testing

@Suite struct `Text above and below the line` {
  @Test(arguments: [
    ("1", "¹"), ("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), ("-5", "⁻⁵"), ("−5", "⁻⁵"), ("2+", "²⁺"), ("1)", "¹⁾"), ("1,2", "¹,²"),
    ("n+1", "n⁺¹"), (" 3 ", " ³ "),
  ])
  func `keeps its height where it is figures and signs`(text: String, raised: String) {
    #expect(TextHeight.raised.written(text) == raised)
    #expect(TextHeight.level.written(text) == text)
  }

  @Test func `has figures of its own below the line`() {
    #expect(TextHeight.lowered.written("12") == "₁₂")
    #expect(TextHeight.lowered.written("2-") == "₂₋")
  }

  @Test(arguments: ["", "a", "*", "st", "TM", "[1]", "(1)", "（1）", "注", "see 3 below"])
  func `stays as it is where no figure could come of it`(text: String) {
    #expect(TextHeight.raised.written(text) == text)
  }

  @Test func `stays above the line in every step of normalization and is part of no number`() {
    let normalizer = TextNormalizer(steps: Set(TextNormalizer.Step.allCases))
    #expect(normalizer.normalized("1,200¹ × 10⁵") == "1,200¹ × 10⁵")
    #expect(Quantity("1,200¹") == nil)
  }
}

@Suite struct `Text of paragraphs` {
  private func text(_ runs: [(String, TextHeight, TextChange?)]) -> String {
    var text = FlowText()
    for (run, height, change) in runs {
      text.begin(height, change: change)
      for scalar in run.unicodeScalars { text.append(scalar) }
    }
    return text.take()
  }

  @Test func `is written at its height, run by run`() {
    #expect(
      text([("1200", .level, nil), ("1", .raised, nil), (" H", .level, nil), ("2", .lowered, nil)]) == "1200¹ H₂")
    #expect(text([("3", .raised, nil), ("11 offices", .level, nil)]) == "³11 offices")
  }

  @Test func `parts what was deleted from what came in its place`() {
    #expect(text([("100", .level, .deleted), ("250", .level, .inserted)]) == "100 / 250")
    #expect(text([("100", .level, .inserted), (" ", .level, nil), ("250", .level, .deleted)]) == "100  / 250")
    #expect(text([("col", .level, nil), ("u", .level, .inserted), ("r", .level, nil)]) == "colur")
    #expect(text([("1", .level, .deleted), ("0", .level, nil), ("2", .level, .inserted)]) == "102")
  }
}
