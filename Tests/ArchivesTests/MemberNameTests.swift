import ConverterCore
import Foundation
import Glibc
import Testing

@testable import Archives

/// Names of members: their encoding, and where they may lead.
@Suite struct MemberNameTests {
  private static let titles = ["水务局/二〇二三年度报告.docx", "水务局/政府采购目录.pdf", "通知.txt", "说明.txt"]

  /// The text in an encoding of the C library.
  private func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    let converter = unsafe iconv_open(encoding, "UTF-8")
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    var left = output.count
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var count = source.count
        _ = unsafe iconv(converter, &from, &count, &to, &left)
      }
    }
    unsafe iconv_close(converter)
    return output.dropLast(left).map { UInt8(bitPattern: $0) }
  }

  @Test func `names in GBK are read as such, all by one decision`() {
    let raw = Self.titles.map { encoded($0, "GB18030") }
    let names = MemberNames(raw)
    #expect(raw.map(names.decode) == Self.titles)
  }

  @Test func `names in Big5 and Shift-JIS are told apart from GBK`() {
    let big5 = ["臺北市政府/政府資訊公開年報.docx", "臺北市政府/採購統計表.pdf", "說明書.txt"].map { ($0, encoded($0, "BIG5")) }
    let names = MemberNames(big5.map(\.1))
    #expect(big5.allSatisfy { names.decode($0.1) == $0.0 })
    let shiftJIS = ["東京都/情報公開のしおり.docx", "東京都/ごみの出しかた.pdf", "おしらせ.txt"].map {
      ($0, encoded($0, "SHIFT_JIS"))
    }
    let others = MemberNames(shiftJIS.map(\.1))
    #expect(shiftJIS.allSatisfy { others.decode($0.1) == $0.0 })
  }

  @Test(arguments: [
    ("GB18030", ["水务局/二〇二三年度报告.docx", "水务局/政府采购目录.pdf", "通知.txt"]),
    ("BIG5", ["臺北市政府/政府資訊公開年報.docx", "臺北市政府/採購統計表.pdf", "說明書.txt"]),
    ("SHIFT_JIS", ["東京都/情報公開のしおり.docx", "東京都/ごみの出しかた.pdf", "おしらせ.txt"]),
    ("UTF-8", ["水务局/二〇二三年度报告.docx", "Größe.txt"]),
  ])
  func `an archive has its names in one encoding, beside those that are flagged as UTF-8`(
    _ encoding: String, _ titles: [String]
  ) {
    let flagged = "附件清单.txt"
    let raw = titles.map { encoded($0, encoding) } + [Array(flagged.utf8)]
    let zip = ArchiveBuilder(members: raw.map { ($0, .file(Data("x".utf8))) }).bytes("zip")
    for names in [[], [Array(flagged.utf8)]] {
      let bytes = HandmadeArchives.flagged(zip, names)
      var walk = ArchiveWalk(Source(name: "a", bytes: bytes), .zip, within: .standard) { _ in nil }
      var paths: [String] = []
      while let item = walk.next(), !item.path.isEmpty { paths.append(item.path) }
      #expect(paths == titles + [flagged])
    }
  }

  /// What a walk through an archive tells: the paths of its members, and the codes of what was found.
  private func told(_ zip: Data) -> (paths: [String], findings: [String]) {
    var walk = ArchiveWalk(Source(name: "a", bytes: zip), .zip, within: .standard) { _ in nil }
    var told: (paths: [String], findings: [String]) = ([], [])
    while let item = walk.next() {
      if case .end(let end) = item.content {
        told.findings += end.findings.map(\.code)
      } else {
        told.paths.append(item.path)
      }
    }
    return told
  }

  @Test func `a flag of UTF-8 that lies is not believed, and told`() {
    let raw = Self.titles.map { encoded($0, "GB18030") }
    let zip = ArchiveBuilder(members: raw.map { ($0, .file(Data("x".utf8))) }).bytes("zip")
    for flagged in [raw, Array(raw.prefix(1)), Array(raw.suffix(2))] {
      let told = told(HandmadeArchives.flagged(zip, flagged))
      #expect(told.paths == Self.titles)
      #expect(told.findings == ["archive.names.flag"])
    }
    #expect(told(HandmadeArchives.flagged(zip, [])).findings == ["archive.names.encoding"])
    // Something stands before an archive that unpacks itself.
    let behind = Data(repeating: 0x20, count: 100) + HandmadeArchives.flagged(zip, raw)
    // 通知 is UTF-8 by chance, so that its flag is no hindrance.
    let isForeign: ([UInt8]) -> Bool = { String(validating: $0, as: UTF8.self) == nil }
    #expect(ZipNameFlags(behind, within: .standard).count == raw.filter(isForeign).count)
    #expect(raw.filter(isForeign).count >= 2)
  }

  @Test func `names in UTF-8 are what they are without a flag, and no finding`() {
    let zip = ArchiveBuilder(members: Self.titles.map { (Array($0.utf8), .file(Data("x".utf8))) }).bytes("zip")
    for flagged in [[], Self.titles.map { Array($0.utf8) }] {
      let told = told(HandmadeArchives.flagged(zip, flagged))
      #expect(told.paths == Self.titles)
      #expect(told.findings.isEmpty)
    }
  }

  @Test func `a directory that lies about its places is no fault`() {
    let raw = Self.titles.map { encoded($0, "GB18030") }
    let zip = HandmadeArchives.flagged(
      ArchiveBuilder(members: raw.map { ($0, .file(Data("x".utf8))) }).bytes("zip"), raw)
    for place in zip.indices.suffix(22 + 60) {
      for byte in [0, 0x7F, 0xFF] as [UInt8] {
        var broken = zip
        broken[place] = byte
        let flags = ZipNameFlags(broken, within: .standard)
        #expect(flags.cleared(in: broken).count == broken.count)
      }
    }
    for length in 0..<zip.count { #expect(ZipNameFlags(zip.prefix(length), within: .standard).count == 0) }
  }

  @Test func `a name in UTF-8 among names in GBK stays what it is`() {
    let flagged = Array("附件清单.txt".utf8)
    let names = MemberNames([flagged] + Self.titles.map { encoded($0, "GB18030") })
    #expect(names.decode(flagged) == "附件清单.txt")
  }

  @Test func `names that are valid UTF-8 by chance follow the others`() {
    // 通 alone is CD A8, which UTF-8 reads as ͨ.
    let short = encoded("通.txt", "GB18030")
    #expect(String(validating: short, as: UTF8.self) != nil)
    let names = MemberNames([short] + Self.titles.map { encoded($0, "GB18030") })
    #expect(names.decode(short) == "通.txt")
  }

  @Test(arguments: [
    "../evil.txt", "a/../../evil.txt", "..\\win.txt", "a\\..\\..\\x", "/abs.txt", "//host/x", "\\\\host\\share",
    "C:\\x.txt", "c:x.txt", "", ".", "./", "..", "a/..", "../\u{301}x", "..\\\u{301}x", "/\u{301}x",
    "a/\u{301}/../../x",
  ])
  func `names that lead elsewhere are refused`(_ name: String) {
    #expect(throws: ReadingError.self) { try MemberPath.relative(name) }
    #expect(!MemberPath.isRelative(name))
  }

  @Test(arguments: [
    ("a.txt", "a.txt"), ("./a//b.txt", "a/b.txt"), ("dir\\b.txt", "dir/b.txt"), ("a..b/c", "a..b/c"), ("...", "..."),
    ("a/\u{301}b", "a/\u{301}b"),
    ("x\u{1B}[31m.txt", "x_[31m.txt"), ("年度/报告.docx", "年度/报告.docx"),
  ])
  func `other names become relative paths`(_ name: String, _ path: String) throws {
    #expect(try MemberPath.relative(name) == path)
    #expect(MemberPath.isRelative(path))
  }
}
