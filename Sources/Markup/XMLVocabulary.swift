/// The names that a reader knows, so that it can tell elements apart by number.
///
/// Namespaces that mean the same (transitional and strict Office Open XML) share one prefix here, whatever prefixes a
/// file uses.
package struct XMLVocabulary: Sendable {
  /// The known names as `prefix:local`, or `local` for names without namespace; a name's number is its index.
  package let names: [String]

  private let numbers: [String: UInt16]
  private let prefixes: [String: String]

  /// - Parameters:
  ///   - names: the known names, at most 60,000.
  ///   - namespaces: the prefix used in `names` for each namespace.
  package init(names: [String], namespaces: [(uri: String, prefix: String)]) {
    precondition(names.count <= 60_000, "a vocabulary is a list of names, not a dictionary of words")
    self.names = names
    numbers = Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
    prefixes = Dictionary(namespaces.map { ($0.uri, $0.prefix) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name as it would stand in ``names``; names of other namespaces carry the namespace in braces.
  func spelling(local: String, namespace: String) -> String {
    if namespace.isEmpty { return local }
    return (prefixes[namespace] ?? "{\(namespace)}") + ":" + local
  }

  /// The number of a spelling.
  func number(of spelling: String) -> UInt16? {
    numbers[spelling]
  }
}
