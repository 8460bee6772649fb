internal import ConverterCore

/// Figures that are none of a column: those that end a cell of words in a line of their own.
///
///     Heating    One payment each winter of $100 to    County        no cell begins in the line, and the figure would
///     aid        $750                                  office        not have fitted into the line above
extension AlignedColumns {
  /// The columns with such figures taken for words.
  package func withFiguresInWords(_ text: PageText, tolerances: Tolerances = .standard) -> AlignedColumns {
    let extents = extents
    var result = self
    for line in lines.indices.dropFirst() where lines[line].pieces.contains(where: \.isValue) {
      let (above, own) = (lines[line - 1], lines[line])
      guard own.baseline - above.baseline <= tolerances.closeLeading * own.size,
        own.pieces.allSatisfy({ $0.columns.lowerBound > 0 && !text.startsWithCapital($0.words) })
      else { continue }
      for (number, piece) in own.pieces.enumerated() where piece.isValue && piece.columns.count == 1 {
        guard let words = above.pieces.first(where: { $0.columns == piece.columns }), !words.isValue,
          abs(words.extent.start - piece.extent.start) <= tolerances.flushStart * own.size,
          let reach = extents[piece.columns.lowerBound],
          text.fills(
            reach.end - words.extent.end, before: piece.words[0], size: own.size, tolerances: tolerances)
        else { continue }
        result.lines[line].pieces[number].isValue = false
      }
    }
    return result
  }
}
