/// Which namespaces the prefixes stand for at the place that the scanner has come to (Namespaces in XML 1.0, section 6).
struct XMLNamespaces {
  /// A binding to come back to when an element ends.
  private struct Outer {
    var depth: Int
    var prefix: Int
    var namespace: Int
  }

  /// Prefixes and namespaces by their numbers; the first of each is the empty one.
  private var prefixNumbers = ["": 0, "xml": 1]
  private var namespaceNumbers = ["": 0, "http://www.w3.org/XML/1998/namespace": 1]
  private var names = ["", "http://www.w3.org/XML/1998/namespace"]

  /// The namespace of each prefix, 0 where it has none.
  private var bound = [0, 1]
  private var outer: [Outer] = []

  /// The nesting of the innermost element with declarations; 0 where none is open.
  private(set) var declaringDepth = 0

  /// The namespace that a prefix stands for now.
  ///
  /// - Precondition: the prefix is a number from ``prefix(_:)``.
  subscript(prefix: Int) -> Int { bound[prefix] }

  /// The name of a namespace.
  func name(of namespace: Int) -> String { names[namespace] }

  /// The number of a prefix.
  mutating func prefix(_ spelling: String) -> Int {
    if let number = prefixNumbers[spelling] { return number }
    prefixNumbers[spelling] = bound.count
    bound.append(0)
    return bound.count - 1
  }

  /// Binds a prefix until the element at this depth ends.
  mutating func declare(_ spelling: String, as name: String, atDepth depth: Int) {
    let prefix = prefix(spelling)
    let namespace = namespaceNumbers[name] ?? names.count
    if namespace == names.count {
      namespaceNumbers[name] = namespace
      names.append(name)
    }
    outer.append(Outer(depth: depth, prefix: prefix, namespace: bound[prefix]))
    bound[prefix] = namespace
    declaringDepth = depth
  }

  /// Takes back what the element at this depth declared.
  mutating func leave(_ depth: Int) {
    while let last = outer.last, last.depth == depth {
      bound[last.prefix] = last.namespace
      outer.removeLast()
    }
    declaringDepth = outer.last?.depth ?? 0
  }
}
