import ConverterTesting
import Testing

@testable import DocxReader

@Test(arguments: [
  ("General", "0.55000000000000004", "0.55"), ("General", "1234567890123456", "1234567890123456"),
  ("General", "-3", "-3"),
  ("0%", "0.125", "13%"), ("0.0%", "0.1234", "12.3%"), ("0.00", "4.3", "4.30"), ("0.00", "9.995", "10.00"),
  ("0", "0.6", "1"), ("0", "0.4", "0"), ("#,##0", "1234567", "1,234,567"),
  ("#,##0.00_ ;(#,##0.00)", "-1234.5", "(1,234.50)"),
  ("0.0;[Red]-0.0", "-2", "-2.0"), ("#,##0,", "1234567", "1,235"), ("0.##", "2.5", "2.5"), ("000", "7", "007"),
  ("0.0", "1E-3", "0.0"), ("0\"件\"", "12", "12件"), ("[$¥-804]#,##0", "1200", "¥1,200"), ("0;-0;\"none\"", "0", "none"),
  ("\\约0", "5", "约5"), (#"_-* #,##0_-"#, "1500", "1,500"),
]) func `Numbers are shown as their format code says`(code: String, kept: String, shown: String) {
  #expect(NumberFormat(code).text(of: kept) == shown)
}

@Test(arguments: [
  ("yyyy/m/d", "45292", "2024/1/1"), ("yyyy-mm-dd", "60.5", "60.5"), ("yyyy-mm-dd", "59", "1900-02-28"),
  ("yyyy-mm-dd", "61", "1900-03-01"), ("yyyy\"年\"m\"月\"", "45352", "2024年3月"), ("yy.m.d", "45351", "24.2.29"),
  ("h:mm", "0.75", "18:00"), ("m/d h:mm:ss", "45292.00001", "1/1 0:00:01"), ("yyyy", "2958465", "9999"),
]) func `Days are shown as dates`(code: String, kept: String, shown: String) {
  #expect(NumberFormat(code).text(of: kept) == shown)
}

@Test func `Days may be counted from 1904`() {
  #expect(NumberFormat("yyyy-mm-dd", countsFrom1904: true).text(of: "0") == "1904-01-01")
}

@Test(arguments: [
  "# ?/?", "0.0E+00", "[>100]0", "mmm-yy", "[h]:mm", "000-0000", ";;;", "@", "", "0\"", "[DBNum1]0", "aaaa",
])
func `A number stays as it is kept where its code is not understood or shows nothing`(code: String) {
  let shown = NumberFormat(code).text(of: "12.5")
  #expect(shown == "12.5" || code == "0\"" && shown == "13")
  #expect(NumberFormat(code).text(of: "words") == "words")
}

@Test(arguments: [UInt64(1), 2, 3]) func `Random codes and numbers trap nowhere`(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let signs = Array("0#?.,%;\"\\_*[]$-ymdhsGeneral@E+/年 ")
  for _ in 0..<20_000 {
    let length = Int.random(in: 0...12, using: &generator)
    let code = String((0..<length).map { _ in signs[Int.random(in: signs.indices, using: &generator)] })
    let kept = String(Double(bitPattern: .random(in: .min ... .max, using: &generator)))
    #expect(!NumberFormat(code).text(of: kept).isEmpty, "code \(code), number \(kept)")
  }
}
