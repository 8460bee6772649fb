import Containers
import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

@testable import DocReader

@Suite struct DetectionTests {
  private let detector = FormatDetector(
    formats: DocReader().formats + [
      Format(name: "rtf", title: "Rich Text Format", extensions: ["rtf"], signatures: [.bytes(Array("{\\rtf".utf8))]),
      Format(name: "text", title: "plain text", extensions: ["txt"], signatures: []),
    ],
    unread: DocReader.unreadRelatives, compoundStreams: { try? CompoundFile($0.bytes).names })

  @Test(arguments: ["a.doc", "a.wps", "a.dot"]) func `the content tells a Word document`(name: String) throws {
    let detection = try detector.detect(Source(name: name, bytes: WordBuilder("x\r").source.bytes))
    #expect(detection.format.name == "doc")
    #expect(detection.findings.isEmpty)
  }

  @Test func `another format under the name of Word is read as what it is, with a finding`() throws {
    let detection = try detector.detect(Source(name: "a.doc", bytes: Data(#"{\rtf1 x}"#.utf8)))
    #expect(detection.format.name == "rtf")
    #expect(detection.findings.map(\.code) == ["format.extension-differs"])
  }

  @Test(arguments: [
    ("\u{1}\u{FE}", "a Works document"), ("\u{DB}\u{A5}-\u{0}", "a Word 2 document or an older one"),
  ]) func `relatives are told by name`(content: String, name: String) {
    let bytes = Data(content.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(throws: ReadingError(.unsupported(detail: name))) {
      try detector.detect(Source(name: "a.doc", bytes: bytes))
    }
  }

  @Test func `a Works document in a compound file is told by name`() {
    let file = CompoundFileBuilder().adding("MatOST", [1, 2, 3]).bytes
    #expect(throws: ReadingError(.unsupported(detail: "a Works document"))) {
      try detector.detect(Source(name: "a.wps", bytes: Data(file)))
    }
  }
}
