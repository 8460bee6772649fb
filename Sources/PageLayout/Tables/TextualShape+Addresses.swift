internal import ConverterCore

/// Addresses in columns side by side.
///
///     Alder Office            Boone Office          each column ends its entries with a place and its postal code or
///     12 Wharf Street         7 Canal Road          with a telephone, while the rows of a table have these in all
///     Holt, OR 97001          Salem, VA 24153       rows of one column
///     (541) 555-0112          (540) 555-0119
extension TextualShape {
  /// Whether most columns of a candidate hold places and telephones now and then between other lines.
  static func isAddresses(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let lines = text.textLines(of: candidate.words, tolerances: tolerances)
    var filled = [Int](repeating: 0, count: candidate.grid.columnCount)
    var marked = filled
    for phrase in lines.flatMap({ line in line.phrases.map { line.words[$0.words] } }) {
      guard let box = text.box(of: Array(phrase)),
        let column = Grid.track(at: box.midX, in: candidate.grid.columnEdges)
      else { continue }
      filled[column] += 1
      if text.isPlace(phrase) || text.isTelephone(phrase) { marked[column] += 1 }
    }
    let posted = filled.indices.count {
      marked[$0] >= tolerances.lookalikes.leastAddresses && 3 * marked[$0] <= 2 * filled[$0]
    }
    return posted > 1 && posted.isMost(of: filled.count { $0 > 0 })
  }
}

extension PageText {
  /// Whether words end with the sign of a state and a postal code, as addresses of America do: `Holt, OR 97001`.
  fileprivate func isPlace(_ phrase: ArraySlice<Int>) -> Bool {
    let last = phrase.suffix(2).map { string(of: words[$0]) }
    guard last.count == 2, phrase.count > 2 else { return false }
    return last[0].utf8.count == 2 && last[0].utf8.allSatisfy { (0x41...0x5A).contains($0) }
      && Self.groups(of: last[1]).first == 5
  }

  /// Whether words are nothing but a telephone number, with the word for it or without: `(202) 555-0142`, `Tel. 202-555-0142`.
  fileprivate func isTelephone(_ phrase: ArraySlice<Int>) -> Bool {
    let groups = Self.groups(of: phrase.suffix(2).map { string(of: words[$0]) }.joined(separator: " "))
    return phrase.count <= 3 && groups == [3, 3, 4]
  }

  /// How many digits stand together in each group of a text, where nothing else but signs part them; empty elsewhere.
  private static func groups(of text: String) -> [Int] {
    var groups: [Int] = []
    var isInside = false
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        if isInside { groups[groups.count - 1] += 1 } else { groups.append(1) }
        isInside = true
      } else if " ()-–.‐/".unicodeScalars.contains(scalar) {
        isInside = false
      } else if !groups.isEmpty {
        return []
      }
    }
    return groups
  }
}
