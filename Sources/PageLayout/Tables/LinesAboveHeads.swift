internal import ConverterCore

/// Lines right above the head of a table that are none of its storeys: units, and what lists print at both of their sides.
///
///                                    1,000 acres       Run date: 10/12/2005                Page 14
///     **Crop**     **2004**     **2005**               **Crop**     **2004**     **2005**
extension TextLine {
  /// Whether the line names nothing but a unit, in brackets, behind a mark that says so, in several words, or in other fonts than the
  /// line below; a single word may be a heading.
  func isUnit(above head: TextLine?, text: PageText) -> Bool {
    let string = text.string(ofLine: words)
    guard let unit = UnitLine(string), unit.isWhole else { return false }
    return words.count > 2 || unit.isMarked || Headnote.content(of: string) != nil
      || head.map { !sharesFont(with: $0, text: text) } == true
  }

  /// Whether a mark in the line says that a unit follows, after nothing or after who prepared the table: `编制单位：水利局　　单位：万元`.
  func endsInUnit(_ text: PageText) -> Bool {
    guard phrases.count <= 2, let last = phrases.last else { return false }
    let string = text.string(ofLine: words[last.words])
    guard let unit = UnitLine(string), unit.isMarked else { return false }
    return unit.isWhole || ["编制", "填报"].contains { string.hasPrefix($0) }
  }

  /// Whether the line holds what lists print above their heads: dates and numbers of pages, or something in brackets at its end.
  private func isOfList(_ text: PageText) -> Bool {
    guard let last = phrases.last else { return false }
    return words.contains { text.words[$0].traits.contains(.digit) }
      || Headnote.content(of: text.string(ofLine: words[last.words])) != nil || namesPrint(text)
  }

  /// Whether the line ends with what no heading says, whatever its font: the number of a page, the day of printing, or that the table
  /// goes on from another page.
  private func namesPrint(_ text: PageText) -> Bool {
    guard let last = phrases.last else { return false }
    let parts = text.string(ofLine: words[last.words]).split { $0 == " " || $0 == ":" }
    guard parts.count > 1 else { return ["continued", "(continued)"].contains(parts.first) }
    switch parts[0].lowercased() {
    case "page": return parts[1].allSatisfy(\.isNumber)
    case "printed", "run": return YearLabel.isDate(String(parts[parts.count - 1]))
    default: return false
    }
  }

  /// Whether the line is set otherwise than a head below or says what no heading does, and stands alone at the right edge of its table,
  /// above the last of the headings, or in two pieces at both edges.
  fileprivate func isAtEdges(of reach: Interval, above head: TextLine, text: PageText, tolerances: Tolerances) -> Bool {
    guard let last = phrases.last, head.phrases.count > 2, !head.hasFigures(text), isOfList(text),
      namesPrint(text) || !sharesFont(with: head, text: text)
        || abs(size - head.size) > tolerances.labelSizeDrift * size,
      abs(last.extent.end - reach.end) <= tolerances.figureDrift * size
    else { return false }
    switch phrases.count {
    case 1: return last.extent.start > head.phrases[head.phrases.count - 2].extent.end
    case 2: return abs(phrases[0].extent.start - reach.start) <= tolerances.labelDrift * size
    default: return false
    }
  }
}

extension [TextLine] {
  /// The lines of a table without those above its head.
  ///
  /// - Parameter reach: the table from its left edge to its right one.
  func withoutLinesAboveHead(within reach: Interval, text: PageText, tolerances: Tolerances) -> ArraySlice<TextLine> {
    guard let head = prefix(tolerances.mostHeadingLines).firstIndex(where: { $0.phrases.count > 2 }) else {
      return self[...]
    }
    return drop { line in
      line.endsInUnit(text) || line.isAtEdges(of: reach, above: self[head], text: text, tolerances: tolerances)
    }
  }
}
