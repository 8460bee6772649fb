/// What a label is to a form. Tables, rows, columns and, within their table, groups are numbered from 0.
enum LabelRole: Hashable, Sendable {
  case section
  case caption(table: Int)
  /// The corner over the row labels, such as 信息内容.
  case stub(table: Int)
  case column(table: Int, column: Int)
  case columnGroup(table: Int, group: Int)
  case row(table: Int, row: Int)
  case rowGroup(table: Int, group: Int)

  /// The table whose label it is; `nil` for sections.
  var table: Int? {
    switch self {
    case .section: nil
    case .caption(let table), .stub(let table), .column(let table, _), .columnGroup(let table, _), .row(let table, _),
      .rowGroup(let table, _):
      table
    }
  }
}

/// All labels of a form by their keys: one look-up tells what a printed text may be.
///
/// A printed label is tried as it stands, without its ordinal, without notes in brackets, without both; then against
/// patterns (`规范性文件(*)`), at last as a label cut off at its end. The first step that finds anything decides.
struct LabelIndex: Sendable {
  private var roles: [LabelKey: [LabelRole]] = [:]
  private var patterns: [(pattern: LabelPattern, role: LabelRole)] = []
  /// All keys in order, for labels that are cut off.
  private var sorted: [LabelKey] = []
  private(set) var longest = 0
  /// Of each role the longest key.
  private var longestKeys: [LabelRole: LabelKey] = [:]

  /// Scalars that a label cut off must still have.
  private static let shortestRemainder = 3
}

extension LabelIndex {
  /// Adds a label as printed in the form; its parts without ordinal or notes lead to it as well.
  mutating func add(_ label: LabelKey, _ role: LabelRole) {
    let bare = label.withoutOrdinal
    for key in [label, bare, label.withoutNotes, bare.withoutNotes] { insert(key, role) }
  }

  mutating func add(_ pattern: LabelPattern, _ role: LabelRole) {
    patterns.append((pattern, role))
  }

  /// Makes the index ready for look-ups, after the last label was added.
  mutating func finish() {
    sorted = roles.keys.sorted()
    longest = sorted.reduce(0) { max($0, $1.scalars.count) }
    for key in sorted {
      for role in roles[key] ?? [] where key.scalars.count > longestKeys[role]?.scalars.count ?? 0 {
        longestKeys[role] = key
      }
    }
  }

  private mutating func insert(_ key: LabelKey, _ role: LabelRole) {
    if roles[key, default: []].contains(role) { return }
    roles[key, default: []].append(role)
  }
}

extension LabelIndex {
  /// What a text may be; empty for a text that is no label.
  ///
  /// - Complexity: a few look-ups by hash; texts much longer than the longest label are refused at once.
  func roles(of key: LabelKey) -> [LabelRole] {
    guard !key.isEmpty, key.scalars.count <= 2 * longest else { return [] }
    if let found = roles[key] { return found }
    let bare = key.withoutOrdinal
    if let found = roles[bare] { return found }
    if key.scalars.contains("(") {
      if let found = roles[key.withoutNotes] ?? roles[bare.withoutNotes] { return found }
    }
    let matched = patterns.filter { $0.pattern.matches(key) }.map(\.role)
    return matched.isEmpty ? rolesOfCutOff(bare) : matched
  }

  /// What a text is as it stands, without any of the further tries.
  func rolesAsPrinted(_ key: LabelKey) -> [LabelRole] {
    roles[key] ?? roles[key.withoutOrdinal] ?? []
  }

  /// The longest key that has a role: the label with its ordinal and notes; empty where nothing has it.
  func longestKey(of role: LabelRole) -> LabelKey {
    longestKeys[role] ?? LabelKey(scalars: [])
  }

  /// Whether more text could still make this a label; for labels broken over lines.
  func begins(with key: LabelKey) -> Bool {
    let index = lowerBound(of: key)
    return index < sorted.count && sorted[index].hasPrefix(key)
  }

  /// The roles of the one label that begins with the text and is not much longer.
  private func rolesOfCutOff(_ key: LabelKey) -> [LabelRole] {
    guard key.scalars.count >= Self.shortestRemainder else { return [] }
    var index = lowerBound(of: key)
    var found: [LabelRole]?
    while index < sorted.count, sorted[index].hasPrefix(key) {
      let candidate = roles[sorted[index]] ?? []
      if let found, found != candidate { return [] }
      if sorted[index].scalars.count <= 2 * key.scalars.count { found = candidate }
      index += 1
    }
    return found ?? []
  }

  private func lowerBound(of key: LabelKey) -> Int {
    var range = 0..<sorted.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = sorted[middle] < key ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
