import ConverterTesting
import Testing

@testable import ConverterCore

@Suite struct `The root element` {
  @Test(arguments: [
    ("<a/>", "a", ""),
    ("\u{FEFF}<?xml version='1.0'?>\n<!-- <b> -->\n<a>", "a", ""),
    ("<w:document xmlns:o=\"urn:o\" xmlns:w=\"http://x/y/main\"/>", "document", "http://x/y/main"),
    ("<a\n  id='>'\n  xmlns = 'urn:a'\n>", "a", "urn:a"),
    ("<!DOCTYPE html>\n<html lang=zh>", "html", ""),
    ("<!DOCTYPE a [ <!ENTITY x \">\"> ]><a xmlns=\"urn:a\">", "a", "urn:a"),
    ("<?xml-stylesheet href='a>b'?><a>", "a", ""),
    ("<文档 xmlns='urn:a'>", "文档", "urn:a"),
  ])
  func `is found with its namespace`(xml: String, name: String, namespace: String) throws {
    let root = try #require(RootElement(head: Array(xml.utf8)))
    #expect(root.localName == name)
    #expect(root.namespace == namespace)
  }

  @Test(arguments: [false, true], [false, true])
  func `is found in UTF-16, with a mark and without`(isBig: Bool, hasMark: Bool) throws {
    let xml = "\(hasMark ? "\u{FEFF}" : "")<?xml version='1.0'?><!-- 水利 --><w:document xmlns:w=\"urn:a\"/>"
    let bytes = xml.utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isBig ? Array(pair.reversed()) : pair
    }
    let root = try #require(RootElement(head: bytes))
    #expect(root.localName == "document")
    #expect(root.namespace == "urn:a")
  }

  @Test(arguments: [
    "", " ", "text", "<", "<>", "< a>", "<1>", "<!--", "<!-- -- >", "<?xml", "<!DOCTYPE a [ <a>", "<!",
    "\u{FEFF}", "</a>",
  ])
  func `is nothing else`(text: String) {
    #expect(RootElement(head: Array(text.utf8)) == nil)
  }

  @Test func `survives any bytes`() {
    let xml = Array("<?xml v='1'?><!-- c --><!DOCTYPE a [<!ENTITY b 'c'>]><w:a xmlns:w=\"urn:a\" b='c'>".utf8)
    var generator = SeededGenerator(seed: 1)
    for length in 0...xml.count { _ = RootElement(head: Array(xml[..<length])) }
    for _ in 0..<2000 {
      var damaged = xml
      for _ in 0..<3 {
        damaged[Int.random(in: 0..<xml.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = RootElement(head: damaged)
    }
  }
}
