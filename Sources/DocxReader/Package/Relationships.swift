internal import ConverterCore

/// The relationships of one part (ECMA-376 part 2, 9.3): a number such as `rId7` means another part in each of them.
struct Relationships {
  /// In order of the file.
  let all: [Relationship]

  /// What is to be told of them: that they are broken, or that parts were found without them.
  let trouble: Finding?

  /// The names of parts by the ids that lead to them.
  private let targets: [String: String]

  init(_ all: [Relationship] = [], trouble: Finding? = nil) {
    self.all = all
    self.trouble = trouble
    targets = Dictionary(
      all.filter { !$0.isExternal }.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of the part that an id leads to; `nil` for one that leads to nothing or out of the package.
  func target(of id: String) -> String? { targets[id] }

  /// The names of the parts of a kind, in order of the file.
  func parts(_ kind: String) -> [String] {
    all.filter { $0.kind == kind && !$0.isExternal }.map(\.target)
  }
}

/// A relationship from a part to another part or to something outside.
struct Relationship: Hashable {
  var id: String

  /// The last step of the type's URI, the same in the transitional and the strict form: `styles`, `footnotes`, `header`.
  var kind: String

  /// The name of the part, or the address of something outside.
  var target: String

  var isExternal: Bool
}
