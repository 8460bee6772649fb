import ConverterCore
import ConverterTesting
import Foundation
import Testing
import TextReader

@testable import ReportProfile

/// An invented report as text of all shapes, read as the program reads it.
@Suite struct TextShapeTests {
  let profile: Profile
  let whole: [String: Fact]

  init() throws {
    profile = try TestReports.profile()
    whole = Report(try Form2021.document(), profile).found(profile)
  }

  private static let sections = [
    "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
  ]

  /// The text of the report, its sections above its tables.
  private func text(_ shape: TextShape, title: String = Form2021.title, sections: [String] = sections) throws -> String
  {
    let blocks = [Form2021.disclosure, Form2021.applications, Form2021.review]
    let tables = try zip(sections, blocks).map { section, block in
      guard case .table(let table) = try TestReports.table(block) else { throw TestReports.Missing() }
      return "\(section)\n\n\(shape.text(of: table))\n"
    }
    return "\(title)\n\n总体情况\n\n本机关按照条例编制本报告，内容见下。\n\n" + tables.joined()
      + "五、存在的主要问题及改进情况\n\n公开的形式不够多样，下一年将改进。\n"
  }

  private func read(_ text: String) throws -> Document {
    try TextReader().read(Source(name: "report.txt", bytes: Data(text.utf8)), within: .standard)
  }

  private func report(_ text: String) throws -> Report { Report(try read(text), profile) }

  @Test(arguments: TextShape.allCases) func `No shape of text loses or changes a cell that is printed`(shape: TextShape)
    throws
  {
    let report = try report(text(shape))
    let found = report.found(profile)
    #expect(report.identity.agency == "云溪县档案局" && report.identity.year == 2023)
    for (code, fact) in found { #expect(fact.value == whole[code]?.value, "\(code)") }
    #expect(found.count == 200, "\(Set(whole.keys).subtracting(found.keys).sorted())")
  }

  @Test(arguments: TextShape.allCases) func `Sections may have lost their numbers`(shape: TextShape) throws {
    let bare = Self.sections.map { String($0.dropFirst(2)) }
    #expect(try report(text(shape, sections: bare)).found(profile).mapValues(\.value) == whole.mapValues(\.value))
  }

  @Test(arguments: TextShape.allCases) func `The title may run over lines`(shape: TextShape) throws {
    let report = try report(text(shape, title: "云溪县档案局\n2023年政府信息公开工作\n年度报告"))
    #expect(report.identity.agencyPrinted == "云溪县档案局" && report.identity.year == 2023)
    #expect(report.found(profile).count == 200)
  }

  @Test func `The second line of a cell has no tab`() throws {
    let broken = try text(.tabs).replacing("\t商业企业\n", with: "\t商业\n企业\n")
      .replacing("\t2.没有现成信息需要另行制作\n", with: "\t2.没有现成信息需要\n另行制作\n")
    #expect(try report(broken).found(profile).mapValues(\.value) == whole.mapValues(\.value))
  }

  @Test func `An empty paragraph in a cell looks like the end of a row and is none`() throws {
    let parted = try text(.tabs).replacing("\t（七）总计\n", with: "\t（七）总计\n\n")
    #expect(try report(parted).found(profile).mapValues(\.value) == whole.mapValues(\.value))
  }

  /// Every figure of applications and of reviews in turn gets one other digit.
  @Test(arguments: [TextShape.tabs, .cells], [UInt64(7)]) func `A wrong digit in a document fails a rule and stays`(
    shape: TextShape, seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let lines = try text(shape).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("三、收到") })
    let figures = lines.indices.dropFirst(start).filter { Int(lines[$0].filter { $0 != "\t" }) != nil }
    #expect(figures.count == 190)
    var caught = 0
    for line in figures {
      var wrong = lines
      let digit = Int(String(wrong[line].removeLast())) ?? 0
      wrong[line] += "\((digit + Int.random(in: 1...9, using: &random)) % 10)"
      let document = try read(wrong.joined(separator: "\n"))
      let report = Report(document, profile)
      let failing = report.checks(profile, document).filter { $0.severity == .required && $0.verdict == .fails }
      if !failing.isEmpty { caught += 1 }
      let printed = wrong[line].filter { $0 != "\t" }
      #expect(
        report.facts.contains { $0.place == .lines(line + 1...line + 1) && $0.raw == printed }, "line \(line + 1)")
    }
    #expect(caught * 100 >= figures.count * 99, "\(caught) of \(figures.count)")
  }

  @Test func `Repeated lines that a crawler dropped are not made up`() throws {
    let lines = try text(.cells).split(separator: "\n")
    let kept = zip([""] + lines.dropLast(), lines).filter { $0 != $1 }.map { String($1) }
    let report = try report(kept.joined(separator: "\n") + "\n")
    #expect(report.findings.contains { $0.code == "profile.run.repeats-dropped" })
    for (code, fact) in report.found(profile) { #expect(fact.value == whole[code]?.value, "\(code)") }
  }
}
