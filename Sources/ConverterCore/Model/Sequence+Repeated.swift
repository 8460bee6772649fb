extension Sequence where Element: Hashable {
  /// The first element that is equal to one before it; `nil` where all differ.
  package var firstRepeated: Element? {
    var seen = Set<Element>()
    return first { !seen.insert($0).inserted }
  }
}
