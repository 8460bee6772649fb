import Testing

@testable import ReportProfile

@Suite struct ExactDecimalTests {
  @Test(arguments: [("0", "0"), ("-55", "-55"), ("22.040", "22.04"), ("0.05", "0.05"), ("-0.5", "-0.5"), ("007", "7")])
  func `Digits are read and printed without zeros at the end`(text: String, printed: String) throws {
    #expect(try #require(ExactDecimal(text)).description == printed)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1e3", "1,000", String(repeating: "9", count: 40), "0.1234567890123456789"])
  func `Anything else is refused`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `Tenths add up exactly`() {
    #expect(ExactDecimal("0.1").flatMap { one in ExactDecimal("0.2").flatMap { one + $0 } } == ExactDecimal("0.3"))
  }

  @Test func `What has too many digits is no number`() throws {
    let large = try #require(ExactDecimal(String(repeating: "9", count: 38)))
    #expect(large + large == nil)
    #expect(large * large == nil)
    #expect(ExactDecimal(-1) < large)
  }

  @Test(arguments: [("1", "3", "0.3333"), ("2", "3", "0.6667"), ("-2", "3", "-0.6667"), ("22.04", "0.02", "1102")])
  func `Quotients are rounded half away from zero`(one: String, other: String, quotient: String) throws {
    let dividend = try #require(ExactDecimal(one))
    let divisor = try #require(ExactDecimal(other))
    #expect(dividend.divided(by: divisor, decimals: 4)?.description == quotient)
    #expect(dividend.divided(by: .zero, decimals: 4) == nil)
  }
}
