internal import ConverterCore

extension Profile {
  /// The version of the file format.
  static let schema = "convert.profile/1"

  /// Reads a profile from the bytes of its file and checks it.
  ///
  /// - Throws: ``ProfileError`` with the way to the first thing that is wrong.
  package init(json: [UInt8]) throws(ProfileError) {
    try self.init(ProfileNode(json: json))
  }

  private init(_ node: ProfileNode) throws(ProfileError) {
    let top = try node.object(
      "schema", "id", "title", "language", "sources", "labels", "units", "values", "identification", "sections",
      "columnLists", "forms", "harmonised", "indicators", "narratives")
    let schema = try top.required("schema")
    guard try schema.text() == Self.schema else { throw schema.fail("expected “\(Self.schema)”") }
    id = try top.required("id").text()
    title = try top.required("title").text()
    sources = try top.texts("sources")
    let folding = try LabelFolding(top.optional("labels"))
    self.folding = folding
    identification = try Identification(top.optional("identification"), folding: folding)
    var sections: [Section] = []
    for item in try top.items("sections") { sections.append(try Section(item, folding: folding)) }
    try top.refuseTwins(sections.map(\.id), in: "sections")
    self.sections = sections
    let context = try FormContext(top, folding: folding, sections: sections)
    var forms: [Form] = []
    for item in try top.required("forms").items() { forms.append(try Form(item, context)) }
    guard !forms.isEmpty else { throw try top.required("forms").fail("there is no form") }
    try top.refuseTwins(forms.map(\.id), in: "forms")
    self.forms = forms
    var codes: [String] = []
    try top.refuseTwins(forms[0].indicators.map(\.id), in: "indicators")
    for series in try top.items("harmonised") { codes.append(try Self.code(of: series, among: forms)) }
    try top.refuseTwins(codes, in: "harmonised")
    var narratives: [NarrativeRule] = []
    for item in try top.items("narratives") {
      narratives.append(try NarrativeRule(item, forms: forms, folding: folding))
    }
    try top.refuseTwins(narratives.map(\.id), in: "narratives")
    self.narratives = narratives
  }

  /// The code of a series; formulas for forms that there are not, which would silently do nothing, are refused.
  private static func code(of series: ProfileNode, among forms: [Form]) throws(ProfileError) -> String {
    let object = try series.object("code", "comparable", "forms")
    for formula in try object.required("forms").dictionary() {
      guard forms.contains(where: { $0.id == formula.name }) else {
        throw formula.node.fail("there is no form “\(formula.name)”")
      }
    }
    return try object.required("code").text()
  }
}

extension ProfileObject {
  /// Refuses items of a list that have the same id: in the outputs they could not be told apart.
  fileprivate func refuseTwins(_ ids: [String], in list: String) throws(ProfileError) {
    guard let twice = ids.firstRepeated, let index = ids.lastIndex(of: twice) else { return }
    throw try required(list).items()[index].fail("“\(twice)” is the id of an item before")
  }
}

extension LabelFolding {
  init(_ node: ProfileNode?) throws(ProfileError) {
    guard let labels = try node?.object("equivalents", "synonyms", "noise") else {
      self.init()
      return
    }
    var equivalents: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (name, value) in try labels.optional("equivalents")?.dictionary() ?? [] {
      let from = Array(name.unicodeScalars)
      let to = Array(try value.text().unicodeScalars)
      guard from.count == to.count else { throw value.failLength(of: name) }
      for (one, other) in zip(from, to) { equivalents[one] = other }
    }
    var synonyms: [(word: String, other: String)] = []
    for (name, value) in try labels.optional("synonyms")?.dictionary() ?? [] {
      let other = try value.text()
      guard !name.isEmpty, name.unicodeScalars.count == other.unicodeScalars.count else {
        throw value.failLength(of: name)
      }
      synonyms.append((name, other))
    }
    var noise: [(start: String, end: Unicode.Scalar)] = []
    for item in try labels.items("noise") {
      let ends = try item.texts()
      guard ends.count == 2, let end = ends[1].unicodeScalars.first, ends[1].unicodeScalars.count == 1 else {
        throw item.fail("expected two texts: how the piece begins, and the character at its end")
      }
      noise.append((ends[0], end))
    }
    self.init(equivalents: equivalents, noise: noise, synonyms: synonyms)
  }
}

extension ProfileNode {
  /// Characters are exchanged one for one.
  fileprivate func failLength(of name: String) -> ProfileError {
    fail("expected as many characters as “\(name)” has")
  }
}

extension Identification {
  init(_ node: ProfileNode?, folding: LabelFolding) throws(ProfileError) {
    guard
      let object = try node?.object(
        "titleLines", "titles", "periods", "nameBreaks", "nameEnds", "placeEnds", "notPlaces", "besideNames")
    else { return }
    if let lines = object.optional("titleLines") {
      titleLineCount = try lines.integer()
      guard (1...5).contains(titleLineCount) else { throw lines.fail("expected 1 to 5 lines") }
    }
    titles = try Self.patterns(object.items("titles"), folding: folding)
    for text in titles.map(\.longestText) where !tellingTexts.contains(text) { tellingTexts.append(text) }
    periods = try Self.patterns(object.items("periods"), folding: folding)
    nameEnds = try object.texts("nameEnds").map { folding.key($0).scalars }
    placeEnds = try object.texts("placeEnds").map { folding.key($0).scalars }
    notPlaces = try object.texts("notPlaces").map { folding.key($0).scalars }
    besideNames = try object.texts("besideNames").map { folding.key($0).scalars }
    nameBreaks = try object.optional("nameBreaks")?.text().unicodeScalars.map { $0 } ?? []
  }

  static func patterns(_ nodes: [ProfileNode], folding: LabelFolding) throws(ProfileError) -> [TitlePattern] {
    var patterns: [TitlePattern] = []
    for node in nodes {
      guard let pattern = TitlePattern(try node.text(), folding: folding) else {
        throw node.fail("expected {agency}, {year} or {count} in braces")
      }
      patterns.append(pattern)
    }
    return patterns
  }
}

extension Profile.Section {
  init(_ node: ProfileNode, folding: LabelFolding) throws(ProfileError) {
    let section = try node.object("id", "label", "aliases")
    id = try section.required("id").text()
    keys = ([try section.required("label").text()] + (try section.texts("aliases"))).map(folding.key)
  }
}
