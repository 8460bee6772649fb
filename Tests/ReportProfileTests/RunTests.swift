import ConverterCore
import Testing

@testable import ReportProfile

/// Tables of which only a run of cells is left, one cell a line.
@Suite struct RunTests {
  let profile: Profile

  init() throws {
    profile = try TestReports.profile()
  }

  @Test(arguments: [0, 1, 2])
  func `A run with all values is mapped by its labels, whatever empty lines stand in it`(gap: Int) throws {
    let report = Report(Form2021.flattened(gap: gap), profile)
    let whole = Report(try Form2021.document(), profile)
    #expect(report.found(profile).mapValues(\.value) == whole.found(profile).mapValues(\.value))
    #expect(report.found(profile).values.allSatisfy { $0.evidence == .label })
  }

  @Test func `A wide gap shows where a blank cell was`() throws {
    let report = Report(Form2021.flattened(values: [1: ["1", "0", "", "0", "0", "0", "1"]]), profile)
    let found = report.found(profile)
    #expect(found.count == 200)
    #expect(found["applications/carried_in/legal_person.research_institution"]?.value.state == .blank)
    #expect(found["applications/carried_in/total"]?.value.number == ExactDecimal(1))
    #expect(found["applications/carried_in/total"]?.evidence == .position)
  }

  @Test func `Of values that could stand in several columns only the certain ones are taken`() throws {
    let report = Report(Form2021.flattened(gap: 0, values: [1: ["1", "0", "0", "0", "0", "1"]]), profile)
    let row = report.found(profile).filter { $0.key.hasPrefix("applications/carried_in/") }
    #expect(row.keys.sorted() == ["applications/carried_in/natural_person", "applications/carried_in/total"])
    #expect(row.values.allSatisfy { $0.evidence == .arithmetic && $0.value.number == ExactDecimal(1) })
    #expect(report.findings.contains { $0.code == "profile.row.undecided" })
    #expect(report.extras.map(\.raw) == ["0", "0", "0", "0"])
  }

  @Test func `A placement is not taken for being one that no rule can judge`() throws {
    // The printed total is wrong and a blank cell is lost: only with a blank total no rule would fail.
    let report = Report(Form2021.flattened(gap: 0, values: [0: ["5", "2", "0", "0", "1", "14"]]), profile)
    let row = report.found(profile).filter { $0.key.hasPrefix("applications/new_received/") }
    #expect(row["applications/new_received/total"] == nil)
    #expect(row.values.allSatisfy { $0.evidence == .position })
    #expect(report.findings.contains { $0.code == "profile.row.undecided" })
  }

  @Test func `Where only one placement makes the sums right it is accepted as arithmetic`() throws {
    let report = Report(Form2021.flattened(gap: 0, values: [0: ["5", "2", "1", "8"]]), profile)
    let found = report.found(profile)
    let columns = ["natural_person", "legal_person.commercial_enterprise", "legal_person.other", "total"]
    #expect(columns.map { found["applications/new_received/\($0)"]?.raw } == ["5", "2", "1", "8"])
    #expect(found["applications/new_received/total"]?.evidence == .arithmetic)
    #expect(found["applications/new_received/legal_person.research_institution"]?.value.state == .blank)
  }

  @Test func `A row with too many values is left absent and kept`() throws {
    let values = ["1", "0", "0", "0", "0", "0", "1", "9"]
    let report = Report(Form2021.flattened(values: [1: values]), profile)
    #expect(!report.found(profile).keys.contains { $0.hasPrefix("applications/carried_in/") })
    #expect(report.extras.map(\.raw) == values)
  }

  @Test func `A text whose repeated lines were dropped is not solved`() throws {
    var document = Form2021.flattened(gap: 0)
    var last = ""
    document.blocks.removeAll { block in
      let text = block.runningText ?? ""
      defer { last = text }
      return text == last
    }
    let report = Report(document, profile)
    #expect(report.findings.contains { $0.code == "profile.run.repeats-dropped" })
    let whole = Report(try Form2021.document(), profile).found(profile)
    for (code, fact) in report.found(profile) { #expect(fact.value == whole[code]?.value, "\(code)") }
  }
}
