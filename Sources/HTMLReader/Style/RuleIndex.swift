/// Rules of style sheets, found by the id, class or name that the last part of their selector asks for.
struct RuleIndex<Value: Sendable>: Sendable {
  /// What a rule sets for the elements that its selector matches.
  struct Rule: Sendable {
    let selector: Selector
    let value: Value

    /// Its place among all rules.
    let order: Int

    /// How the rule fares against others where neither is `!important`: by specificity, then by order.
    var weight: Int { selector.specificity << 28 + order }
  }

  private var rules: [Rule] = []

  /// The rules by a hash of the id or class.
  private var named: [UInt64: [Int32]] = [:]

  /// The rules without id and class, by element.
  private var elements: [ElementName: [Int32]] = [:]

  /// The rules that may hold for any element.
  private var universal: [Int32] = []

  /// Whether there are no rules.
  var isEmpty: Bool { rules.isEmpty }

  /// Whether a rule may hold for elements of a name that have neither class nor id.
  func hasRules(for element: ElementName) -> Bool {
    !universal.isEmpty || !elements.isEmpty && elements[element] != nil
  }

  /// Adds a rule behind all others.
  mutating func add(_ value: Value, for selector: Selector) {
    let index = Int32(rules.count)
    rules.append(Rule(selector: selector, value: value, order: rules.count))
    var element: ElementName?
    var key: UInt64?
    for condition in selector.subject {
      switch condition {
      case .element(let name): element = name
      case .id(let id): key = RuleIndex.key(of: id[...], .id)
      case .hasClass(let name): key = key ?? RuleIndex.key(of: name[...], .class)
      default: break
      }
    }
    if let key {
      named[key, default: []].append(index)
    } else if let element {
      elements[element, default: []].append(index)
    } else {
      universal.append(index)
    }
  }

  /// Calls a function with each rule that holds for an element, or may hold.
  ///
  /// - Parameters:
  ///   - node: the element.
  ///   - tree: the page.
  ///   - steps: how much may still be compared; where nothing is left, no rule is found.
  ///   - body: gets the rule and whether it holds for sure.
  func forEachRule(
    for node: Int, in tree: HTMLTree, steps: inout Int, _ body: (Rule, Certainty) -> Void
  ) {
    func look(at indices: [Int32]?) {
      for index in indices ?? [] {
        if steps <= 0 { return }
        let match = rules[Int(index)].selector.match(node, in: tree, steps: &steps)
        if match != .no { body(rules[Int(index)], match) }
      }
    }
    if steps <= 0 { return }
    look(at: universal)
    if !elements.isEmpty { look(at: elements[tree.name(node)]) }
    if named.isEmpty { return }
    if let classes = tree.attribute(.class, of: node) {
      classes.forEachASCIIWord { look(at: named[RuleIndex.key(of: $0, .class)]) }
    }
    if let id = tree.attribute(.id, of: node) { look(at: named[RuleIndex.key(of: id, .id)]) }
  }

  /// FNV-1a over the name, begun differently for ids and classes.
  private static func key(of name: ArraySlice<UInt8>, _ attribute: AttributeName) -> UInt64 {
    var hash: UInt64 = attribute == .id ? 0xCBF2_9CE4_8422_2325 : 0x8422_2325_CBF2_9CE4
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
