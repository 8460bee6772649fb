extension FigureGrid {
  /// The lines that a total may add up, the most natural reading first; each has two lines at least.
  func readings(of total: Int, _ roles: [TableLine.Role]) -> [[Int]] {
    let above = roles.indices.prefix(total).filter(isAddend)
    let below = roles.indices.dropFirst(total + 1).filter(isAddend)
    let items = above.filter { roles[$0].isItem }
    let sinceTotal = above.reversed().prefix { !roles[$0].addsUp }.filter { roles[$0].isItem }
    let subtotals = above.filter { roles[$0] == .subtotal || roles[$0] == .partialTotal }
    let itemsBelow = below.prefix { roles[$0] != .total }.filter { roles[$0].isItem }
    let subtotalsBelow = below.filter { roles[$0] == .subtotal || roles[$0] == .partialTotal }
    let all = [
      roles[total] == .subtotal ? Array(sinceTotal.reversed()) : items, items, Array(sinceTotal.reversed()), subtotals,
      Array(itemsBelow), subtotalsBelow, outermost(items), innermost(items), outermost(itemsBelow),
      innermost(itemsBelow), above.filter { roles[$0].mayBeItem }, below.filter { roles[$0].mayBeItem },
    ]
    return all.filter { $0.count >= 2 }
  }

  /// Whether one reading of a table is the natural one, as far as its lines show it.
  func hasOneReading(_ roles: [TableLine.Role]) -> Bool {
    !mayHoldRates && !isNested && !roles.contains(.share) && !lines.contains(where: \.mentionsParts)
      && roles.count { $0 == .total || $0 == .subtotal } == 1
      && !roles.indices.contains { isAddend($0) && ![.item, .total, .subtotal].contains(roles[$0]) }
  }

  /// Whether a line has figures, or what may stand for them.
  private func isAddend(_ line: Int) -> Bool { contents[line].contains { !$0.isBlank } }

  /// Whether lines are parts of other lines, by their codes or by two kinds of numbering.
  private var isNested: Bool {
    if zip(lines, lines.dropFirst()).contains(where: { $0.isGroup(of: $1) }) { return true }
    let ordinals = Set(
      lines.compactMap { line -> String? in
        let key = GenericArithmetic.folding.key(line.label)
        guard key.withoutOrdinal != key else { return nil }
        return key.scalars.first.map { ("0"..."9").contains($0) ? "1" : $0 == "(" ? "(" : "一" }
      })
    return ordinals.count > 1
  }

  /// The lines whose codes extend no other line's code.
  private func outermost(_ items: some Collection<Int>) -> [Int] {
    items.filter { line in !items.contains { lines[$0].isGroup(of: lines[line]) } }
  }

  /// The lines whose codes no other line's code extends.
  private func innermost(_ items: some Collection<Int>) -> [Int] {
    items.filter { line in !items.contains { lines[line].isGroup(of: lines[$0]) } }
  }
}

extension TableLine {
  /// Whether the code of another line goes on from this one's: `208` and `20805`.
  fileprivate func isGroup(of other: TableLine) -> Bool {
    !code.isEmpty && other.code.utf8.count > code.utf8.count && other.code.hasPrefix(code)
  }
}

extension TableLine.Role {
  /// Whether every reading adds the line up.
  fileprivate var isItem: Bool { self == .item || self == .deduction }

  /// Whether some reading may add the line up, though it looks like a rate or like a total itself.
  fileprivate var mayBeItem: Bool { isItem || self == .doubtful || self == .partialTotal }

  /// Whether the line adds up the lines above it.
  fileprivate var addsUp: Bool { self == .total || self == .subtotal || self == .partialTotal }
}
