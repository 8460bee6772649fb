/// A further table right below another, with but one line of text between:
///
///     No.   Bidder          Amount     Score
///     1     Ash and Sons   426,828      83.5
///     IV. Goods bought
///     No.   Goods   Brand   Model   Number       names the column of numbers or names again, and other columns beside it
///     1     Lamp    Ash     SY-3         4
///
/// Where there are no more columns and these stand where those above do, it is a further part of the same table, whatever they are called
/// there.
enum NextTable {
  /// Whether a line below the rows of a table stands above the next one.
  ///
  /// - Parameters:
  ///   - line: the line below the rows.
  ///   - rows: the lines of the table, its head first.
  ///   - next: the line below that; `nil` where there is none.
  ///   - text: the text of the page.
  ///   - tolerances: the constants of the analysis.
  static func begins(
    below line: TextLine, after rows: [TextLine], with next: TextLine?, text: PageText, tolerances: Tolerances
  ) -> Bool {
    guard line.phrases.count == 1, let next, isHead(next),
      let head = rows.first(where: { $0.phrases.count > 1 }), isHead(head),
      name(of: next.phrases[0], in: next, text: text) == name(of: head.phrases[0], in: head, text: text)
    else { return false }
    let drift = tolerances.centringDrift * next.size
    let others = next.phrases.dropFirst()
    let off = others.count { heading in
      !head.phrases.contains { known in
        abs(known.extent.start - heading.extent.start) <= drift
          || abs(known.extent.middle - heading.extent.middle) <= drift
          || abs(known.extent.end - heading.extent.end) <= drift
      }
    }
    return next.phrases.count > head.phrases.count || off.isMost(of: others.count)
  }

  /// Whether a line may be the headings of a table: three at least, and no figures.
  private static func isHead(_ line: TextLine) -> Bool {
    line.phrases.count > 2 && !line.phrases.contains(where: \.isValue)
  }

  private static func name(of phrase: Phrase, in line: TextLine, text: PageText) -> String {
    text.string(ofLine: line.words[phrase.words])
  }
}
