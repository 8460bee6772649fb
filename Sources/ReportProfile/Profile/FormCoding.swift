internal import ConverterCore

/// What the forms of a profile share.
struct FormContext {
  let folding: LabelFolding
  let sections: [Profile.Section]
  /// The grammar of a cell before its table and column add to it.
  let grammar: ValueGrammar
  fileprivate let columnLists: [(name: String, node: ProfileNode)]
  fileprivate let harmonised: [ProfileNode]
  fileprivate let indicators: [ProfileNode]

  init(_ top: ProfileObject, folding: LabelFolding, sections: [Profile.Section]) throws(ProfileError) {
    self.folding = folding
    self.sections = sections
    var grammar = ValueGrammar()
    for (name, node) in try top.optional("units")?.dictionary() ?? [] {
      grammar.units[name] = try ValueGrammar.Unit(node, printed: name)
    }
    if let values = try top.optional("values")?.object("placeholders", "words") {
      grammar.placeholders = Set(try values.texts("placeholders").map(folding.key))
      for (word, node) in try values.optional("words")?.dictionary() ?? [] {
        grammar.words[folding.key(word)] = try node.decimal()
      }
    }
    self.grammar = grammar
    columnLists = try top.optional("columnLists")?.dictionary() ?? []
    harmonised = try top.items("harmonised")
    indicators = try top.items("indicators")
  }
}

extension ValueGrammar.Unit {
  fileprivate init(_ node: ProfileNode, printed: String) throws(ProfileError) {
    let unit = try node.object("name", "base", "factor")
    name = try unit.optional("name")?.text() ?? printed
    guard let base = try unit.optional("base")?.text() else {
      self.base = nil
      return
    }
    let factor = try unit.required("factor")
    let number = try factor.decimal()
    guard number > .zero else { throw factor.fail("expected a number above 0: how many of “\(base)” the unit is") }
    self.base = (base, number)
  }
}

extension Form {
  init(_ node: ProfileNode, _ context: FormContext) throws(ProfileError) {
    let form = try node.object("id", "title", "years", "detect", "tables", "rules")
    let id = try form.required("id").text()
    self.id = id
    title = try form.optional("title")?.text() ?? id
    years = try Self.years(form.optional("years"))
    let detect = try form.optional("detect")?.object("any", "none")
    detection = Detection(
      any: try detect?.texts("any").map(context.folding.key) ?? [],
      none: try detect?.texts("none").map(context.folding.key) ?? [])
    var labels = LabelIndex()
    for key in context.sections.flatMap(\.keys) { labels.add(key, .section) }
    var tables: [FormTable] = []
    for item in try form.required("tables").items() {
      var builder = FormTableBuilder(
        number: tables.count, firstCell: tables.last?.cells.upperBound ?? 0, context: context, labels: labels)
      tables.append(try builder.table(item))
      labels = builder.labels
    }
    guard !tables.isEmpty else { throw try form.required("tables").fail("there is no table") }
    if let twice = tables.map(\.id).firstRepeated { throw node.fail("two tables have the id “\(twice)”") }
    labels.finish()
    self.tables = tables
    self.labels = labels
    groupedLabels = GroupedLabel.all(in: tables, labels, folding: context.folding)
    anyReading = tables.flatMap(\.columns).map(\.grammar).reduce(into: ValueGrammar()) { $0.formUnion($1) }
    var rules: [Rule] = []
    for item in try form.items("rules") { rules.append(try Rule(item, tables: tables)) }
    if let twice = rules.map(\.id).firstRepeated { throw node.fail("two rules have the id “\(twice)”") }
    self.rules = rules
    (harmonised, indicators) = try Self.derived(context, form: id, tables: tables)
  }

  /// Two years, the last one `null` where the form is still in use.
  private static func years(_ node: ProfileNode?) throws(ProfileError) -> ClosedRange<Int>? {
    guard let node else { return nil }
    let items = try node.items()
    guard items.count == 2 else { throw node.fail("expected two years, such as [2021, null]") }
    let first = try items[0].integer()
    let last = if case .null = items[1].value { 9999 } else { try items[1].integer() }
    guard first <= last else { throw node.fail("the first year is later than the last") }
    return first...last
  }

