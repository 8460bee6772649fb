package import ConverterCore
package import ReportProfile

/// A database that documents are put into one after the other.
///
/// The same documents give the same bytes with the same release of SQLite, which writes its version into them.
package final class DocumentDatabase {
  private let database: Database
  private let profiles: [Profile]
  private let documents: Insertion
  private let tables: Insertion
  private let cells: Insertion
  private let records: Insertion
  private let findings: Insertion
  private var documentCount = 0
  private var tableCount = 0

  /// - Parameters:
  ///   - path: the file, which must not exist; `nil` for memory.
  ///   - target: what errors are about.
  ///   - profiles: what records are made by, where one of them fits.
  package init(path: String? = nil, target: String, profiles: [Profile]) throws(WritingError) {
    database = try Database(path: path, target: target)
    self.profiles = profiles
    try database.run("BEGIN; \(DatabaseSchema.statements)")
    documents = try database.insertion(into: "documents", columns: 12)
    tables = try database.insertion(into: "tables", columns: 16)
    cells = try database.insertion(into: "cells", columns: 18)
    records = try database.insertion(into: "records", columns: 22)
    findings = try database.insertion(into: "findings", columns: 10)
  }

  /// Puts in a document with its tables, its findings, and its records if a profile fits.
  package func insert(_ document: Document) throws(WritingError) {
    documentCount += 1
    let (source, metadata) = (document.source, document.metadata)
    try documents.insert([
      .integer(documentCount), .text(source.name), .text(source.format), .integer(source.byteCount),
      Value(source.sha256), Value(source.encoding), Value(metadata.title), Value(metadata.author),
      Value(metadata.created), Value(metadata.modified), Value(metadata.pageCount), Value(metadata.language),
    ])
    for (index, table) in document.tables.enumerated() { try insert(table, number: index + 1) }
    for finding in document.findings {
      try findings.insert(
        [
          .integer(documentCount), .text(finding.severity.rawValue), .text(finding.code), .text(finding.message),
        ] + values(of: finding.place))
    }
    if let (profile, reports) = reports(in: document) {
      for report in reports { try insert(report, profile) }
    }
  }

  /// Ends the database in its file.
  package func finish() throws(WritingError) {
    try database.run("\(DatabaseSchema.indexes) COMMIT;")
  }

  /// Ends the database in memory and writes its bytes.
  package func finish(to sink: inout some ByteSink) throws(WritingError) {
    try finish()
    try database.write(to: &sink)
  }
}

extension DocumentDatabase {
  private func insert(_ table: Table, number: Int) throws(WritingError) {
    tableCount += 1
    try tables.insert(
      [
        .integer(tableCount), .integer(documentCount), .integer(number), .integer(table.rowCount),
        .integer(table.columnCount), .integer(table.headerRowCount), .integer(table.stubColumnCount),
        Value(table.caption), Value(table.unit),
      ] + values(of: table.origin))
    let paths = HeaderPaths(table)
    for cell in table.cells {
      let quantity = Quantity(cell.text)
      let tableUnit = quantity != nil && cell.kind == .data ? table.unit : nil
      try cells.insert(
        [
          .integer(tableCount), .integer(cell.rows.lowerBound), .integer(cell.columns.lowerBound),
          .integer(cell.rows.count), .integer(cell.columns.count), .text(cell.kind.rawValue),
          .text(paths.rowPath(of: cell)), .text(paths.columnPath(of: cell)), .text(cell.displayText),
          Value(decimal: quantity?.number), Value(quantity?.unit ?? tableUnit),
        ] + values(of: cell.origin))
    }
  }

  /// What the profile makes of the document that finds the most of its form, at least half of it.
  private func reports(in document: Document) -> (Profile, [Report])? {
    var best: (profile: Profile, reports: [Report], share: Double)?
    for profile in profiles {
      let reports = Report.parts(of: document, profile).map(\.report)
      let share = reports.map(\.shareFound).max() ?? 0
      if share >= 0.5, share > best?.share ?? 0 { best = (profile, reports, share) }
    }
    return best.map { ($0.profile, $0.reports) }
  }

  private func insert(_ report: Report, _ profile: Profile) throws(WritingError) {
    guard let number = report.formNumber, profile.forms.indices.contains(number) else { return }
    let form = profile.forms[number]
    let head: [Value] = [
      .integer(documentCount), .text(profile.id), .text(form.id), Value(report.identity.agency),
      Value(report.identity.agencyPrinted), Value(report.identity.year),
    ]
    for record in report.records(of: form) {
      let value = record.fact.value
      try records.insert(
        head + [
          .text(record.table), .text(record.row), .text(record.column), Value(decimal: value.number?.description),
          .text(value.state.rawValue), .text(record.fact.raw), Value(value.unit),
          Value(decimal: value.baseNumber?.description), Value(value.baseUnit),
        ] + values(of: record.fact.place) + [Value(record.fact.evidence?.rawValue)])
    }
  }

  private func values(of origin: Origin) -> [Value] {
    values(of: origin.place) + [.text(origin.evidence.name.rawValue)]
  }

  /// The page and the box on it where there are such, and the place in words.
  private func values(of place: Place?) -> [Value] {
    guard let place else { return Array(repeating: .null, count: 6) }
    guard case .page(let page, let box) = place else {
      return Array(repeating: .null, count: 5) + [.text(place.description)]
    }
    return [
      .integer(page), Value(box?.x0), Value(box?.y0), Value(box?.x1), Value(box?.y1), .text(place.description),
    ]
  }
}
