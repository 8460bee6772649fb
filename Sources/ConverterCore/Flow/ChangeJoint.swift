/// How a tracked change brought a piece of text into a document, or out of it.
package enum TextChange: Hashable, Sendable {
  case inserted, deleted

  /// What was inserted and deleted again is deleted; `nil` for text that no change concerns.
  package init?(isInserted: Bool, isDeleted: Bool) {
    guard isInserted || isDeleted else { return nil }
    self = isDeleted ? .deleted : .inserted
  }
}

/// Parts what a change took away from what it put in its place, where both are shown: `100 / 250`, which without a sign were one
/// figure, and with a blank might be.
package struct ChangeJoint: Sendable {
  /// What stands between the old text and the new one.
  package static let sign = " / "

  private var current: TextChange?

  /// The change that ended last, and how much text there was at its end.
  private var ended: (change: TextChange, size: Int)?

  package init() {}

  /// Whether a change is another one than that of the text before.
  package func isNews(_ change: TextChange?) -> Bool { change != current }

  /// Whether the sign stands before the text that comes.
  ///
  /// - Parameters:
  ///   - change: the one that concerns this text.
  ///   - size: how much text the paragraph has before it.
  ///   - hasInk: whether any of the text from a size on is more than white space; asked only between two changes.
  package mutating func parts(_ change: TextChange?, at size: Int, hasInk: (Int) -> Bool) -> Bool {
    if let current, current != change { ended = (current, size) }
    current = change
    guard let change, let ended, ended.change != change else { return false }
    return !hasInk(ended.size)
  }
}
