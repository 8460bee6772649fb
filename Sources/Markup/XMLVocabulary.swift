/// The names that a reader knows, so that it can tell elements and attributes apart by number.
///
/// Namespaces that mean the same (transitional and strict Office Open XML) share one prefix here, whatever prefixes a
/// file uses.
package struct XMLVocabulary: Sendable {
  /// Names of one kind as `prefix:local`, or `local` for names without namespace; a name's number is its index.
  struct Names: Sendable {
    let spellings: [String]
    let numbers: [String: UInt16]

    init(_ spellings: [String]) {
      precondition(spellings.count <= 60_000, "a vocabulary is a list of names, not a dictionary of words")
      self.spellings = spellings
      numbers = Dictionary(zip(spellings, 0...), uniquingKeysWith: { first, _ in first })
    }
  }

  let elements: Names
  let attributes: Names
  private let prefixes: [String: String]

  /// - Parameters:
  ///   - elements: the known names of elements.
  ///   - attributes: the known names of attributes.
  ///   - namespaces: the prefix used in these names for each namespace.
  package init(elements: [String], attributes: [String], namespaces: [(uri: String, prefix: String)]) {
    self.elements = Names(elements)
    self.attributes = Names(attributes)
    prefixes = Dictionary(namespaces.map { ($0.uri, $0.prefix) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name as it would stand in the lists; names of other namespaces carry the namespace in braces.
  func spelling(local: String, namespace: String) -> String {
    if namespace.isEmpty { return local }
    return (prefixes[namespace] ?? "{\(namespace)}") + ":" + local
  }
}
