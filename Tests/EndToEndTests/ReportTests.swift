import Foundation
import Testing

/// `records` and `check` over many inputs, in worker processes and without.
@Suite struct ReportTests {
  /// An invented report with one table of the form of 2021.
  private static func report(_ agency: String, year: Int, issued: Int, inForce: Int) -> Data {
    Data(
      """
      <h1>\(agency)\(year)年政府信息公开工作年度报告</h1>
      <p>一、总体情况</p>
      <table><tr><td colspan=4>第二十条第（一）项</td></tr>
      <tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr>
      <tr><td>规章<td>0<td>0<td>0</tr><tr><td>行政规范性文件<td>\(issued)<td>0<td>\(inForce)</tr></table>
      """.utf8)
  }

  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file("in/a-2022.html", Self.report("云溪县档案局", year: 2022, issued: 1, inForce: 7))
    try scratch.file("in/a-2023.html", Self.report("云溪县档案局", year: 2023, issued: 2, inForce: 9))
    try scratch.file("in/b-2023.html", Self.report("砚坪审计局", year: 2023, issued: 4, inForce: 6))
    try scratch.file("in/broken.pdf", Data("%PDF-1.7\nnothing".utf8))
    return scratch
  }

  @Test(arguments: [
    ["records", "in", "--to", "csv"], ["records", "in", "--to", "json"], ["records", "in", "--to", "csv", "--wide"],
    ["check", "in", "--to", "text"], ["check", "in", "--to", "json"], ["check", "in", "--to", "html"],
  ])
  func `Worker processes write the same bytes in the same order`(arguments: [String]) throws {
    let scratch = try folder()
    let here = try Program.run(arguments + ["--jobs", "0"], in: scratch.folder)
    let workers = try Program.run(arguments + ["--jobs", "3"], in: scratch.folder)
    #expect(here.output == workers.output)
    #expect(here.messages == workers.messages)
    #expect(here.status == 1 && workers.status == 1, "\(here.messages)")
    #expect(here.output.contains("b-2023.html"))
    #expect(here.messages.contains("in/broken.pdf"))
  }

  @Test func `Inputs are chosen as for conversion`() throws {
    let scratch = try folder()
    try scratch.file("list", Data("in/b-2023.html\0in/a-2022.html\0".utf8))
    for (arguments, expected) in [
      (["in", "--include", "*-2023.html"], ["in/a-2023.html", "in/b-2023.html"]),
      (["in", "--exclude", "b-*", "--exclude", "*.pdf"], ["in/a-2022.html", "in/a-2023.html"]),
      (["--from-file", "list", "--null"], ["in/b-2023.html", "in/a-2022.html"]),
    ] {
      for jobs in ["0", "2"] {
        let records = try Program.run(["records", "--jobs", jobs] + arguments, in: scratch.folder)
        #expect(records.status == 0, "\(records.messages)")
        var reports: [String] = []
        for line in records.output.split(separator: "\n").dropFirst() {
          let report = String(line.prefix { $0 != "," })
          if reports.last != report { reports.append(report) }
        }
        #expect(reports == expected)
        let check = try Program.run(["check", "--jobs", jobs] + arguments, in: scratch.folder)
        // The rules across years are told at the end, with the names of the reports once more.
        let names = check.output.split(separator: "\n").filter { $0.hasPrefix("in/") }.map(String.init)
        #expect(names.starts(with: expected) && Set(names) == Set(expected), "\(names)")
      }
    }
    #expect(try Program.run(["records"], in: scratch.folder).status == 2)
  }

  @Test func `A reading that ends its worker is the result of that report alone`() throws {
    let scratch = try folder()
    // A worker may have 64 MB; this table of a million cells needs more.
    try scratch.file("in/a-large.csv", Data(String(repeating: "1,2,3,4,5,6,7,8,9,10\n", count: 100_000).utf8))
    let result = try Program.run(
      ["records", "in", "--jobs", "2", "--memory-limit", "64", "--limit", "cells=10000000"], in: scratch.folder)
    #expect(result.status == 1)
    let aborted = result.messages.split(separator: "\n").filter { $0.contains("a-large.csv: reading it crashed") }
    #expect(aborted.count == 1, "\(result.messages)")
    #expect(result.output.contains("in/b-2023.html"))
  }

  @Test(arguments: ["records", "check"]) func `A member that ends its worker costs no other report of its archive`(
    command: String
  ) throws {
    let scratch = try folder()
    try scratch.file("in/a-large.csv", Data(String(repeating: "1,2,3,4,5,6,7,8,9,10\n", count: 100_000).utf8))
    let made = try Program.shell(
      "tar -cf all.tar -C in a-2022.html a-large.csv b-2023.html a-2023.html", in: scratch.folder)
    #expect(made.status == 0, "\(made.messages)")
    let result = try Program.run(
      [command, "all.tar", "--to", "json", "--jobs", "2", "--memory-limit", "64", "--limit", "cells=10000000"],
      in: scratch.folder)
    #expect(result.status == 1)
    let crashes = result.messages.split(separator: "\n").filter { $0.contains("reading it crashed") }
    #expect(crashes.count == 1 && crashes[0].contains("all.tar!a-large.csv"), "\(result.messages)")
    var reports: [String] = []
    for match in result.output.matches(of: /"report":"(?<name>[^"]+)"/) where reports.last != String(match.name) {
      reports.append(String(match.name))
    }
    #expect(reports.prefix(3) == ["all.tar!a-2022.html", "all.tar!b-2023.html", "all.tar!a-2023.html"])
  }

  @Test func `Years of one agency are compared wherever they were read`() throws {
    let scratch = try folder()
    try scratch.file("in/b-2024.html", Self.report("砚坪审计局", year: 2024, issued: 1, inForce: 3))
    let result = try Program.run(["check", "in", "--to", "json", "--jobs", "2"], in: scratch.folder)
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let reports = try #require(whole["reports"] as? [[String: Any]])
    // Four reports, then the two that have one on the year before.
    #expect(
      reports.map { ($0["report"] as? String)?.suffix(11) } == [
        "a-2022.html", "a-2023.html", "b-2023.html", "b-2024.html", "a-2023.html", "b-2024.html",
      ])
    let verdicts = reports.suffix(2).map { report in
      (report["checks"] as? [[String: Any]])?.filter { $0["rule"] as? String == "documents.stock_flow" }
        .compactMap { $0["verdict"] as? String }
    }
    #expect(verdicts == [["holds", "holds"], ["holds", "fails"]])
  }

  @Test func `Extras, indicators and records go into one folder`() throws {
    let scratch = try folder()
    let result = try Program.run(["records", "in/a-2023.html", "-o", "data/"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(
      scratch.files.filter { $0.hasPrefix("data/") } == ["data/derived.csv", "data/extras.csv", "data/records.csv"])
    #expect(try scratch.text("data/records.csv").contains("documents/normative_documents/in_force,9,number,9"))
    #expect(try scratch.text("data/derived.csv").contains("documents.normative_documents.new"))
  }

  @Test(arguments: [
    (["records", "in", "--wide", "--to", "json"], "--wide needs --to csv."),
    (["records", "in", "-o", "x", "--extras", "x"], "Two outputs have the same name."),
    (["records", "in/a-2022.html", "-o", "in/a-2022.html"], "The output is an input too; it would be overwritten."),
    (["records", "-", "-"], "Standard input (-) can be read only once."),
    (["check", "in", "--generic", "--profile", "x.json"], "--generic needs no profile; say one or the other."),
    (["check", "in", "--profile", "x.json"], "The profile “x.json” cannot be read: there is no such file."),
  ])
  func `Wrong arguments are told in a sentence`(arguments: [String], sentence: String) throws {
    let scratch = try folder()
    let result = try Program.run(arguments, in: scratch.folder)
    #expect(result.status == 2)
    #expect(result.messages.contains(sentence), "\(result.messages)")
  }
}
