internal import ConverterCore

extension TextLine {
  /// Whether the line holds three cells or more that each begin where cells of two other lines do; prose with wide white between
  /// some words has it elsewhere in each line.
  ///
  /// - Complexity: linear in the phrases of the other lines for each phrase.
  func beginsCells(of rows: [TextLine], tolerances: Tolerances) -> Bool {
    phrases.count > 2
      && phrases.allSatisfy { phrase in
        rows.lazy.filter { row in
          row.phrases.count > 2
            && row.phrases.contains { abs($0.extent.start - phrase.extent.start) <= tolerances.flushStart * size }
        }.prefix(2).count == 2
      }
  }

  /// Whether dots lead from a label to what is said of it: behind them stand an amount or several words, or they end
  /// where those of other lines do, below the first line of the label.
  func isLed(as rows: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    func isLeader(_ word: Int) -> Bool { text.words[word].traits.contains(.leader) }
    // Plain figures behind leaders are pages as well.
    let isBehind = phrases.dropFirst().contains {
      isLeader(words[$0.words.lowerBound - 1])
        && ($0.words.count > 1 || text.string(of: text.words[words[$0.words.lowerBound]]).isAmount)
    }
    if isBehind { return true }
    guard let last = words.last, isLeader(last) else { return false }
    return rows.contains { row in
      row.phrases.count > 1
        && row.words.contains {
          isLeader($0) && abs(text.words[$0].box.x1 - text.words[last].box.x1) <= tolerances.text.leaderDrift * size
        }
    }
  }

  /// Whether the line, of one phrase, names the first group of rows of a table without a head: it stands as far above a row with figures,
  /// begins where the names of other groups do and is set as these are, and labels of rows are not.
  func namesGroup(above rows: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    func isAlike(_ other: TextLine) -> Bool {
      other.phrases.count == 1 && abs(other.box.x0 - box.x0) <= tolerances.flushStart * size
        && text.words[other.words[0]].font == text.words[words[0]].font
        && abs(other.size - size) <= tolerances.labelSizeDrift * size
    }
    let labels = rows.filter { $0.phrases.count > 1 }
    let areOthers = labels.allSatisfy {
      $0.box.x0 > box.x0 + tolerances.leastIndent * size || text.words[$0.words[0]].font != text.words[words[0]].font
    }
    // Headings of columns are words and years.
    let hasFigures = rows[0].phrases.dropFirst().contains { phrase in
      let cell = rows[0].words[phrase.words]
      return cell.contains { text.words[$0].traits.contains(.digit) } && !text.isYear(Array(cell))
    }
    guard areOthers, hasFigures else { return false }
    let own = rows[0].baseline - baseline
    return zip(rows, rows.dropFirst()).contains { name, row in
      isAlike(name) && row.phrases.count > 1 && abs(row.baseline - name.baseline - own) <= tolerances.pitchChange * size
    }
  }
}
