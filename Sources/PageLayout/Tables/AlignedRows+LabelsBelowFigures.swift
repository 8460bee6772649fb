internal import ConverterCore

/// Labels of several lines that no small letter tells, in tables without white between rows.
///
///     University of Alaska     9,789        every label that stands alone is set in behind those of rows, or else the label
///       Fairbanks                           above it is full: headings of rows stand below labels of any length
///     Southeast Alaska         7,350
///       Health Consortium
extension AlignedRows {
  /// The lines that hold nothing but the rest of the label of the row above; none where one such line may be a heading of rows.
  func linesRunOver() -> Set<Int> {
    guard let first = firstFigures, first > 0,
      columns.lines[first - 1].pieces.contains(where: { $0.columns.lowerBound > 0 })
    else { return [] }
    let alone = columns.lines.indices.dropFirst(first + 1).filter { isLabelAlone($0) }
    let rows = columns.lines.indices[first...].filter { columns.lines[$0].hasValue }.compactMap { label(of: $0) }
    guard let indent = alone.first.map({ columns.lines[$0].pieces[0].extent.start }),
      alone.allSatisfy({ mayGoOnWithLabel($0) && !endsWithColon($0) })
    else {
      return []
    }
    let areSetIn =
      alone.count > 1
      && alone.allSatisfy {
        abs(columns.lines[$0].pieces[0].extent.start - indent) <= tolerances.flushStart * columns.lines[$0].size
      }
      && rows.allSatisfy { row in
        let depth = (indent - row.extent.start) / columns.lines[first].size
        return tolerances.leastIndent < depth && depth < tolerances.flushDrift
      }
    // The longest label is full in any column, and in groups of the same rows it stands above each heading.
    let upper = Set(alone.map { text.string(ofLine: columns.lines[$0 - 1].pieces[0].words) })
    let areFull = upper.count >= tolerances.leastBands && alone.allSatisfy { followsFullLabel($0) }
    return areSetIn || areFull ? Set(alone) : []
  }

  /// The label of a line that stands in the first column alone.
  func label(of line: Int) -> AlignedColumns.Piece? { columns.lines[line].pieces.first { $0.columns == 0..<1 } }

  /// Whether a line holds nothing but a label.
  func isLabelAlone(_ line: Int) -> Bool { columns.lines[line].pieces.count == 1 && label(of: line) != nil }

  /// Whether the label of a line may go on from the one right above it: nothing parts them, and the upper one does not end there.
  func mayGoOnWithLabel(_ line: Int) -> Bool {
    guard let upper = label(of: line - 1), let lower = label(of: line), !isRuled(between: line - 1, and: line),
      distance(line - 1, line) <= tolerances.closeLeading
    else { return false }
    let (last, next) = (text.words[upper.words[upper.words.count - 1]], text.words[lower.words[0]])
    return last.traits.contains(.bold) == next.traits.contains(.bold) && !last.traits.contains(.leader)
      && LineLabel(text.string(ofLine: lower.words)) == nil
  }

  /// Whether the label of a line names rows below it.
  func endsWithColon(_ line: Int) -> Bool { label(of: line).map { text.endsWithColon($0.words) } ?? false }

  private func followsFullLabel(_ line: Int) -> Bool {
    isFull(columns.lines[line - 1].pieces[0], before: columns.lines[line].pieces[0], size: columns.lines[line].size)
  }
}
