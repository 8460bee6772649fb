import ConverterCore
import Markup
import Testing

private let vocabulary = XMLVocabulary(
  elements: ["a", "n:b", "n:c", "n:aNameOfMoreThanSixteenBytes"], attributes: ["n:val", "id"],
  namespaces: [("urn:new", "n")])

/// All that a cursor shows of a document: names with attributes, and texts between bars.
private func shown(_ bytes: [UInt8], inChunksOf size: Int = .max) throws -> (shown: String, failure: XMLFailure?) {
  var rest = bytes[...]
  var cursor = try XMLCursor(vocabulary, depthLimit: 50) { chunk in
    chunk = Array(rest.prefix(size))
    rest = rest.dropFirst(size)
  }
  var shown = ""
  let document = cursor.scope
  while cursor.nextChild(of: document) != nil {
    shown += cursor.elementName
    let root = cursor.scope
    while cursor.nextChild(of: root) != nil {
      shown += " \(cursor.elementName)(\(cursor.string(1) ?? "-"),\(cursor.string(0) ?? "-"))"
      shown += "|\(cursor.text())|"
    }
  }
  return (shown, cursor.failure)
}

private let sample = """
  \u{FEFF}<?xml version="1.0"?><!-- <a> > --><a xmlns:x="urn:new" >
  <x:b id='1 > 0' x:val = "it's&#x20;一&amp;二"  />\r\n<b xmlns='urn:new'>1\r\n2\r3&lt;<?no <b> ?><!--no-->四<![CDATA[<&amp;]]></b>
  <x:aNameOfMoreThanSixteenBytes/><x:aNameOfMoreThanSixteenLetters xmlns:x="urn:other"></x:aNameOfMoreThanSixteenLetters >
  </a><!-- end -->

  """

@Test func `A document shows the same in chunks of any size`() throws {
  let whole = try shown(Array(sample.utf8))
  #expect(
    whole.shown == """
      a n:b(1 > 0,it's 一&二)|| n:b(-,-)|1
      2
      3<四<&amp;| n:aNameOfMoreThanSixteenBytes(-,-)|| {urn:other}:aNameOfMoreThanSixteenLetters(-,-)||
      """)
  #expect(whole.failure == nil)
  for size in 1...sample.utf8.count {
    let cut = try shown(Array(sample.utf8), inChunksOf: size)
    #expect(cut.shown == whole.shown, "chunks of \(size) bytes")
    #expect(cut.failure == nil, "chunks of \(size) bytes")
  }
}

@Test func `A document that ends at any byte is told as such and keeps what came before`() throws {
  let text = "<a><b id='1'>one</b><b>two</b></a>"
  for count in 0..<text.utf8.count {
    let cut = try shown(Array(text.utf8.prefix(count)))
    guard case .malformed(line: 1, _) = cut.failure else {
      Issue.record("\(count) bytes: \(String(describing: cut.failure))")
      continue
    }
    #expect(cut.shown.contains("|one|") == (count >= 16), "\(count) bytes")
  }
}

@Test(arguments: [
  "<a></b>", "<a", "<a b></a>", "<a b=1></a>", "<a b='1></a>", "< a/>", "<a/><a/>", "text", "<a/>text", "</a>",
  "<a></a",
  "<a><!-- </a>", "<a><![CDATA[ </a>", "<a><!NO></a>", "<a>\u{0}<b\u{0}/></a>", "<a><b></a></b>", "<a/></a>", "<?xml ",
])
func `What is not well-formed ends the reading`(_ text: String) throws {
  let failure = try shown(Array(text.utf8)).failure
  guard case .malformed = failure else {
    Issue.record("\(text): \(String(describing: failure))")
    return
  }
}

@Test func `Text that means nothing is told and does not end the reading`() throws {
  let (entity, entityFailure) = try shown(Array("<a>\n<b>R&D &nbsp; &#xD800;</b><b>2</b></a>".utf8))
  #expect(entity == "a b(-,-)|R&D &nbsp; &#xD800;| b(-,-)|2|")
  #expect(entityFailure == .illegibleText(line: 2))
  let (bytes, bytesFailure) = try shown(Array("<a><b>1".utf8) + [0xFF, 0xE4] + Array("</b><b>2</b></a>".utf8))
  #expect(bytes == "a b(-,-)|1\u{FFFD}\u{FFFD}| b(-,-)|2|")
  #expect(bytesFailure == .illegibleText(line: 1))
}

@Test func `Documents in UTF-16 are read, with a byte order mark and without`() throws {
  let text = "<?xml version='1.0' encoding='UTF-16'?><a><b id='一'>二</b></a>"
  let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
    let found = try shown(bytes, inChunksOf: 7)
    #expect(found.shown == "a b(一,-)|二|")
    #expect(found.failure == nil)
  }
}

@Test func `More names than are kept leave the known ones known`() throws {
  let names = (0..<10_000).map { "<x\($0)></x\($0)>" }.joined()
  let found = try shown(Array("<a xmlns:n='urn:new'>\(names)<n:b n:val='1'/></a>".utf8))
  #expect(found.shown.hasSuffix(" n:b(-,1)||"))
  #expect(found.failure == nil)
}

@Test func `A prefix may stand for one namespace here and another there`() throws {
  let found = try shown(
    Array("<a><x:b xmlns:x='urn:new'/><x:b xmlns:x='urn:old'/><x:b xmlns:x='urn:new'/><x:b/></a>".utf8))
  #expect(found.shown == "a n:b(-,-)|| {urn:old}:b(-,-)|| n:b(-,-)|| x:b(-,-)||")
}

@Test func `Long texts and long tags come in whole, and longer ones than any document has end the reading`() throws {
  let long = String(repeating: "一", count: 300_000)
  let found = try shown(Array("<a><b id='\(long)'>&lt;\(long)&gt;</b></a>".utf8), inChunksOf: 4096)
  #expect(found.shown == "a b(\(long),-)|<\(long)>|")
  #expect(found.failure == nil)
  let tooLong = Array("<a><b id='".utf8) + [UInt8](repeating: 0x78, count: 10_100_000)
  guard case .malformed = try shown(tooLong, inChunksOf: 64 << 10).failure else {
    Issue.record("a tag without an end was read")
    return
  }
}
