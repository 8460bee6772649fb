package import ConverterCore

/// A report and the document that holds it alone.
package struct ReportPart: Sendable {
  package var report: Report

  /// The document, or the part of it that is this report.
  package var document: Document
}

extension Report {
  /// The reports that a document holds, in their order: mostly one.
  ///
  /// A file may hold the reports of two years or two agencies one after the other. Where rows of the form or
  /// titles stand in it more than once, the document is cut where titles stand. The cut is taken where each piece has cells of every
  /// table of its form and says who reports on which year, no two the same; else the document is one report with rows that are
  /// repeated, and a finding says where tables begin anew.
  ///
  /// - Returns: at least one; several have the name of the source with `#1`, `#2` behind it.
  package static func parts(of document: Document, _ profile: Profile) -> [ReportPart] {
    var whole = ReportPart(report: Report(document, profile), document: document)
    guard
      whole.report.repeatsRows || profile.identification.hasSeveralTitles(document, folding: profile.folding)
    else { return [whole] }
    if let parts = cut(document, profile) { return parts }
    whole.report.tellTablesBeginningAnew()
    return [whole]
  }

  /// The reports of a document cut where titles stand; `nil` where the cut is not taken.
  private static func cut(_ document: Document, _ profile: Profile) -> [ReportPart]? {
    var parts: [ReportPart] = []
    var tableCount = 0
    for piece in profile.identification.cutAtTitles(document, folding: profile.folding) {
      var report = Report(piece, profile)
      report.shiftTables(by: tableCount)
      tableCount += piece.tables.count
      // A cover or a list of contents has no cells.
      guard let number = report.formNumber else { continue }
      guard report.hasAllTables(of: profile.forms[number]), report.identity.year != nil,
        !parts.contains(where: { $0.report.isNamedAs(report) })
      else { return nil }
      parts.append(ReportPart(report: report, document: piece))
    }
    guard parts.count > 1 else { return nil }
    for index in parts.indices { parts[index].report.name += "#\(index + 1)" }
    parts[0].report.findings.insert(.severalReports(parts.count), at: 0)
    return parts
  }

  /// Tells that several tables of the form stand in the document again, which a row repeated in a summary does not make:
  /// the file may hold two reports of one agency and year, such as one and its correction.
  private mutating func tellTablesBeginningAnew() {
    guard repetitions.count > 1, let begin = repetitions.first else { return }
    findings.append(.tablesBeginAnew(repetitions.count, first: begin.first, again: begin.again))
  }

  /// Counts tables from the start of a document of which the report is a part.
  private mutating func shiftTables(by count: Int) {
    for index in extras.indices {
      if let table = extras[index].table { extras[index].table = table + count }
    }
  }

  /// Whether something was found of each table that a report must have.
  private func hasAllTables(of form: Form) -> Bool {
    form.tables.enumerated().allSatisfy { number, table in
      table.rows.allSatisfy { $0.presence == .optional } || repeatedRows.contains { $0.table == number }
        || table.cells.contains { facts[$0].value.state != .absent }
    }
  }

  private func isNamedAs(_ other: Report) -> Bool {
    identity.year == other.identity.year && identity.agency == other.identity.agency
  }
}
