/// The line between a title and its table that tells in what the figures are.
///
///     Table 3. Tolls by harbor            表2 收入决算表
///     (In thousands of dollars)                        单位：万元
///
/// It is known by its words alone, so that a remark in brackets is none: each word is a unit, a scale, or one of those that stand
/// between them.
package struct UnitLine: Hashable, Sendable {
  /// The unit as printed, without the words that only lead to it: `thousands of dollars`, `万元`.
  package let name: String

  /// Whether the line says nothing else.
  package let isWhole: Bool

  /// Whether a mark says that a unit follows: `单位：万元`.
  package let isMarked: Bool

  /// The unit that a line names; `nil` where it names none.
  package init?(_ line: String) {
    guard let unit = Self.marked(in: line) ?? Self.worded(in: line) else { return nil }
    self = unit
  }

  private init(name: String, isWhole: Bool, isMarked: Bool) {
    self.name = name
    self.isWhole = isWhole
    self.isMarked = isMarked
  }
}

extension UnitLine {
  /// The unit behind a mark that says so.
  private static func marked(in line: String) -> UnitLine? {
    // The office that made the table may be told before the unit: `编制单位：水利局　单位：万元`.
    for found in ["单位：", "单位:", "Unit: "].flatMap({ line.ranges(of: $0) }) {
      let name = line[found.upperBound...].prefix { !"）)，,；; ".contains($0) }
      let before = line[..<found.lowerBound].filter { !"（( 　金额".contains($0) }
      let after = line[name.endIndex...].filter { !"）) 　".contains($0) }
      // In English, only what is known for a unit: `Unit: 3B` is a flat.
      let isKnown = !line[found].hasPrefix("U") || Self.name(of: [name], isBracketed: true) != nil
      guard isKnown, !name.isEmpty, name.count <= 8, !before.hasSuffix("编制"), !before.hasSuffix("填报") else { continue }
      return UnitLine(name: String(name), isWhole: before.isEmpty && after.isEmpty, isMarked: true)
    }
    return nil
  }

  /// The unit that the words of a line are, in brackets or not.
  ///
  /// What follows a comma or `unless` restricts the unit: `[Hours unless noted]`.
  private static func worded(in line: String) -> UnitLine? {
    guard line.utf8.count <= 120 else { return nil }
    let content = Headnote.content(of: line) ?? line[...]
    let words = content.split(separator: " ")
    let end = words.firstIndex { $0 == "unless" || $0 == "except" } ?? words.endIndex
    var phrase = Array(words[..<end])
    var isWhole = end == words.endIndex
    if let comma = phrase.firstIndex(where: { $0.last.map { ",;".contains($0) } == true }) {
      phrase[comma].removeLast()
      isWhole = isWhole && comma == phrase.count - 1
      phrase.removeSubrange((comma + 1)...)
    }
    if let last = phrase.last, last.count > 1, last.last == "." { phrase[phrase.count - 1].removeLast() }
    let isBracketed = content.endIndex < line.endIndex
    // A sentence may begin with a unit; in brackets, what follows belongs to it.
    guard isWhole || isBracketed, let name = name(of: phrase, isBracketed: isBracketed) else { return nil }
    return UnitLine(name: name, isWhole: isWhole, isMarked: false)
  }

  /// The unit that a phrase is: `In thousands of dollars`, `Figures in millions`, `Thousand short tons`, `1982–84=100`.
  ///
  /// - Parameter isBracketed: whether brackets set the phrase apart; else words alone, such as `Hours`, may be a heading.
  private static func name(of phrase: [Substring], isBracketed: Bool) -> String? {
    let lower = phrase.map { $0.lowercased() }
    guard let first = lower.first, phrase.count <= 8 else { return nil }
    if phrase.count == 1, isIndexBase(first) { return String(phrase[0]) }
    // What any figures are called does not belong to their unit: `All figures are in millions of dollars`.
    let lead = lower.prefix { general.contains($0) }
    let isLed = lead.endIndex < lower.endIndex && lower[lead.endIndex] == "in"
    let start = isLed ? lead.endIndex + 1 : 0
    let rest = lower[start...]
    guard let last = rest.last, !joining.contains(last), isLed || isBracketed || rest.contains(where: isScale),
      rest.contains(where: isUnit),
      rest.allSatisfy({ isUnit($0) || joining.contains($0) || qualifying.contains($0) || isNumber($0) })
    else { return nil }
    return phrase[start...].joined(separator: " ")
  }

  /// Whether a word is the base of an index: `1982-84=100`.
  private static func isIndexBase(_ word: String) -> Bool {
    let parts = word.split(separator: "=", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1] == "100" && parts[0].contains(where: \.isNumber)
      && parts[0].allSatisfy { $0.isNumber || "-–".contains($0) }
  }

  /// Whether a word is a unit or a scale, or several of them joined: `kilowatt-hours`, `$/ton`.
  private static func isUnit(_ word: String) -> Bool {
    let parts = word.split { "-/".contains($0) }
    return !parts.isEmpty && parts.allSatisfy { isIn(units, $0) || isScale(String($0)) }
  }

  /// Whether a word is a scale or money, which tell a unit also where no bracket sets it apart.
  private static func isScale(_ word: String) -> Bool { isIn(scales, word[...]) }

  /// Whether a set has a word, in the singular or the plural.
  private static func isIn(_ words: Set<String>, _ word: Substring) -> Bool {
    words.contains(String(word)) || word.last == "s" && words.contains(String(word.dropLast()))
  }

  /// Whether a word is a year or a number of persons and the like: `2005 dollars`, `per 100,000 inhabitants`.
  private static func isNumber(_ word: String) -> Bool {
    word.count >= 3 && word.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ",") }
  }

  /// What figures of any kind are called, and what stands between that and the unit.
  private static let general: Set<String> = [
    "all", "figures", "amounts", "numbers", "values", "data", "estimates", "are", "expressed", "stated", "shown",
  ]
  /// Words between units, with which no unit ends.
  private static let joining: Set<String> = ["of", "per", "and", "or", "in", "are"]
  /// What stands with units and is none by itself.
  private static let qualifying: Set<String> = [
    "current", "constant", "nominal", "real", "chained", "short", "long", "metric", "gross", "net", "cubic", "square",
    "u.s.", "us", "dry", "troy", "fine", "nautical", "british", "thermal", "full-time", "equivalent", "money",
    "amounts",
    "distribution", "gdp",
  ]
  private static let scales: Set<String> = [
    "thousand", "million", "billion", "trillion", "percent", "dollar", "cent", "$", "us$", "usd", "euro", "eur", "€",
    "pound", "£", "gbp", "yen", "cny", "rmb", "yuan", "%", "‰", "000", "$000", "'000", "’000", "$'000", "$’000",
  ]
  private static let units: Set<String> = [
    "hundred", "percentage", "change", "point", "ratio", "index", "rate", "ton", "tonne", "kilogram", "kg", "gram",
    "ounce", "carat",
    "bushel", "hundredweight", "cwt", "bale", "barrel", "gallon", "liter", "litre", "foot", "feet", "inch", "inches",
    "mile", "acre", "hectare", "ha", "yard", "meter", "metre", "kilometer", "kilometre", "km", "watt", "kilowatt",
    "megawatt", "gigawatt", "kilowatthour", "megawatthour", "hour", "minute", "second", "day", "week", "month", "year",
    "btu", "joule", "person", "people", "population", "worker", "job", "household", "family", "families", "head",
    "unit",
    "piece", "case", "number", "inhabitant", "resident", "employee", "vehicle", "passenger",
  ]
}
