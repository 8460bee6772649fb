import ConverterCore
import Testing

@Suite struct `Numbers in cells` {
  @Test(arguments: [
    ("0", "0", nil), ("12", "12", nil), (" 12 ", "12", nil), ("1,234,567.80", "1234567.80", nil),
    ("１，２３４．５", "1234.5", nil), ("-3", "-3", nil), ("－3", "-3", nil), ("\u{2212}3", "-3", nil), ("+3", "3", nil),
    ("0.05", "0.05", nil), (".5", "0.5", nil), ("1\u{202F}234", "1234", nil), ("12.5 %", "12.5", "%"),
    ("12.5％", "12.5", "%"), ("380万元", "380", "万元"), ("2024年", "2024", "年"), ("36.6℃", "36.6", "℃"),
    ("25 m²", "25", "m²"), ("¥1,200", "1200", "¥"), ("-$5.00", "-5.00", "$"), ("€-5", "-5", "€"),
    ("123456789012345678901234567890.12", "123456789012345678901234567890.12", nil),
  ])
  func `are read digit by digit`(text: String, number: String, unit: String?) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.number == number)
    #expect(quantity.unit == unit)
  }

  @Test(arguments: [
    "", " ", "-", "—", "none", "3.", "3、", "1,23", "1,2345", "1234,567", "1,234'567", "1.2.3", "5-7", "2024-01-05",
    "3月5日", "12/30", "007", "00", "1 234", "--5", "1E5", "(5)", "约5", "5 of the nine offices", "1,", "5.元",
    "17²", "17³", "1,200¹", "10⁵", "3.2×10⁵", "45¹²", "100 / 250",
  ])
  func `are not seen in other texts`(text: String) {
    #expect(Quantity(text) == nil)
  }
}
