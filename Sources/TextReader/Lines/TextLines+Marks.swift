internal import FoundationEssentials

/// The marks by which filings with the SEC set tables apart (EDGAR Filer Manual, section 5.2.2): they are no text.
///
///     <TABLE>
///     <CAPTION>
///     Quay              2031     2032
///     <S>               <C>      <C>        labels begin below `<S>`, figures below `<C>`
///     North            1,012    1,115
///     </TABLE>
extension TextLines {
  /// Whether a line has nothing but `<S>` and `<C>`.
  func isColumnMarks(_ index: Int) -> Bool {
    let words = text(index).split(separator: " ")
    return words.allSatisfy { $0 == "<S>" || $0 == "<C>" } && !words.isEmpty
  }

  /// Whether a line is `<TABLE>`, `</TABLE>` or `<CAPTION>`.
  func isTableMark(_ index: Int) -> Bool {
    guard lines[index].traits.contains(.code), lines[index].bytes.count <= 20 else { return false }
    return ["<TABLE>", "</TABLE>", "<CAPTION>"].contains(text(index))
  }
}