  private static func derived(
    _ context: FormContext, form: String, tables: [FormTable]
  ) throws(ProfileError) -> ([HarmonisedSeries], [Indicator]) {
    let binding = RuleBinding(tables: tables)
    var series: [HarmonisedSeries] = []
    for item in context.harmonised {
      let object = try item.object("code", "comparable", "forms")
      let formulas = try object.required("forms").dictionary()
      guard let formula = formulas.first(where: { $0.name == form })?.node else { continue }
      series.append(
        HarmonisedSeries(
          code: try object.required("code").text(), comparability: try object.required("comparable").text(),
          expression: try binding.bind(try RuleParser.expression(formula), formula)))
    }
    var indicators: [Indicator] = []
    for item in context.indicators {
      let object = try item.object("id", "title", "formula")
      let formula = try object.required("formula")
      indicators.append(
        Indicator(
          id: try object.required("id").text(), title: try object.required("title").text(),
          expression: try binding.bind(try RuleParser.expression(formula), formula)))
    }
    return (series, indicators)
  }
}

/// Makes one table of a form and adds its labels to the index.
private struct FormTableBuilder {
  let number: Int
  let firstCell: Int
  let context: FormContext
  var labels: LabelIndex
  private var columns: [FormColumn] = []
  private var rows: [FormRow] = []
  /// The ids of all groups of columns and rows; a group's number is its position.
  private var groupIDs: [String] = []

  /// Groups in groups.
  private static let maximalDepth = 6

  init(number: Int, firstCell: Int, context: FormContext, labels: LabelIndex) {
    self.number = number
    self.firstCell = firstCell
    self.context = context
    self.labels = labels
  }

  mutating func table(_ node: ProfileNode) throws(ProfileError) -> FormTable {
    let table = try node.object("id", "caption", "aliases", "stub", "value", "columns", "rows")
    let caption = try table.required("caption").text()
    addLabels([caption] + (try table.texts("aliases")), .caption(table: number))
    addLabels(try table.texts("stub"), .stub(table: number))
    let grammar = try ValueGrammar(table.optional("value"), over: context.grammar, folding: context.folding)
    try addColumns(try columnNodes(table.required("columns")), groups: [], grammar)
    let rowNodes = try table.required("rows").items()
    let isUnlabelled = if rowNodes.count == 1 { try rowNodes[0].isUnlabelledRow } else { false }
    try addRows(rowNodes, groups: [], isUnlabelled: isUnlabelled)
    guard !columns.isEmpty, !rows.isEmpty else { throw node.fail("a table needs columns and rows") }
    if let twice = columns.map(\.id).firstRepeated ?? rows.map(\.id).firstRepeated {
      throw node.fail("“\(twice)” is the id of two columns or two rows")
    }
    return FormTable(
      id: try checkedID(table.required("id")), caption: caption, columns: columns, rows: rows,
      hasUnlabelledRow: isUnlabelled, firstCell: firstCell,
      groupRows: rows.indices.compactMap { row in
        guard let group = groupIDs.firstIndex(of: rows[row].id) else { return nil }
        let inner = rows.indices.filter { rows[$0].groups.contains(group) }
        return inner.isEmpty ? nil : (row, inner)
      })
  }

  /// The columns themselves, or those of the list of this name.
  private func columnNodes(_ node: ProfileNode) throws(ProfileError) -> [ProfileNode] {
    guard case .string(let name) = node.value else { return try node.items() }
    guard let list = context.columnLists.first(where: { $0.name == name }) else {
      throw node.fail("there is no list “\(name)” in columnLists")
    }
    return try list.node.items()
  }

