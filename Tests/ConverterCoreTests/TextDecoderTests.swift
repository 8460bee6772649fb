@testable import ConverterCore
import ConverterTesting
import Foundation
import Testing

@Suite struct TextDecoderTests {
  /// An invented sentence of administration, in simplified and traditional characters.
  private static let simplified = "本中心全年受理来信来访二十七件，均按期答复。"
  private static let traditional = "本中心全年受理來信來訪二十七件，均按期答覆。"

  /// The bytes of a text in an encoding, made by the system's own program.
  private func bytes(_ text: String, _ encoding: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", encoding]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }

  private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

  @Test(arguments: [
    ("gb18030", "GB18030", simplified), ("big5", "BIG5", traditional), ("utf-16le", "UTF-16LE", simplified),
    ("utf-16be", "UTF-16BE", simplified), ("utf-8", "UTF-8", simplified),
    ("shift_jis", "CP932", "この表は今年度の申請件数を示しています。"), ("euc-jp", "EUC-JP", "この表は今年度の申請件数を示しています。"),
    ("iso-2022-jp", "ISO-2022-JP", "この表は今年度の申請件数を示しています。"), ("euc-kr", "CP949", "올해 신청 건수는 다음과 같습니다."),
    ("windows-1252", "CP1252", "L’année dernière, le café a été fermé à midi; l’été fut très chaud."),
    ("windows-1251", "CP1251", "В этом году поступило двадцать семь обращений граждан."),
    ("windows-1253", "CP1253", "Φέτος υποβλήθηκαν είκοσι επτά αιτήσεις πολιτών."),
  ])
  func `Text comes back exactly from each encoding, without a hint`(name: String, converter: String, sample: String)
    throws
  {
    let decoded = TextDecoder().decode(try bytes(sample, converter))
    #expect(decoded.encoding.name == name)
    #expect(text(decoded) == sample)
    #expect(decoded.replacementCount == 0)
  }

  @Test(arguments: ["GB18030", "BIG5", "UTF-16LE", "UTF-16BE"])
  func `Eight characters are enough for Chinese text`(converter: String) throws {
    let sample = String((converter == "BIG5" ? Self.traditional : Self.simplified).prefix(8))
    #expect(text(TextDecoder().decode(try bytes(sample, converter))) == sample)
  }

  @Test(arguments: [
    "The water has 20 °C.\n", "place,water\nquay,1 °C\npier,2 °C\nshed,3 °C\n", "© Harbour office, £5, ± 2\n",
    "He went à la carte.\n",
  ])
  func `A lone sign or accent in a text of ASCII is one of Western Europe`(sample: String) throws {
    #expect(text(TextDecoder().decode(try bytes(sample, "CP1252"))) == sample)
  }

  @Test(arguments: [
    ("CP1255", "משרד הנמל אחראי על ניהול הרציפים בעיר ועל בדיקות הבטיחות שלהם.\n"),
    ("CP1254", "Liman müdürlüğü şehrin rıhtımlarını yönetir ve güvenliğini sağlar.\n"),
    ("CP1253", "Το γραφείο του λιμανιού διαχειρίζεται τις προβλήτες της πόλης.\n"),
  ])
  func `Letters of a script are known by their frequency`(converter: String, sample: String) throws {
    #expect(text(TextDecoder().decode(try bytes(sample, converter))) == sample)
  }

  @Test func `A ligature tells the later Latin alphabet`() throws {
    let sample = "Le chœur du port chante chaque été sur le quai.\n"
    let decoded = TextDecoder().decode(try bytes(sample, "ISO-8859-15"))
    #expect(text(decoded) == sample)
  }

  @Test func `Damaged UTF-8 is no other encoding`() {
    let decoded = TextDecoder().decode(Data("ok ".utf8) + [0xF0, 0x9F, 0x98] + Data(" cut\n".utf8))
    #expect(text(decoded) == "ok \u{FFFD} cut\n")
  }

  @Test func `A table of numbers with few labels is still known`() throws {
    let rows = (1...400).map { "\($0),\($0 * 37 % 1000),\($0 * 91 % 1000)\n" }.joined()
    let sample = "编号,收入,支出\n" + rows + "合计,199800,199800\n"
    let decoded = TextDecoder().decode(try bytes(sample, "GB18030"))
    #expect(decoded.encoding == .gb18030)
    #expect(text(decoded) == sample)
  }

  @Test func `Labels far behind the start decide too`() throws {
    let sample = String(repeating: "0,0,0,0,0,0,0\n", count: 30_000) + "总计,单位：万元\n"
    let decoded = TextDecoder().decode(try bytes(sample, "GB18030"))
    #expect(decoded.encoding == .gb18030)
    #expect(text(decoded) == sample)
  }

  @Test(
    arguments: [
      ("utf-8", [0xEF, 0xBB, 0xBF], "UTF-8"), ("utf-16le", [0xFF, 0xFE], "UTF-16LE"),
      ("utf-16be", [0xFE, 0xFF], "UTF-16BE"), ("utf-32le", [0xFF, 0xFE, 0, 0], "UTF-32LE"),
    ] as [(String, [UInt8], String)])
  func `A byte order mark decides and is no part of the text`(name: String, mark: [UInt8], converter: String) throws {
    let decoded = TextDecoder().decode(Data(mark) + (try bytes("A表", converter)))
    #expect(decoded.encoding.name == name)
    #expect(text(decoded) == "A表")
  }

  @Test func `Valid UTF-8 is not copied`() {
    let source = Data(Self.simplified.utf8)
    let decoded = TextDecoder().decode(source)
    let same = unsafe source.withUnsafeBytes { original in
      unsafe decoded.utf8.withUnsafeBytes { unsafe original.baseAddress == $0.baseAddress }
    }
    #expect(same)
  }

  @Test func `Damage is replaced and counted`() throws {
    var damaged = try bytes("第一行全部完好。\n第二行也是完好的。\n", "GB18030")
    damaged.insert(contentsOf: [0xFF], at: 4)
    let decoded = TextDecoder().decode(damaged)
    #expect(decoded.encoding == .gb18030)
    #expect(decoded.replacementCount >= 1)
    #expect(text(decoded).hasSuffix("第二行也是完好的。\n"))
    let broken = TextDecoder().decode(Data("甲乙丙丁戊".utf8) + [0xE4, 0xBD] + Data("己庚辛".utf8) + [0xFF])
    #expect(text(broken) == "甲乙丙丁戊\u{FFFD}己庚辛\u{FFFD}")
    #expect(broken.replacementCount == 2)
    #expect(broken.encoding == .utf8)
  }

  @Test func `ASCII after a stray lead byte is kept`() {
    let decoded = TextDecoder(encoding: .big5).decode(Data([0x41, 0xFF, 0x0A, 0x42]))
    #expect(text(decoded) == "A\u{FFFD}\nB")
  }

  @Test(arguments: [
    ("gb18030", [0xA3, 0xA0] as [UInt8], "\u{3000}"), ("big5", [0xA1, 0x45], "\u{2027}"),
    ("big5", [0xA1, 0xFE], "／"), ("big5", [0xFD, 0xBB], "港"), ("big5", [0xA3, 0xE0], "␡"),
  ])
  func `Characters that the system's converter takes differently are as the web has them`(
    name: String, bytes: [UInt8], character: String
  ) throws {
    let encoding = try #require(TextEncoding(named: name))
    #expect(text(TextDecoder(encoding: encoding).decode(Data([0x41] + bytes + [0x42]))) == "A\(character)B")
  }

  @Test(arguments: ["utf-8", "gb18030"])
  func `A few NUL bytes do not make wide units`(name: String) throws {
    let lines = String(repeating: "北港渡船公司今年开港三处，船只五艘。\n", count: 30)
    var damaged = try bytes(lines, name == "utf-8" ? "UTF-8" : "GB18030")
    for place in [40, 400, 800] { damaged.insert(0, at: damaged[place...].firstIndex(of: 0x0A) ?? 0) }
    let decoded = TextDecoder().decode(damaged)
    #expect(decoded.encoding.name == name)
    #expect(text(decoded).replacing("\0", with: "") == lines)
  }

  @Test func `The line behind a damaged character begins on its own`() throws {
    let korean = try #require(TextEncoding(named: "euc-kr"))
    #expect(text(TextDecoder(encoding: korean).decode(Data([0xA2, 0xE8, 0x0A, 0x41]))) == "\u{FFFD}\nA")
  }

  @Test func `The euro sign of code page 936 is read`() throws {
    let decoded = TextDecoder().decode(Data([0x80]) + (try bytes("100，折合人民币", "GB18030")))
    #expect(text(decoded) == "€100，折合人民币")
    #expect(decoded.replacementCount == 0)
  }

  @Test func `A forced encoding is taken as is`() throws {
    let gbk = try #require(TextEncoding(named: "GBK"))
    let decoded = TextDecoder(encoding: gbk).decode(Data([0xC4, 0xE3]))
    #expect(text(decoded) == "你")
    #expect(decoded.encoding.name == "gb18030")
    #expect(TextEncoding(named: "klingon-8") == nil)
  }

  @Test func `A declaration is believed where the bytes agree`() {
    let declared = TextDecoder().decode(Data("-*- coding: koi8-r -*- ".utf8) + [0xD4, 0xC1])
    #expect(declared.encoding.name == "koi8-r")
    let mistaken = TextDecoder().decode(Data("charset=gb2312 原来是".utf8))
    #expect(mistaken.encoding == .utf8)
  }

  /// “年报” in GB 2312 under two declarations, the first of which nobody made.
  @Test(arguments: [
    "<!-- <meta charset=big5> -->", "<script charset=big5>x='charset=big5'</script>", "<!-- a --><!-- charset=big5 -->",
  ])
  func `Declarations in comments and scripts are none`(start: String) {
    let page = Data("\(start)<meta charset=gb2312>".utf8) + [0xC4, 0xEA, 0xB1, 0xA8]
    #expect(TextDecoder().decode(page).encoding.name == "gb18030")
  }

  @Test func `Nothing decodes to nothing`() {
    #expect(TextDecoder().decode(Data()).utf8.isEmpty)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `Long GB18030 text with damage and rare characters decodes as short pieces of it do`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Lines end a piece in every state of the decoder: no character contains a newline.
    let pieces = (0..<10_000).map { _ in
      Data((0..<Int.random(in: 1...60, using: &random)).map { _ in anyByte(&random) } + [0x0A])
    }
    let text = Data(pieces.joined())
    #expect(text.count > DoubleByteTable.worthwhile)
    let whole = TextDecoder(encoding: .gb18030).decode(text)
    let parts = pieces.map { TextDecoder(encoding: .gb18030).decode($0) }
    #expect(whole.utf8 == Data(parts.flatMap(\.utf8)), "seed \(seed)")
    #expect(whole.replacementCount == parts.reduce(0) { $0 + $1.replacementCount }, "seed \(seed)")
  }

  /// Mostly leads and trails of two bytes, some ASCII and digits for four bytes, and anything else.
  private func anyByte(_ random: inout SeededGenerator) -> UInt8 {
    let byte =
      switch Int.random(in: 0..<10, using: &random) {
      case 0...5: UInt8.random(in: 0x81...0xFE, using: &random)
      case 6: UInt8.random(in: 0x30...0x39, using: &random)
      case 7, 8: UInt8.random(in: 0x40...0x7E, using: &random)
      default: UInt8.random(in: 0...0xFF, using: &random)
      }
    return byte == 0x0A ? 0x20 : byte
  }
}
