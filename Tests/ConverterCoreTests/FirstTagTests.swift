import Foundation
import Testing

@testable import ConverterCore

@Suite struct FirstTagTests {
  @Test(arguments: [
    ("<!DOCTYPE html>", "!doctype html"), ("<!doctype\nHTML PUBLIC 'x'>", "!doctype html"),
    ("\n <HTML lang=zh>", "html"),
    ("<?xml version='1.0'?>\n<!-- <a> --><html/>", "html"), ("\u{FEFF}<body>", "body"),
    ("HTTP/1.1 200 OK\r\nA: b\r\n\r\n<html>", "html"), ("HTTP/1.0 200\nA: b\n\n<table>", "table"),
  ]) func `The first tag is found`(text: String, name: String) {
    #expect(FirstTag(head: Array(text.utf8))?.name == name)
  }

  @Test(arguments: ["", "text <html>", "<!-- <html>", "HTTP/1.1 200 OK"]) func `Otherwise there is none`(text: String) {
    #expect(FirstTag(head: Array(text.utf8)) == nil)
  }

  @Test func `Wide units are seen through`() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "<html>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(FirstTag(head: bytes)?.name == "html")
  }

  private let detector = FormatDetector(formats: [
    Format(name: "page", title: "page", extensions: ["html"], signatures: [.firstTag(["html"])]),
    Format(name: "text", title: "text", extensions: ["txt", "md"], signatures: []),
  ])

  @Test(arguments: [
    ("a.doc", "<html>", "page"), ("a.txt", "<html>", "page"), ("a.html", "<p>a", "page"), ("a.html", "a", "page"),
    ("a.md", "<p align=center>a", "text"), ("a", "<p>", "text"), ("a", "a", "text"),
  ]) func `Content decides, then the name among texts`(name: String, content: String, format: String) throws {
    #expect(try detector.detect(Source(name: name, bytes: Data(content.utf8))).format.name == format)
  }
}
