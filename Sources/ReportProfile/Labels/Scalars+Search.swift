extension [Unicode.Scalar] {
  /// Where another sequence begins in this one, at or behind a start; `nil` for an empty one.
  func firstIndex(of piece: [Unicode.Scalar], from start: Int = 0) -> Int? {
    guard let first = piece.first, start <= count - piece.count else { return nil }
    return (start...(count - piece.count)).first {
      self[$0] == first && self[$0..<($0 + piece.count)].elementsEqual(piece)
    }
  }
}
