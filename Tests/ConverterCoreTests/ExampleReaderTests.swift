import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

// How to add a format. The four places of a real one: this reader in a target of its own with its tests, an entry for the
// target in Package.swift, a line in StandardConverter.swift and a row in the README. Here the reader, its test and the
// converter stand in one file; nothing of the core knows of them.

/// Reads INI files: a section is a heading, its keys and values are a table of two columns.
private struct INIReader: Reader {
  let formats = [Format(name: "ini", title: "INI settings", extensions: ["ini", "cfg"], signatures: [])]

  func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw ReadingError(.damaged(format: "ini", detail: "the text is not UTF-8"))
    }
    let lines = TextNormalizer(steps: [.controls]).normalized(text).split(
      separator: "\n", omittingEmptySubsequences: false)
    var document = Document()
    var entries: [Entry] = []
    var cellsLeft = limits.cells
    for (index, line) in lines.enumerated() {
      let number = index + 1
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        document.blocks += try table(of: entries, cellsLeft: &cellsLeft)
        entries = []
        let name = String(line[line.index(after: line.startIndex)..<end])
        document.blocks.append(
          .heading(Heading(level: 1, text: name, origin: Origin(.lines(number...number), .stated))))
      } else if let sign = line.firstIndex(of: "=") {
        entries.append(
          Entry(line: number, key: String(line[..<sign]), value: String(line[line.index(after: sign)...])))
      } else if !line.isEmpty, !line.hasPrefix(";") {
        document.findings.append(.lineSkipped(number))
      }
    }
    document.blocks += try table(of: entries, cellsLeft: &cellsLeft)
    return document
  }

  private struct Entry {
    let line: Int
    let key: String
    let value: String

    var origin: Origin { Origin(.lines(line...line), .stated) }
  }

  private func table(of entries: [Entry], cellsLeft: inout Int) throws(ReadingError) -> [Block] {
    guard let first = entries.first, let last = entries.last else { return [] }
    guard entries.count * 2 <= cellsLeft else {
      throw ReadingError(.limit(name: "cells", asked: entries.count * 2, granted: cellsLeft))
    }
    cellsLeft -= entries.count * 2
    let cells = entries.enumerated().flatMap { row, entry in
      [
        Cell(rows: row..<row + 1, columns: 0..<1, text: entry.key, origin: entry.origin),
        Cell(rows: row..<row + 1, columns: 1..<2, text: entry.value, origin: entry.origin),
      ]
    }
    do {
      let table = try Table(
        rowCount: entries.count, columnCount: 2, cells: cells, origin: Origin(.lines(first.line...last.line), .stated))
      return [.table(table.settingHeaders(rows: 0, stubColumns: 1, evidence: .stated))]
    } catch {
      throw ReadingError(.damaged(format: "ini", detail: "\(error)"))
    }
  }
}

extension Finding {
  fileprivate static func lineSkipped(_ line: Int) -> Finding {
    Finding(
      .warning, "ini.line.skipped", "a line that is neither a section nor an entry was skipped", at: .lines(line...line)
    )
  }
}

@Suite struct `A new format` {
  static let settings = Source(
    name: "settings.cfg", bytes: Data("; made by hand\n[输出]\nwidth=120\nformat=json\nnoise\n\n[input]\nlimit=３\n".utf8))

  /// What StandardConverter is in the program: the only place that names readers.
  let converter: Converter = {
    let readers: [any Reader] = [INIReader(), JSONReader()]
    return Converter(
      readers: readers, detector: FormatDetector(formats: readers.flatMap(\.formats)),
      digest: { "\($0.bytes.count) bytes" })
  }()

  @Test func `keeps the contract`() async {
    await expectReaderContract(INIReader(), reading: [Self.settings])
  }

  @Test func `is found, read and written without anything else knowing of it`() async throws {
    let document = try await converter.document(from: Self.settings)
    #expect(
      try JSONWriter().written(document).text == """
        {"schema":"convert.document/1",
         "source":{"name":"settings.cfg","format":"ini","bytes":71,"sha256":"71 bytes"},
         "metadata":{},
         "blocks":[
          {"type":"heading","level":1,"text":"输出","origin":{"lines":[2,2],"evidence":"stated"}},
          {"type":"table","rows":2,"columns":2,"headerRows":0,"stubColumns":1,"headerEvidence":"stated",\
        "origin":{"lines":[3,4],"evidence":"stated"},"cells":[
           {"row":0,"column":0,"kind":"rowHeader","text":"width","origin":{"lines":[3,3],"evidence":"stated"}},
           {"row":0,"column":1,"kind":"data","text":"120","origin":{"lines":[3,3],"evidence":"stated"}},
           {"row":1,"column":0,"kind":"rowHeader","text":"format","origin":{"lines":[4,4],"evidence":"stated"}},
           {"row":1,"column":1,"kind":"data","text":"json","origin":{"lines":[4,4],"evidence":"stated"}}]},
          {"type":"heading","level":1,"text":"input","origin":{"lines":[7,7],"evidence":"stated"}},
          {"type":"table","rows":1,"columns":2,"headerRows":0,"stubColumns":1,"headerEvidence":"stated",\
        "origin":{"lines":[8,8],"evidence":"stated"},"cells":[
           {"row":0,"column":0,"kind":"rowHeader","text":"limit","origin":{"lines":[8,8],"evidence":"stated"}},
           {"row":0,"column":1,"kind":"data","text":"３","origin":{"lines":[8,8],"evidence":"stated"}}]}],
         "findings":[
          {"severity":"warning","code":"ini.line.skipped",\
        "message":"a line that is neither a section nor an entry was skipped","place":{"lines":[5,5]}}]}

        """)
    #expect(try CSVWriter().written(document).text == "width,120\nformat,json\n\nlimit,３\n")
  }

  @Test func `can be asked for by name, and only by its name`() async throws {
    let named = Source(name: "-", bytes: Self.settings.bytes, format: "ini")
    #expect(try await converter.document(from: named).source.format == "ini")
    let unknown = Source(name: "-", bytes: Self.settings.bytes, format: "xyz")
    await #expect(throws: ReadingError(.noReader(format: "xyz"))) { try await converter.document(from: unknown) }
    let empty = Source(name: "-", bytes: Data(), format: "ini")
    await #expect(throws: ReadingError(.empty)) { try await converter.document(from: empty) }
  }

  @Test func `hears of a name that says something else`() async throws {
    let written = try JSONWriter().written(Document()).bytes
    let document = try await converter.document(from: Source(name: "a.ini", bytes: Data(written)))
    #expect(document.source.format == "json")
    #expect(document.findings.map(\.code) == ["format.extension-differs"])
  }
}
