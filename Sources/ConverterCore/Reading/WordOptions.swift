/// What a person may choose about the documents of word processors, whatever their format.
public struct WordOptions: Hashable, Sendable {
  /// What becomes of tracked changes. They concern text, rows, cells and merges; styles and numbering are those of now.
  public enum Changes: String, Hashable, Sendable, CaseIterable {
    /// The text as if all changes were accepted.
    case accept
    /// The text as if all changes were rejected.
    case reject
    /// Inserted and deleted text alike.
    case all
  }

  public var changes: Changes
  public var includesHeaders: Bool
  public var includesHiddenText: Bool

  /// - Parameters:
  ///   - changes: what becomes of tracked changes.
  ///   - includesHeaders: whether headers and footers become asides at the end.
  ///   - includesHiddenText: whether hidden text is read like any other.
  public init(changes: Changes = .accept, includesHeaders: Bool = false, includesHiddenText: Bool = false) {
    self.changes = changes
    self.includesHeaders = includesHeaders
    self.includesHiddenText = includesHiddenText
  }
}

extension WordOptions {
  /// Whether content is there that tracked changes inserted or deleted, or both.
  package func shows(isInserted: Bool, isDeleted: Bool) -> Bool {
    switch changes {
    case .accept: !isDeleted
    case .reject: !isInserted
    case .all: true
    }
  }
}
