import ConverterCore
import Testing

@testable import TextReader

@Suite struct CellRunTests {
  /// Cells of an invented form: rows of different lengths, one blank cell lost.
  private static let run = """
    一、码头情况

    码头
    进港

    出港
    北港
    5

    3
    南港
    2
    三、老码头

    0
    0
    二、船只情况
    渡船
    12
    货船
    7
    """

  @Test func `Cells one a line stay in order and are reported`() throws {
    let document = try read(Self.run)
    #expect(document.tables.isEmpty)
    let texts = document.blocks.map { block in
      switch block {
      case .heading(let heading): "# \(heading.text)"
      case .paragraph(let paragraph): paragraph.text
      default: "?"
      }
    }
    #expect(
      texts == [
        "# 一、码头情况", "码头\n进港", "出港\n北港", "5", "3", "南港", "2", "三、老码头", "0", "0", "# 二、船只情况", "渡船", "12", "货船", "7",
      ])
    #expect(document.findings.map(\.code) == ["text.table.flattened"])
    #expect(document.findings.first?.place == .lines(1...21))
  }

  @Test func `Labels and counts that leave one reading make a table`() throws {
    let table = try onlyTable("码头\n\n进港\n出港\n北港\n5\n3\n\n南港\n2\n0\n")
    #expect(grid(table) == ["码头|进港|出港", "北港|5|3", "南港|2|0"])
    #expect(table.origin.evidence == .computed)
  }

  @Test func `Dropped repetitions are reported as unrecoverable`() throws {
    // Rows of three numbers from which a crawler dropped lines equal to the one before.
    let document = try read("甲\n0\n乙\n0\n丙\n3\n0\n丁\n0\n戊\n1\n2\n己\n0\n庚\n0\n5\n")
    #expect(document.tables.isEmpty)
    #expect(document.findings.map(\.code) == ["text.table.destroyed"])
    #expect(document.findings.first?.severity == .error)
  }
}
