/// The parts that the text of a file is made of, one after the other ([MS-DOC] 2.4.1).
enum Story: Int, CaseIterable, Sendable {
  case main, footnotes, headers, comments, endnotes, textBoxes, headerTextBoxes

  /// The positions of the part, clipped to the text that there is.
  func positions(_ information: FileInformation, textCount: Int) -> Range<Int> {
    let lengths = information.storyLengths
    let start = lengths.prefix(rawValue).reduce(0, +)
    let lower = min(start, textCount)
    return lower..<min(start + lengths[rawValue], textCount)
  }
}
