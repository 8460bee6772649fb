internal import ConverterCore

/// A further table right below another, with but one line of text between.
enum NextTable {
  /// Whether a line below the rows of a table stands above the head of the next one.
  ///
  /// - Parameters:
  ///   - title: the line below the rows.
  ///   - rows: the lines of the table, its head first.
  ///   - head: the line below that; `nil` where there is none.
  ///   - text: the text of the page.
  ///   - tolerances: the constants of the analysis.
  static func begins(
    below title: TextLine, after rows: [TextLine], with head: TextLine?, text: PageText, tolerances: Tolerances
  ) -> Bool {
    guard title.phrases.count == 1, let head, head.mayBeHead(text, tolerances: tolerances),
      let known = rows.first(where: { $0.phrases.count > 1 })
    else { return false }
    return head.namesOthers(than: known, text: text, tolerances: tolerances)
      || head.repeats(head: known, text: text, tolerances: tolerances)
        && title.isTitle(below: rows, text: text, tolerances: tolerances)
  }
}

extension TextLine {
  /// Whether the line may be the headings of a table, years among them.
  fileprivate func mayBeHead(_ text: PageText, tolerances: Tolerances) -> Bool {
    phrases.count >= tolerances.shares.leastHeadPhrases && !hasFigures(text)
  }

  /// Whether the line names the first column as a head above does, and more columns beside it or others. Where there are no more and
  /// these stand where those above do, it heads a further part of the same table, whatever they are called there.
  ///
  ///     No.   Bidder          Amount     Score
  ///     1     Ash and Sons   426,828      83.5
  ///     IV. Goods bought
  ///     No.   Goods   Brand   Model   Number
  ///     1     Lamp    Ash     SY-3         4
  fileprivate func namesOthers(than known: TextLine, text: PageText, tolerances: Tolerances) -> Bool {
    guard known.mayBeHead(text, tolerances: tolerances), !(phrases + known.phrases).contains(where: \.isValue),
      text.string(of: phrases[0], in: self) == text.string(of: known.phrases[0], in: known)
    else { return false }
    let drift = tolerances.centringDrift * size
    let others = phrases.dropFirst()
    let off = others.count { heading in
      !known.phrases.contains { $0.extent.isInLine(with: heading.extent, drift: drift) }
    }
    return phrases.count > known.phrases.count || off.isMost(of: others.count)
  }

  /// Whether the line names all columns as a head above does, at the same places.
  ///
  ///                  Production
  ///     Region       2009    2010
  ///     North         7.1     6.5
  ///                     Stocks
  ///     Region       2009    2010
  fileprivate func repeats(head known: TextLine, text: PageText, tolerances: Tolerances) -> Bool {
    phrases.count == known.phrases.count
      && zip(phrases, known.phrases).allSatisfy { own, other in
        abs(own.extent.start - other.extent.start) <= tolerances.flushStart * size
          && text.string(of: own, in: self) == text.string(of: other, in: known)
      }
  }

  /// Whether the line is the title of what follows several rows with figures: a row without figures begins where the labels do, in their
  /// font.
  fileprivate func isTitle(below rows: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard let label = rows.last, rows.lazy.filter({ $0.hasFigures(text) }).prefix(2).count > 1 else { return false }
    return isSetIn(behind: label, tolerances: tolerances) || isBold(text) && !label.isBold(text)
  }

  /// Whether the first word is bold.
  private func isBold(_ text: PageText) -> Bool {
    words.first.map { text.words[$0].traits.contains(.bold) } ?? false
  }
}

extension PageText {
  fileprivate func string(of phrase: Phrase, in line: TextLine) -> String { string(ofLine: line.words[phrase.words]) }
}
