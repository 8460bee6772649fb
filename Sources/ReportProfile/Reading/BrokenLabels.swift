internal import ConverterCore

/// Puts labels together that a table has in pieces.
///
/// Where the rows of a table are told by the alignment of text alone, a label of three lines becomes three rows, the middle one
/// with the values; and where its lines touch those of the merged cell beside it, both are mixed:
///
///     1.申请人无正当理由逾期        │   │                 （四）无 2.没有现成信息需要另行 │ 0 │ 0
///     不补正、行政机关不再处        │ 0 │ 0               法提供 制作                    │   │
///     理其政府信息公开申请          │   │
///
/// So a row of values without a known label is tried with the rows of mere text around it: joined they must be a label of the
/// form as printed; or contain all characters of one in order, everything else being characters of the labels of its groups.
/// Nothing else is taken for a label.
struct BrokenLabels {
  private let form: Form
  private let folding: LabelFolding

  /// Rows of text above or below a row of values that may belong to its label.
  private static let farthest = 3

  init(form: Form, folding: LabelFolding) {
    self.form = form
    self.folding = folding
  }
}

extension BrokenLabels {
  /// The rows of one physical table with labels put together: a row of values gets one token as its label in place of its own,
  /// the rows whose text went into it are left out.
  ///
  /// - Parameters:
  ///   - rows: the rows from top to bottom.
  ///   - texts: the texts of the tokens; those of the new labels are added.
  func joined(_ rows: [TableRow], _ texts: inout TokenTexts) -> [TableRow] {
    guard rows.contains(where: \.needsLabel) else { return rows }
    var rows = rows
    var isUsed = Array(repeating: false, count: rows.count)
    let zone = LabelZone(rows)
    for index in rows.indices where rows[index].needsLabel {
      let above = fragments(rows, texts, isUsed, in: stride(from: index - 1, through: 0, by: -1))
      let below = fragments(rows, texts, isUsed, in: stride(from: index + 1, to: rows.count, by: 1))
      guard let match = match(own: rows[index], texts, above: above, below: below) else { continue }
      for fragment in above.prefix(match.above) + below.prefix(match.below) where !rows[fragment.row].isHeader {
        isUsed[fragment.row] = true
      }
      rows[index].replaceLabel(match.text, match.roles, zone: zone, &texts)
    }
    return zip(rows, isUsed).filter { !$0.1 }.map(\.0)
  }

  private struct Fragment {
    let row: Int
    let text: String
    let key: LabelKey
  }

  /// Rows of text next to a row, the nearest first; header rows in between give what is no header in them.
  private func fragments(
    _ rows: [TableRow], _ texts: TokenTexts, _ isUsed: [Bool], in order: some Sequence<Int>
  ) -> [Fragment] {
    var found: [Fragment] = []
    for row in order {
      guard found.count < Self.farthest, !isUsed[row], let text = rows[row].fragment(texts) else { break }
      if !text.isEmpty { found.append(Fragment(row: row, text: text, key: folding.key(text))) }
    }
    return found
  }

  private struct Match {
    let above: Int
    let below: Int
    let text: String
    let roles: [LabelRole]
  }

  /// The smallest piece of text around a row that makes a label; labels as printed go before mixed ones.
  private func match(own: TableRow, _ texts: TokenTexts, above: [Fragment], below: [Fragment]) -> Match? {
    let counts = (0...above.count).flatMap { up in (0...below.count).map { (up, $0) } }
      .sorted { ($0.0 + $0.1, $1.0) < ($1.0 + $1.1, $0.0) }
    for isMixed in [false, true] {
      let text = isMixed ? own.labelText(texts) : own.innermostLabelText(texts)
      let middle = Fragment(row: own.number, text: text, key: folding.key(text))
      for (up, down) in counts {
        let pieces = above.prefix(up).reversed() + [middle] + below.prefix(down)
        let key = folding.joined(pieces.lazy.map { $0.key })
        let roles = isMixed ? mixedRoles(key) : form.labels.rolesAsPrinted(key).filter { $0.row != nil }
        if !roles.isEmpty {
          return Match(above: up, below: down, text: pieces.map { $0.text }.joined(), roles: roles)
        }
      }
    }
    return nil
  }
}

extension BrokenLabels {
  /// The rows whose labels a text contains together with pieces of the labels of their groups; of several the longest.
  private func mixedRoles(_ key: LabelKey) -> [LabelRole] {
    let found = form.groupedLabels.filter { row in
      row.label.isSubsequence(of: key) && key.scalars.removing(row.label.scalars).isSubset(of: row.groups)
    }
    guard let longest = found.map({ $0.label.scalars.count }).max() else { return [] }
    return found.filter { $0.label.scalars.count == longest }.map(\.role)
  }
}

/// The label of a row that stands in groups, for texts in which both are mixed.
struct GroupedLabel: Sendable {
  let role: LabelRole
  let label: LabelKey
  /// The characters of the labels of all groups around.
  let groups: [Unicode.Scalar]
}

extension GroupedLabel {
  /// The labels of all rows in groups, in the order of the form.
  static func all(in tables: [FormTable], _ labels: LabelIndex, folding: LabelFolding) -> [GroupedLabel] {
    tables.indices.flatMap { table in
      tables[table].rows.enumerated().compactMap { number, row -> GroupedLabel? in
        guard !row.groups.isEmpty, !row.label.isEmpty else { return nil }
        let groups = row.groups.flatMap { labels.longestKey(of: .rowGroup(table: table, group: $0)).scalars }
        return GroupedLabel(role: .row(table: table, row: number), label: folding.key(row.label), groups: groups)
      }
    }
  }
}

extension LabelKey {
  /// Whether all scalars occur in a longer key in the same order.
  fileprivate func isSubsequence(of other: LabelKey) -> Bool {
    guard scalars.count < other.scalars.count else { return false }
    var next = 0
    for scalar in other.scalars where next < scalars.count && scalar == scalars[next] { next += 1 }
    return next == scalars.count
  }
}

extension [Unicode.Scalar] {
  /// What is left once other scalars are taken out, each as often as it is among them.
  fileprivate func removing(_ others: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var rest = self
    for scalar in others {
      if let index = rest.firstIndex(of: scalar) { rest.remove(at: index) }
    }
    return rest
  }

  /// Whether others contain each scalar at least as often.
  fileprivate func isSubset(of others: [Unicode.Scalar]) -> Bool {
    count == others.count - others.removing(self).count
  }
}
