/// The ids of styles in order of appearance, so that a paragraph keeps a number instead of a text.
struct StyleNames {
  private(set) var ids: [String] = []
  private var indices: [String: Int32] = [:]

  /// The index of an id, a new one for a new id.
  mutating func index(of id: String) -> Int32 {
    if let index = indices[id] { return index }
    let index = Int32(clamping: ids.count)
    ids.append(id)
    indices[id] = index
    return index
  }
}
