import ConverterCore
import FoundationEssentials
import Testing

@Suite struct `Finding the format` {
  let detector = FormatDetector(
    formats: [
      Format(name: "zip", title: "ZIP archive", extensions: ["zip"], signatures: [.bytes(Array("PK\u{3}\u{4}".utf8))]),
      Format(name: "docx", title: "Word", extensions: ["docx"], signatures: [.zipMember("word/document.xml")]),
      Format(
        name: "pdf", title: "PDF", extensions: ["pdf"],
        signatures: [.bytesNearStart(Array("%PDF-".utf8), within: 1024)]),
      Format(name: "doc", title: "Word 97", extensions: ["doc"], signatures: [.compoundStream("WordDocument")]),
      Format(name: "tar", title: "tar", extensions: ["tar"], signatures: [.bytes(Array("ustar".utf8), offset: 257)]),
      Format(
        name: "flat", title: "Flat XML", extensions: ["xml"],
        signatures: [.rootElement(namespace: "urn:f", name: "f")]),
      Format(name: "text", title: "plain text", extensions: ["txt"], signatures: []),
      Format(name: "csv", title: "CSV", extensions: ["csv"], signatures: []),
    ],
    zipMembers: { source in
      if source.name.contains("folded") { return ["WORD\\Document.XML"] }
      return source.name.contains("word")
        ? ["word/document.xml"] : source.name.contains("broken") ? nil : ["b.txt", "a.txt"]
    },
    compoundStreams: { _ in ["WordDocument"] })

  @Test(arguments: [
    ("word.zip.docx", "PK\u{3}\u{4}…", "docx"),
    ("folded.docx", "PK\u{3}\u{4}…", "docx"),
    ("a.zip", "PK\u{3}\u{4}…", "zip"),
    ("a.pdf", "junk\n%PDF-1.4", "pdf"),
    ("a.tar", String(repeating: "x", count: 257) + "ustar", "tar"),
    ("a.xml", "<f xmlns='urn:f'>", "flat"),
    ("a.csv", "a,b", "csv"),
    ("a.txt", "a,b", "text"),
    ("a", "a,b", "text"),
    ("a.csv", "<g/>", "csv"),
    // Ctrl-Z ends files of DOS, NULs fill blocks, printers strike over, ISO 2022 shifts.
    ("a.txt", "a\r\n\u{1A}", "text"),
    ("a.txt", "a\n\0\0\0\0\0\0", "text"),
    ("a.txt", "N\u{8}NA\u{8}AM\u{8}ME\u{8}E", "text"),
    ("a.txt", "\u{1B}$)C\u{E}1W9.\u{F}", "text"),
  ])
  func `the most specific signature decides, then the name`(name: String, content: String, format: String) throws {
    let detection = try detector.detect(Source(name: name, bytes: Data(content.utf8)))
    #expect(detection.format.name == format)
    #expect(detection.findings == [])
  }

  @Test func `a compound file is known by its stream`() throws {
    let bytes = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
    #expect(try detector.detect(Source(name: "a.doc", bytes: bytes)).format.name == "doc")
  }

  @Test func `content wins over a name that says something else, and a finding says so`() throws {
    let detection = try detector.detect(Source(name: "a.b/report.DOCX", bytes: Data("%PDF-1.7".utf8)))
    #expect(detection.format.name == "pdf")
    #expect(
      detection.findings == [
        Finding(.warning, "format.extension-differs", "the name ends in .docx (Word), the content is PDF")
      ])
  }

  @Test(arguments: [
    (String.Encoding.utf8, "年度报告\n"), (.utf16LittleEndian, "年度报告，共三件。"), (.utf16BigEndian, "年度报告，共三件。"),
    (.utf16LittleEndian, "a\nb"), (.utf16BigEndian, "Год 2024\r\n"), (.utf16, "年"),
  ])
  func `text is known in its encodings`(encoding: String.Encoding, text: String) throws {
    let bytes = try #require(text.data(using: encoding))
    #expect(try detector.detect(Source(name: "a", bytes: bytes)).format.name == "text")
  }

  @Test func `GB18030 and Big5 are text`() throws {
    let gb: [UInt8] = [0xC4, 0xEA, 0xB6, 0xC8, 0xB1, 0xA8, 0xB8, 0xE6, 0x0D, 0x0A, 0x81, 0x30, 0x84, 0x36]
    #expect(try detector.detect(Source(name: "a", bytes: Data(gb))).format.name == "text")
  }

  @Test(
    arguments: [
      ("a.zip", [0x50, 0x4B, 0x05, 0x06, 0, 0], "an empty ZIP archive"),
      ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a PNG picture"),
      ("a.bin", [0, 1, 2, 0xFF, 0, 0, 7], "it begins with the bytes 00 01 02 ff 00 00 07"),
      ("a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 0], "a 7z archive"),
    ] as [(String, [UInt8], String)])
  func `an unknown format is one error that says what was seen`(name: String, bytes: [UInt8], seen: String) {
    let error = #expect(throws: ReadingError.self) { try detector.detect(Source(name: name, bytes: Data(bytes))) }
    #expect(error == ReadingError(.unknownFormat(seen: seen)))
    #expect(error?.description == "the format is not known: \(seen)")
  }

  @Test func `an archive of nothing known is named by its members, a broken one as such`() {
    let other = FormatDetector(
      formats: [], zipMembers: { $0.name == "broken" ? nil : ["b.txt", "a.txt", "d", "c"] })
    let bytes = Data([0x50, 0x4B, 0x03, 0x04, 0, 0, 0])
    #expect(throws: ReadingError(.unknownFormat(seen: "a ZIP archive with 4 members (“a.txt”, “b.txt”, “c”)"))) {
      try other.detect(Source(name: "a", bytes: bytes))
    }
    #expect(throws: ReadingError(.unknownFormat(seen: "the start of a ZIP archive that does not open"))) {
      try other.detect(Source(name: "broken", bytes: bytes))
    }
  }

  @Test func `nothing is no format`() {
    #expect(throws: ReadingError(.empty)) { try detector.detect(Source(name: "a.txt", bytes: Data())) }
  }
}
