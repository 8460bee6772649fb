import ConverterCore
import Markup
import Testing

private let vocabulary = XMLVocabulary(
  elements: ["a", "n:b", "n:c"], attributes: ["n:val", "id"],
  namespaces: [("urn:new", "n"), ("urn:old", "n")])

private func cursor(_ text: String, depthLimit: Int = 50) throws -> XMLCursor {
  try XMLCursor(vocabulary, depthLimit: depthLimit, bytes: Array(text.utf8))
}

/// The names of the children of the root, and the text of each.
private func children(_ cursor: inout XMLCursor) -> [String] {
  var found: [String] = []
  let document = cursor.scope
  while cursor.nextChild(of: document) != nil {
    let root = cursor.scope
    while cursor.nextChild(of: root) != nil { found.append("\(cursor.elementName) \(cursor.text())") }
  }
  return found
}

@Test func `Namespaces of one meaning give one name, whatever the prefix`() throws {
  var cursor = try cursor("<a xmlns:x='urn:old' xmlns='urn:none'><x:b>1</x:b><b xmlns='urn:new'>2</b><b>3</b></a>")
  let found = children(&cursor)
  #expect(found == ["n:b 1", "n:b 2", "{urn:none}:b 3"])
  let failure = cursor.failure
  #expect(failure == nil)
}

@Test func `A child that is not read is skipped with all that is inside`() throws {
  var cursor = try cursor("<a xmlns='urn:new'><b><c/><b/></b><c/></a>")
  var count = 0
  let document = cursor.scope
  while cursor.nextChild(of: document) != nil {
    let root = cursor.scope
    while cursor.nextChild(of: root) != nil { count += 1 }
  }
  #expect(count == 2)
}

@Test func `Text has its references replaced and its inner elements left out`() throws {
  var cursor = try cursor("<a><b>x &amp; <c>no</c>&#x4E00;<![CDATA[<y>]]></b></a>")
  let found = children(&cursor)
  #expect(found == ["b x & 一<y>"])
}

@Test func `Attributes are read as text and as numbers`() throws {
  var cursor = try cursor("<a id='R&amp;D &lt;' xmlns:n='urn:new' n:val=' -12 ' other='x'/>")
  _ = cursor.nextChild(of: cursor.scope)
  let (text, number, none, isEqual) = (
    cursor.string(1), cursor.integer(0), cursor.integer(1), cursor.attribute(0, is: " -12 ")
  )
  #expect(text == "R&D <")
  #expect(number == -12)
  #expect(none == nil)
  #expect(isEqual)
}

@Test(arguments: ["99999999999999999999", "", "1e5", "--1"])
func `What is no number of 64 bits is none`(_ value: String) throws {
  var cursor = try cursor("<a id='\(value)'/>")
  _ = cursor.nextChild(of: cursor.scope)
  let number = cursor.integer(1)
  #expect(number == nil)
}

@Test func `A document that breaks off keeps what came before`() throws {
  var cursor = try cursor("<a><b>1</b>\n<b>2</b></oops>")
  let found = children(&cursor)
  #expect(found == ["b 1", "b 2"])
  guard case .malformed(line: 2, _) = cursor.failure else {
    Issue.record("the failure is \(String(describing: cursor.failure))")
    return
  }
}

@Test func `A document type ends the reading before any entity is defined`() throws {
  var cursor = try cursor("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a><b>&e;</b></a>")
  let found = children(&cursor)
  #expect(found.isEmpty)
  let failure = cursor.failure
  #expect(failure == .documentType)
}

@Test func `Elements deeper than the limit are left out and the rest is read`() throws {
  let deep = String(repeating: "<c>", count: 100_000) + String(repeating: "</c>", count: 100_000)
  var cursor = try cursor("<a><b>1</b>\(deep)<b>2</b></a>", depthLimit: 10)
  let found = children(&cursor)
  #expect(found == ["b 1", "c ", "b 2"])
  let failure = cursor.failure
  #expect(failure == .tooDeep(limit: 10))
}

@Test func `Bytes one by one give the same as all at once`() throws {
  let text = "<a xmlns='urn:new'><b>一二 &lt;</b><c val='1'>three</c></a>"
  var bytes = Array(text.utf8)[...]
  var slow = try XMLCursor(vocabulary, depthLimit: 50) { chunk in
    chunk = bytes.popFirst().map { [$0] } ?? []
  }
  var fast = try cursor(text)
  let (one, all) = (children(&slow), children(&fast))
  #expect(one == all)
}

@Test func `The error of the source is the failure`() throws {
  var chunks = ["<a><b>1</b>"]
  var cursor = try XMLCursor(vocabulary, depthLimit: 50) { chunk throws(ReadingError) in
    guard let next = chunks.popLast() else { throw ReadingError(.empty) }
    chunk = Array(next.utf8)
  }
  let found = children(&cursor)
  #expect(found == ["b 1"])
  let failure = cursor.failure
  #expect(failure == .source(ReadingError(.empty)))
}

@Test func `Documents that declare GB2312 may hold characters of GBK`() throws {
  // 镕 is in GBK and not in GB2312.
  let bytes = Array("<?xml version='1.0' encoding='gb2312'?><a><b>".utf8) + [0xE9, 0x46] + Array("</b></a>".utf8)
  var cursor = try XMLCursor(vocabulary, depthLimit: 50, bytes: bytes)
  let found = children(&cursor)
  #expect(found == ["b 镕"])
}

@Test func `An ignored element is never met, nor what is inside, whatever the depth`() throws {
  let names = XMLVocabulary(elements: ["a", "b"], ignored: ["skip"], attributes: [], namespaces: [])
  let text = "<a><skip><b>no</b><skip><b/></skip>no</skip><b>1<skip>no</skip>2</b><skip/><b>3</b></a>"
  var cursor = try XMLCursor(names, depthLimit: 3, bytes: Array(text.utf8))
  let found = children(&cursor)
  #expect(found == ["b 12", "b 3"])
  let failure = cursor.failure
  #expect(failure == nil)
}
