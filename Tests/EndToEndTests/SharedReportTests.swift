import Foundation
import Testing

private let sharedReports = Program.packageFolder.deletingLastPathComponent().appendingPathComponent(
  "shared/cases/cn-reports"
).path

/// Two real reports with every cell read by hand, where they are at hand.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: sharedReports), "the shared cases are not here"))
struct SharedReportTests {
  private struct Truth: Decodable {
    struct Table: Decodable {
      struct Cell: Decodable { var row, col: Int; var text: String }
      var cells: [Cell]
    }
    var tables: [Table]
  }

  private func lines(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [2023, 2024]) func `All cells are read as printed`(year: Int) throws {
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: URL(filePath: "\(sharedReports)/hongze-\(year).json")))
    // Figures in the order of reading; what holds no label of the forms.
    let figures = truth.tables.flatMap { table in
      table.cells.sorted { ($0.row, $0.col) < ($1.row, $1.col) }.map(\.text)
        .filter { !$0.isEmpty && $0.allSatisfy { "0123456789.".contains($0) } }
    }
    let result = try Program.run(["records", "\(sharedReports)/hongze-\(year)-annual-report.pdf", "--to", "ndjson"])
    let records = try lines(result.output).filter { $0["state"] as? String != "absent" }
    #expect(records.compactMap { $0["raw"] as? String } == figures)
    #expect(records.allSatisfy { $0["year"] as? Int == year })
  }

  @Test func `The wrong printed totals of 2023 are told and stay as printed`() throws {
    let result = try Program.run(
      ["check", "\(sharedReports)/hongze-2023-annual-report.pdf", "--to", "json"])
    #expect(result.status == 3)
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let checks = try #require((whole["reports"] as? [[String: Any]])?.first?["checks"] as? [[String: Any]])
    let failing = checks.filter { $0["verdict"] as? String == "fails" }
    #expect(
      failing.map { "\($0["rule"] ?? "") \($0["left"] ?? "") \($0["right"] ?? "")" } == [
        "review.reconsideration.total 0 11", "review.litigation.after_reconsideration.total 0 5",
      ])
  }
}
