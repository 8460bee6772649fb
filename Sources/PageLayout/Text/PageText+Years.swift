extension PageText {
  /// Whether words read as a year of the last or this century, or as a span of them, note marks aside: `2009`, `2009/10`,
  /// `1998-2004`, `2010¹`, `2010 (1)`.
  func isYear(_ indices: [Int]) -> Bool {
    guard let first = indices.first else { return false }
    // Marks of notes are set smaller.
    let figure = string(ofLine: indices.filter { words[$0].size >= 0.8 * words[first].size })
    let years = figure.prefix { $0 != "(" && $0 != "*" }.split { "-–/ ".contains($0) }
    guard let year = years.first, year.count == 4, year.hasPrefix("19") || year.hasPrefix("20"), years.count <= 2,
      figure.drop(while: { $0 != "(" }).count <= 3
    else { return false }
    return years.allSatisfy { $0.count <= 4 && $0.count != 3 && $0.count > 1 && $0.allSatisfy(\.isNumber) }
  }
}
