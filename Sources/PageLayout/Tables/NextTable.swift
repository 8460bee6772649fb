internal import ConverterCore

/// A further table right below another, with but one line of text between.
enum NextTable {
  /// Whether a line below the rows of a table stands above the head of the next one.
  ///
  /// - Parameters:
  ///   - title: the line below the rows.
  ///   - rows: the lines of the table, its head first.
  ///   - head: the lines below that, the first ones of which are asked.
  ///   - text: the text of the page.
  ///   - tolerances: the constants of the analysis.
  static func begins(
    below title: TextLine, after rows: [TextLine], with head: ArraySlice<TextLine>, text: PageText,
    tolerances: Tolerances
  ) -> Bool {
    guard title.phrases.count == 1, let first = head.first, let known = rows.first(where: { $0.phrases.count > 1 }),
      !first.hasFigures(text)
    else { return false }
    if first.mayBeHead(text, tolerances: tolerances) {
      if first.namesOthers(than: known, text: text, tolerances: tolerances) { return true }
      if first.repeatsFigures(ofHead: known, text: text, tolerances: tolerances) {
        return title.isTitle(below: rows, text: text, tolerances: tolerances)
      }
    }
    // In the middle stand the names of parts, which may have columns of other names.
    return namesLabelsAgain(head, below: rows, text: text, tolerances: tolerances)
      && !rows.suffix(1).contains { title.isSetIn(behind: $0, tolerances: tolerances) }
      && title.isTitle(below: rows, text: text, tolerances: tolerances)
  }

  /// Whether one of a few lines without figures names the labels as a line of the head above does, at the same place, and more columns
  /// beside them; these may have other names and further lines.
  ///
  ///                2009       2010
  ///     Fund       Base       Governor
  ///     Forests    30.1           33.8
  ///     Positions
  ///                           2010
  ///     Fund       2009       Governor
  ///     Forests      85            128
  private static func namesLabelsAgain(
    _ head: ArraySlice<TextLine>, below rows: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Bool {
    let known = rows.prefix { !$0.hasFigures(text) }
    return head.prefix(tolerances.mostHeads).prefix { !$0.hasFigures(text) }.contains { line in
      line.mayBeHead(text, tolerances: tolerances)
        && known.contains {
          $0.phrases.count > 1 && line.repeatsFirstPhrase(of: $0, text: text, tolerances: tolerances)
        }
    }
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

  /// Whether the line names all columns of figures as a head above does, at the same places; the labels may have another name.
  ///
  ///                  Production
  ///     Region       2009    2010
  ///     North         7.1     6.5
  ///                     Stocks
  ///     Port         2009    2010
  fileprivate func repeatsFigures(ofHead known: TextLine, text: PageText, tolerances: Tolerances) -> Bool {
    phrases.count == known.phrases.count
      && zip(phrases, known.phrases).allSatisfy { own, other in
        abs(own.extent.start - other.extent.start) <= tolerances.flushStart * size
      }
      && zip(phrases, known.phrases).dropFirst().allSatisfy { own, other in
        text.string(of: own, in: self) == text.string(of: other, in: known)
      }
  }

  /// Whether the first phrase of the line is that of another one, at the same place.
  fileprivate func repeatsFirstPhrase(of known: TextLine, text: PageText, tolerances: Tolerances) -> Bool {
    abs(phrases[0].extent.start - known.phrases[0].extent.start) <= tolerances.flushStart * size
      && text.string(of: phrases[0], in: self) == text.string(of: known.phrases[0], in: known)
  }

  /// Whether the line is the title of what follows several rows with figures: a row without figures begins where the labels do, in the
  /// font of most of them, be sums bold.
  fileprivate func isTitle(below rows: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    let labels = rows.suffix(tolerances.shares.mostTitledRows).reversed().lazy.filter { $0.hasFigures(text) }
    guard let label = rows.last, labels.prefix(2).count > 1 else { return false }
    if isSetIn(behind: label, tolerances: tolerances) { return true }
    guard isBold(text) else { return false }
    let fonts = labels.map { $0.isBold(text) }
    return fonts.count { !$0 }.isMost(of: fonts.count)
  }
}

extension PageText {
  fileprivate func string(of phrase: Phrase, in line: TextLine) -> String { string(ofLine: line.words[phrase.words]) }
}
