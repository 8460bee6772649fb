/// Hands things over in the order of the inputs that they belong to, in whatever order inputs end.
///
/// What belongs to one input comes in its order; for an archive that is its members, then the archive itself. Memory is held
/// for what waits for earlier inputs alone.
struct InTurn<Element> {
  /// What is known of inputs after ``turn``, by position, and whether more of it may come.
  private var waiting: [Int: (elements: [Element], isDone: Bool)] = [:]
  /// The position of the input whose elements are handed over now.
  private var turn = 0
}

extension InTurn {
  /// Takes something of an input.
  ///
  /// - Parameter isLast: whether nothing more comes of this input.
  /// - Returns: all elements whose turn has come by that, in order.
  mutating func add(_ element: Element, of index: Int, isLast: Bool) -> [Element] {
    waiting[index, default: ([], false)].elements.append(element)
    waiting[index]?.isDone = isLast
    var due: [Element] = []
    while let known = waiting.removeValue(forKey: turn) {
      due += known.elements
      guard known.isDone else { break }
      turn += 1
    }
    return due
  }
}
