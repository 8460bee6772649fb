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

  @Test(arguments: ["records", "check"]) func `A worker that something outside kills costs no report`(
    command: String
  ) throws {
    let scratch = try folder()
    let line = """
      convert \(command) in --jobs 1 >out & run=$!
      for step in {1..600}; do worker=$(pgrep -P $run) && break; sleep 0.01; done
      kill -9 $worker && echo killed
      wait $run; echo $?
      """
    let result = try Program.shell(line, in: scratch.folder)
    #expect(result.output == "killed\n1\n", "\(result)")
    let undisturbed = try Program.run([command, "in", "--jobs", "1"], in: scratch.folder)
    #expect(result.messages == undisturbed.messages)
    #expect(try scratch.text("out") == undisturbed.output)
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
    // The figure of the year before says whose it is.
    let checks = try #require(reports.last?["checks"] as? [[String: Any]])
    let check = try #require(checks.first { $0["verdict"] as? String == "fails" })
    let cells = try #require(check["right_cells"] as? [[String: Any]])
    #expect(cells.map { $0["report"] as? String } == ["in/b-2023.html", nil, nil])
    #expect(cells.map { $0["raw"] as? String } == ["6", "1", "0"])
    #expect((cells[0]["place"] as? [String: Any])?["path"] as? String == "/html/body/table[1]/tr[4]/tc[4]")
  }

  @Test(arguments: ["0", "2"]) func `What could not be checked is listed with its reason`(jobs: String) throws {
    let scratch = try folder()
    try scratch.file("in/letter.txt", Data("Dear Sir or Madam, nothing to report.\n".utf8))
    let told = try Program.run(["check", "in", "--to", "json", "--jobs", jobs], in: scratch.folder)
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    let unchecked = try #require(whole["not_checked"] as? [[String: String]])
    #expect(unchecked.map { $0["source"] } == ["in/broken.pdf", "in/letter.txt"])
    #expect(unchecked.allSatisfy { !($0["code"] ?? "").isEmpty })
    #expect(unchecked[1]["reason"] == "it has no table of “政府信息公开工作年度报告” (cn.ogi.annual_report)")
    let page = try Program.run(["check", "in", "--to", "html", "--jobs", jobs], in: scratch.folder)
    let text = try Program.run(["check", "in", "--jobs", jobs], in: scratch.folder)
    #expect(text.output.contains("not checked\n  in/broken.pdf: ") && text.output.hasSuffix("(cn.ogi.annual_report)\n"))
    #expect(page.output.contains("<h2>Not checked</h2>") && page.output.contains("<tr><td>in/broken.pdf<td class="))
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
    ([], "all.csv", "all.extras.csv"), (["--wide"], "all.csv", "all.extras.csv"),
    (["--to", "ndjson"], "v1.2.ndjson", "v1.2.extras.ndjson"), ([], "all", "all.extras"), ([], ".all", ".all.extras"),
    (["--extras", "others.csv"], "all.csv", "others.csv"), (["--extras", "none"], "all.csv", nil),
    (["--extras", "none"], "data/", nil), (["--to", "json"], "all.json", nil),
  ])
  func `Extras stand beside the records unless something else is said`(
    options: [String], output: String, extras: String?
  ) throws {
    let scratch = try folder()
    let other = "<table border><tr><td>地区<td>件数<tr><td>东街<td>88<tr><td>西街<td>3</table>"
    let report = Self.report("云溪县档案局", year: 2022, issued: 1, inForce: 7)
    try scratch.file("one.html", report + Data(other.utf8))
    let result = try Program.run(["records", "one.html", "-o", output] + options, in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    let written = scratch.files.filter { !$0.hasPrefix("in/") && $0 != "one.html" && !$0.hasPrefix("data/records") }
    #expect(written.filter { $0 != output && !$0.hasSuffix("derived.csv") } == (extras.map { [$0] } ?? []))
    if let extras { #expect(try scratch.text(extras).contains("88")) }
  }

  @Test(arguments: [
    (["records", "in", "--wide", "--to", "json"], "--wide needs --to csv."),
    (["records", "in", "-o", "x", "--extras", "x"], "Two outputs have the same name."),
    (["records", "in", "-o", "x.csv", "--extras", "x.csv"], "Two outputs have the same name."),
    (["records", "x.extras.csv", "-o", "x.csv"], "The output is an input too; it would be overwritten."),
    (["records", "in/a-2022.html", "-o", "in/a-2022.html"], "The output is an input too; it would be overwritten."),
    (["records", "-", "-"], "Standard input (-) can be read only once."),
    (["check", "in", "--generic", "--profile", "x.json"], "--generic needs no profile; say one or the other."),
    (["check", "in", "--profile", "x.json"], "The profile “x.json” cannot be read: there is no such file."),
  ])
  func `Wrong arguments are told in a sentence`(arguments: [String], sentence: String) throws {
    let scratch = try folder()
    try scratch.file("x.extras.csv", Data())
    let result = try Program.run(arguments, in: scratch.folder)
    #expect(result.status == 2)
    #expect(result.messages.contains(sentence), "\(result.messages)")
  }
}
