package import ConverterCore

extension Report {
  /// Maps a document to a profile: which form it is on, what stands in each cell, who reports on which year.
  ///
  /// The same document and profile give the same report; nothing else is looked at.
  package init(_ document: Document, _ profile: Profile) {
    name = document.source.name
    sha256 = document.source.sha256
    identity = profile.identification.identify(document, folding: profile.folding)
    guard let (number, mapping) = FormChoice(profile, year: identity.year).mapping(of: document) else {
      findings = [.noForm(profile)]
      return
    }
    formNumber = number
    facts = mapping.facts
    repeatedRows = mapping.repeatedRows
    extras = mapping.extras
    findings = mapping.findings
    repeatsRows = mapping.repeatsRows
    repetitions = mapping.repetitions
    if identity.year == nil { findings.append(.noYear()) }
    if identity.agency == nil { findings.append(.noAgency()) }
    let absent = mapping.form.absentCount(in: facts)
    if absent > 0 { findings.append(.absentCells(absent, of: mapping.form.cellCount)) }
  }
}

/// Chooses the form by what the tables say; the year is a hint where that does not decide.
struct FormChoice {
  private let profile: Profile
  private let year: Int?

  init(_ profile: Profile, year: Int?) {
    self.profile = profile
    self.year = year
  }

  /// The form of a document and its cells; `nil` where no form finds any.
  func mapping(of document: Document) -> (number: Int, mapping: Mapping)? {
    let tables = document.tables
    if let number = detected(in: document, tables) {
      let mapping = mapping(of: document, tables, number)
      if mapping.foundCount > 0 { return (number, mapping) }
    }
    let mappings = profile.forms.indices.map { ($0, mapping(of: document, tables, $0)) }
    let most = mappings.map(\.1.foundCount).max() ?? 0
    guard most > 0 else { return nil }
    let best = mappings.filter { $0.1.foundCount == most }
    return best.first { profile.forms[$0.0].years?.contains(year ?? 0) ?? false } ?? best.first
  }

  private func mapping(of document: Document, _ tables: [Table], _ number: Int) -> Mapping {
    let form = profile.forms[number]
    var walk = TableMapping(Mapping(form: form, folding: profile.folding))
    walk.map(tables)
    guard form.absentCount(in: walk.mapping.facts) > 0 else { return RowSolving(walk.mapping).solved() }
    var runs = RunMapping(walk.mapping)
    runs.map(document.blocks)
    return RowSolving(runs.mapping).solved()
  }

  /// The only form whose telling labels occur, looked for table by table, then in running text.
  private func detected(in document: Document, _ tables: [Table]) -> Int? {
    for table in tables {
      if let number = only(formsTold(by: table.cells.lazy.map(\.text))) { return number }
    }
    let texts = document.blocks.lazy.compactMap(\.runningText).flatMap { $0.splitAtLineFeeds().map(String.init) }
    return only(formsTold(by: texts))
  }

  private func only(_ numbers: [Int]) -> Int? {
    numbers.count == 1 ? numbers[0] : nil
  }

  private func formsTold(by texts: some Sequence<String>) -> [Int] {
    let detections = profile.forms.map(\.detection)
    var told = Set<Int>()
    var denied = Set<Int>()
    for text in texts {
      // Labels are short and figures have no letters; neither sentences nor numbers are folded.
      guard text.utf8.count <= 90, text.utf8.contains(where: { $0 > 0x39 }) else { continue }
      let key = profile.folding.key(text)
      let bare = key.withoutNotes
      for (number, detection) in detections.enumerated() {
        if detection.any.contains(key) || detection.any.contains(bare) { told.insert(number) }
        if detection.none.contains(key) || detection.none.contains(bare) { denied.insert(number) }
      }
    }
    return told.subtracting(denied).sorted()
  }
}

extension Mapping {
  /// How many cells have been found, repeated rows included.
  fileprivate var foundCount: Int {
    // By index: a closure would be handed a copy of each fact, with all its texts.
    facts.indices.count { facts[$0].value.state != .absent } + repeatedRows.reduce(0) { $0 + $1.facts.count }
  }
}

extension Form {
  /// How many cells that a complete report has are absent.
  func absentCount(in facts: [Fact]) -> Int {
    let superseded = superseded(by: facts)
    var count = 0
    for table in tables {
      for (row, required) in table.rows.enumerated() where required.presence == .required {
        let cells = table.cells(ofRow: row)
        if !superseded.contains(cells) { count += cells.count { facts[$0].value.state == .absent } }
      }
    }
    return count
  }
}
