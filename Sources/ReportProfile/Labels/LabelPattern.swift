/// A label with `*` for any run of characters, such as `规范性文件(*)`.
struct LabelPattern: Hashable, Sendable {
  /// The fixed pieces between the stars, in order; the first and the last may be empty.
  private let pieces: [LabelKey]

  /// - Returns: `nil` for a text without a star.
  init?(_ text: String, folding: LabelFolding) {
    guard text.contains("*") else { return nil }
    pieces = text.split(separator: "*", omittingEmptySubsequences: false).map { folding.key(String($0)) }
  }

  /// Whether the whole key is of this pattern. Pieces are found leftmost first, which suffices for stars alone.
  func matches(_ key: LabelKey) -> Bool {
    guard let first = pieces.first, let last = pieces.last, key.hasPrefix(first) else { return false }
    var rest = key.scalars[first.scalars.count...]
    guard rest.count >= last.scalars.count, rest.suffix(last.scalars.count).elementsEqual(last.scalars) else {
      return false
    }
    rest = rest.dropLast(last.scalars.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let end = rest.end(ofFirst: piece.scalars[...]) else { return false }
      rest = rest[end...]
    }
    return true
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Where the first occurrence of a piece ends; its start for an empty piece.
  func end(ofFirst piece: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !piece.isEmpty else { return startIndex }
    guard count >= piece.count else { return nil }
    let starts = startIndex...(endIndex - piece.count)
    return starts.first { self[$0..<($0 + piece.count)].elementsEqual(piece) }.map { $0 + piece.count }
  }
}
