internal import ConverterCore

/// Labels of several lines whose figures stand beside the last one, in tables where no small letter tells them from headings of rows.
///
///     National Lunch Program ......   5,836     every label that stands alone is full, or else most are and all that follow
///     Assistance for Needy                      them are set in, as no others are
///       Families ..................  42,987
extension AlignedRows {
  /// The lines that go on with the label alone above them; none where one such label may be a heading of rows.
  func linesRunInto() -> Set<Int> {
    guard let first = firstFigures else { return [] }
    let body = first + 1..<columns.lines.count
    let alone = body.filter { isLabelAlone($0) }
    guard alone.count > 1,
      alone.allSatisfy({ $0 + 1 < columns.lines.count && mayGoOnWithLabel($0 + 1) && !endsWithColon($0) })
    else { return [] }
    let next = Set(alone.map { $0 + 1 })
    let full = alone.count { fills($0) }
    if full == alone.count, alone.allSatisfy({ headsOneLine($0) }) { return next }
    // One heading that comes again may be as long as the labels.
    let names = Set(alone.compactMap { label(of: $0).map { text.string(ofLine: $0.words) } })
    let areFull = full == alone.count && names.count >= tolerances.leastBands && areFlush(alone, body: body)
    // Headings of rows have no dots either, but rarely one row each.
    let areLed = names.count >= tolerances.leastBands && areAllLed(body)
    return areFull || (full.isMost(of: alone.count) || areLed) && areSetIn(next, body: body) ? next : []
  }

  /// Whether the first word of the next line would not have fitted behind a label, nor a short leader.
  private func fills(_ line: Int) -> Bool {
    guard let upper = label(of: line), let lower = label(of: line + 1), let reach = extents[0] else { return false }
    let room = reach.end - upper.extent.end - tolerances.leastLeader * columns.lines[line].size
    return room < text.leadWidth(of: text.words[lower.words[0]])
  }

  /// Whether exactly one line is set in behind a label: headings of rows have several below.
  ///
  ///     Board of Governors, Federal Reserve
  ///         System ........................   7,010
  ///     Smithsonian Institution ...........   5,812
  private func headsOneLine(_ line: Int) -> Bool {
    let near = tolerances.flushStart * columns.lines[line].size
    func start(_ line: Int) -> Double? {
      columns.lines.indices.contains(line) ? label(of: line)?.extent.start : nil
    }
    guard let own = start(line), let next = start(line + 1), next > own + near, let after = start(line + 2) else {
      return false
    }
    return after <= own + near
  }

  /// Whether the labels of some lines begin where those of rows with figures do; lines set in behind these are the rest of labels above.
  private func areFlush(_ lines: [Int], body: Range<Int>) -> Bool {
    let near = tolerances.flushStart * columns.lines[body.lowerBound].size
    let left = body.compactMap { columns.lines[$0].hasValue ? label(of: $0)?.extent.start : nil }.min() ?? 0
    return lines.allSatisfy { label(of: $0).map { $0.extent.start <= left + near } == true }
  }

  /// Whether dots lead from the labels of all rows to their figures.
  private func areAllLed(_ body: Range<Int>) -> Bool {
    body.allSatisfy { line in
      !columns.lines[line].hasValue
        || label(of: line)?.words.last.map { text.words[$0].traits.contains(.leader) } == true
    }
  }

  /// Whether the labels of some lines begin right of all others, by one depth.
  private func areSetIn(_ lines: Set<Int>, body: Range<Int>) -> Bool {
    let size = columns.lines[body.lowerBound].size
    let starts = body.compactMap { line in label(of: line).map { (isSetIn: lines.contains(line), x: $0.extent.start) } }
    guard let left = starts.lazy.filter({ !$0.isSetIn }).map(\.x).max(), let inner = starts.first(where: \.isSetIn)?.x
    else { return false }
    return inner - left > tolerances.leastIndent * size && inner - left < tolerances.flushDrift * size
      && starts.allSatisfy { !$0.isSetIn || abs($0.x - inner) <= tolerances.flushStart * size }
  }
}