  private mutating func addColumns(
    _ nodes: [ProfileNode], groups: [Int], _ grammar: ValueGrammar
  ) throws(ProfileError) {
    for node in nodes {
      let column = try node.object("id", "label", "aliases", "value", "columns")
      let id = try checkedID(column.required("id"))
      let label = try column.required("label").text()
      let printed = [label] + (try column.texts("aliases"))
      let grammar = try ValueGrammar(column.optional("value"), over: grammar, folding: context.folding)
      if let inner = column.optional("columns") {
        guard try !inner.items().isEmpty else { throw inner.fail("the group has no columns") }
        guard groups.count < Self.maximalDepth else { throw node.fail("groups are nested too deeply") }
        let group = groupNumber(of: id)
        addLabels(printed, .columnGroup(table: number, group: group))
        try addColumns(try inner.items(), groups: groups + [group], grammar)
      } else {
        addLabels(printed, .column(table: number, column: columns.count))
        columns.append(FormColumn(id: id, label: label, groups: groups, grammar: grammar))
      }
    }
  }

  private mutating func addRows(
    _ nodes: [ProfileNode], groups: [Int], isUnlabelled: Bool
  ) throws(ProfileError) {
    for node in nodes {
      let row = try node.object("id", "label", "aliases", "optional", "repeats", "ownValues", "rows")
      let id = try checkedID(row.required("id"))
      let label = isUnlabelled ? "" : try row.required("label").text()
      let printed = isUnlabelled ? [] : [label] + (try row.texts("aliases"))
      let inner = row.optional("rows")
      let hasValues = if inner == nil { true } else { try row.flag("ownValues") }
      if hasValues {
        let repeats = try row.flag("repeats")
        if !repeats { addLabels(printed, .row(table: number, row: rows.count)) }
        let isOptional = if inner == nil { try row.flag("optional") } else { true }
        rows.append(
          FormRow(
            id: id, label: label, groups: groups, presence: repeats ? .repeating : isOptional ? .optional : .required))
      }
      if let inner {
        guard try !inner.items().isEmpty else { throw inner.fail("the group has no rows") }
        guard groups.count < Self.maximalDepth else { throw node.fail("groups are nested too deeply") }
        let group = groupNumber(of: id)
        addLabels(printed, .rowGroup(table: number, group: group))
        try addRows(try inner.items(), groups: groups + [group], isUnlabelled: false)
      }
    }
  }

  /// The number of a group; groups of the same id are one.
  private mutating func groupNumber(of id: String) -> Int {
    if let known = groupIDs.firstIndex(of: id) { return known }
    groupIDs.append(id)
    return groupIDs.count - 1
  }

  /// An id that formulas can name.
  private func checkedID(_ node: ProfileNode) throws(ProfileError) -> String {
    let id = try node.text()
    guard id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }), id != "row", id != "column" else {
      throw node.fail("an id is made of letters, digits, “_” and “.”, and is not “row” or “column”")
    }
    return id
  }

  private mutating func addLabels(_ printed: [String], _ role: LabelRole) {
    for text in printed {
      if let pattern = LabelPattern(text, folding: context.folding) {
        labels.add(pattern, role)
      } else {
        labels.add(context.folding.key(text), role)
      }
    }
  }
}

extension ProfileNode {
  /// A row that the form prints without a label.
  fileprivate var isUnlabelledRow: Bool {
    get throws(ProfileError) {
      guard case .object(let members) = value else { throw fail("expected an object, found \(value.kind)") }
      return members["label"] == nil
    }
  }
}

extension ValueGrammar {
  fileprivate init(_ node: ProfileNode?, over base: ValueGrammar, folding: LabelFolding) throws(ProfileError) {
    self = base
    guard let node else { return }
    let value = try node.object("type", "unit", "unitPrinted", "signed", "words")
    if let type = value.optional("type") { kind = try type.choice(Kind.self) }
    if let unit = try value.optional("unit")?.text() { self.unit = units[unit] ?? Unit(name: unit) }
    if value.optional("unitPrinted") != nil { isUnitPrinted = try value.flag("unitPrinted") }
    if value.optional("signed") != nil { isSigned = try value.flag("signed") }
    for (word, number) in try value.optional("words")?.dictionary() ?? [] {
      words[folding.key(word)] = try number.decimal()
    }
  }
}
