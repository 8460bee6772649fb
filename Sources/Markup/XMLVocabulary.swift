/// The names that a reader knows, so that it can tell elements and attributes apart by number.
///
/// Namespaces that mean the same (transitional and strict Office Open XML) share one prefix here, whatever prefixes a
/// file uses.
package struct XMLVocabulary: Sendable {
  /// Names of one kind as `prefix:local`, or `local` for names without namespace; a name's number is its index.
  struct Names: Sendable {
    let spellings: [String]
    let numbers: [String: UInt16]
    private let prefixes: [String: String]

    /// - Parameters:
    ///   - aliases: other names, with the name in the list that each stands for.
    ///   - prefixes: the prefix in these names of each namespace.
    init(_ spellings: [String], aliases: [String: String], prefixes: [String: String]) {
      precondition(spellings.count <= 60_000, "a vocabulary is a list of names, not a dictionary of words")
      self.spellings = spellings
      self.prefixes = prefixes
      let numbers: [String: UInt16] = Dictionary(zip(spellings, 0...), uniquingKeysWith: { first, _ in first })
      self.numbers = numbers.merging(aliases.compactMapValues { numbers[$0] }) { name, _ in name }
    }

    /// The name as it would stand in the lists; names of other namespaces carry the namespace in braces.
    func spelling(local: String, namespace: String) -> String {
      if namespace.isEmpty { return local }
      return (prefixes[namespace] ?? "{\(namespace)}") + ":" + local
    }
  }

  /// The known names, and behind them those of elements that are passed over.
  let elements: Names
  private let knownElementCount: Int
  let attributes: Names

  /// Tables and namespaces to begin a document with, in which the names of the vocabulary are known by their own prefixes: most
  /// documents use these.
  private(set) var elementTable: XMLNameTable
  private(set) var attributeTable: XMLNameTable
  private(set) var namespaces = XMLNamespaces()

  /// - Parameters:
  ///   - elements: the known names of elements.
  ///   - ignored: the names of elements that no code wants to meet: they are dropped with all that is inside before
  ///     the cursor sees them.
  ///   - attributes: the known names of attributes.
  ///   - aliases: names of elements and attributes that mean the same as one of those above, with that one.
  ///   - namespaces: the prefix used in these names for each namespace.
  package init(
    elements: [String], ignored: [String] = [], attributes: [String], aliases: [String: String] = [:],
    namespaces: [(uri: String, prefix: String)]
  ) {
    let prefixes = Dictionary(namespaces.map { ($0.uri, $0.prefix) }, uniquingKeysWith: { first, _ in first })
    self.elements = Names(elements + ignored, aliases: aliases, prefixes: prefixes)
    knownElementCount = elements.count
    self.attributes = Names(attributes, aliases: aliases, prefixes: prefixes)
    elementTable = XMLNameTable(self.elements, hasDefault: true)
    attributeTable = XMLNameTable(self.attributes, hasDefault: false)
    // The first namespace of a prefix is the one that most documents use.
    for (uri, prefix) in namespaces.reversed() { self.namespaces.declare(prefix, as: uri, atDepth: 1) }
    elementTable.learn(&self.namespaces)
    attributeTable.learn(&self.namespaces)
    self.namespaces.leave(1)
  }

  /// Whether the number of an element's name is one of those to be passed over.
  func isIgnored(_ number: UInt16) -> Bool {
    knownElementCount <= Int(number) && Int(number) < elements.spellings.count
  }
}
