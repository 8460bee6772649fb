import ConverterCore
import ConverterTesting
import FoundationEssentials
import PDFReader
import PageLayout
import Testing

@testable import PDFReader

@Suite("What a file says about itself")
struct MetadataTests {
  @Test(arguments: [
    ("D:20240131093005+08'00'", "2024-01-31T09:30:05+08:00"), ("D:20240131093005+0800", "2024-01-31T09:30:05+08:00"),
    ("D:20240131093005Z", "2024-01-31T09:30:05Z"), ("D:20240131", "2024-01-31"), ("D:2024", "2024"),
    ("20240131", "2024-01-31"), ("D:20249931", "2024"), ("yesterday", nil), ("", nil),
  ])
  func `dates are told in the form of ISO 8601`(stated: String, expected: String?) {
    #expect(PDFMetadata.isoDate(stated) == expected)
  }

  @Test(
    .enabled(if: PDFReader.seesVectorInk),
    arguments: [
      ("(Yearly report)", "Yearly report"), ("<FEFF5E745EA662A5544A>", "年度报告"), ("<FFFE745E>", "年"),
      ("<EFBBBFE5B9B4>", "年"), ("<E5B9B4E5BAA6>", "年度"), ("<C4EAB6C8B1A8B8E6>", "年度报告"), ("<436166E9>", "Café"),
      ("<8420A92032303234>", "— © 2024"), ("<FEFF001B0065006E001B0041>", "A"), ("(  )", nil),
      ("<FEFF0041008500420007>", "A B"),
    ])
  func `titles come in many encodings`(stated: String, expected: String?) throws {
    var pdf = PDFBuilder()
    pdf.addPage("")
    pdf.info = pdf.add("<< /Title \(stated) /CreationDate (D:20240131093005+08'00') >>")
    pdf.catalog = "/Lang (zh-CN)"
    let document = try PDFReader().read(Source(name: "t.pdf", bytes: pdf.bytes), within: .standard)
    #expect(document.metadata.title == expected)
    #expect(document.metadata.created == "2024-01-31T09:30:05+08:00")
    #expect(document.metadata.pageCount == 1)
    #expect(document.metadata.language == "zh-CN")
  }
}

@Suite("Encrypted files")
struct EncryptionTests {
  private func source(_ name: String) throws -> Source {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/encrypted")
    return Source(name: name, bytes: try Data(contentsOf: folder.appending(path: name)))
  }

  @Test(arguments: ["rc4-40", "rc4-128", "aes-128", "aes-256"], ["open sesame", "owner"])
  func `open with the password of the user or the owner`(name: String, password: String) throws {
    let document = try PDFReader(password: password).read(try source("\(name).pdf"), within: .standard)
    #expect(document.blocks.compactMap(\.paragraphText) == ["Secret"])
    #expect(document.metadata.title == "Kept from view")
  }

  @Test(arguments: [("aes-256-unicode", "пароль密码"), ("latin-1", "Schlüssel")])
  func `open with passwords beyond ASCII`(name: String, password: String) throws {
    let document = try PDFReader(password: password).read(try source("\(name).pdf"), within: .standard)
    #expect(document.blocks.compactMap(\.paragraphText) == ["Secret"])
  }

  @Test(arguments: ["rc4-40", "rc4-128", "aes-128", "aes-256", "aes-256-unicode", "latin-1"])
  func `ask for a password, and say where one is wrong`(name: String) throws {
    #expect(throws: ReadingError(.passwordNeeded(format: "pdf"))) {
      try PDFReader().read(try source("\(name).pdf"), within: .standard)
    }
    #expect(throws: ReadingError(.passwordWrong(format: "pdf"))) {
      try PDFReader(password: "guess").read(try source("\(name).pdf"), within: .standard)
    }
  }

  @Test func `a password that is another file's keeps from reading no file that opens without one`() throws {
    let named = try PDFReader(password: "guess").read(try source("owner-only.pdf"), within: .standard)
    #expect(try named == PDFReader().read(try source("owner-only.pdf"), within: .standard))
  }

  @Test func `restrictions of an owner do not keep from reading, and are told`() throws {
    let document = try PDFReader().read(try source("owner-only.pdf"), within: .standard)
    #expect(document.blocks.compactMap(\.paragraphText) == ["Secret"])
    #expect(document.findings.contains(.ownerEncryption))
  }

  @Test(.enabled(if: PDFReader.seesVectorInk))
  func `a method that nobody knows is told apart from a wrong password`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("")
    pdf.trailer = "/Encrypt << /Filter /Invented /V 1 >> /ID [<00> <00>]"
    #expect(throws: ReadingError(.encrypted(format: "pdf"))) {
      try PDFReader(password: "any").read(Source(name: "t.pdf", bytes: pdf.bytes), within: .standard)
    }
  }
}

extension Block {
  var paragraphText: String? {
    if case .paragraph(let paragraph) = self { paragraph.text } else { nil }
  }
}
