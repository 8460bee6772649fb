import ConverterCore
import ConverterTesting
import FoundationEssentials
import Synchronization
import Testing

/// A contract that nobody can break proves nothing: each reader and writer here breaks one clause.
@Suite struct `The contracts see` {
  @Test(arguments: [
    ("nothing wrong", nil),
    ("a reader that refuses", "is not read"),
    ("a reader that remembers", "the same bytes give another outcome"),
    ("a control character", "a text holds a control character"),
    ("page 0", "pages count from 1"),
    ("swapped edges", "a box is ordered"),
    ("cells beyond the limit", "the limit on cells is not kept"),
    ("pages beyond the limit", "the limit on pages is not kept"),
  ])
  func `what a reader does wrong`(fault: String, complaint: String?) async {
    await withKnownIssue(isIntermittent: complaint == nil) {
      await expectReaderContract(
        FaultyReader(fault), reading: [Source(name: "a", bytes: Data("abc".utf8))], damages: 3)
    } matching: { issue in
      complaint.map { "\(issue)".contains($0) } ?? false
    }
  }

  @Test(arguments: [
    ("nothing wrong", nil),
    ("other bytes", "the same bytes each time"),
    ("no UTF-8", "the output is UTF-8"),
    ("one name twice", "parts have names of their own"),
    ("a hidden failure", "an error was expected but none was thrown"),
  ])
  func `what a writer does wrong`(fault: String, complaint: String?) {
    withKnownIssue(isIntermittent: complaint == nil) {
      expectWriterContract(FaultyWriter(fault), documents: 1)
    } matching: { issue in
      complaint.map { "\(issue)".contains($0) || fault == "a hidden failure" } ?? false
    }
  }
}

private final class FaultyReader: Reader {
  let formats = [Format(name: "faulty", title: "faulty", extensions: [], signatures: [])]
  let fault: String
  let readings = Mutex(0)

  init(_ fault: String) {
    self.fault = fault
  }

  func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let reading = readings.withLock { count in
      count += 1
      return count
    }
    let box = Rectangle(x0: 1, y0: 0, x1: fault == "swapped edges" ? 0 : 1, y1: 1)
    let place = Place.page(fault == "page 0" ? 0 : 1, box)
    let paragraph = Paragraph(text: fault == "a control character" ? "\u{7}" : "a", origin: Origin(place, .stated))
    switch fault {
    case "a reader that refuses": throw ReadingError(.empty)
    case "a reader that remembers":
      return Document(.heading(Heading(level: reading, text: "", origin: paragraph.origin)))
    case "cells beyond the limit": return Document(.table(Table("a | b")))
    case "pages beyond the limit": return Document(.figure(Figure(origin: Origin(.page(2, nil), .stated))))
    default: return Document(.paragraph(paragraph))
    }
  }
}

private final class FaultyWriter: Writer {
  let format = OutputFormat(name: "faulty", title: "faulty", fileExtension: "f")
  let fault: String
  let writings = Mutex(0)

  init(_ fault: String) {
    self.fault = fault
  }

  func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    let writing = writings.withLock { count in
      count += 1
      return UInt8(truncatingIfNeeded: count % 64)
    }
    let bytes: [UInt8] =
      switch fault {
      case "other bytes": [writing]
      case "no UTF-8": [0xFF]
      default: [0x41]
      }
    if fault == "one name twice" {
      try sink.beginPart("t1")
      try sink.beginPart("t1")
    }
    if fault == "a hidden failure" {
      try? sink.write(bytes.span)
    } else {
      try sink.write(bytes.span)
    }
  }
}
