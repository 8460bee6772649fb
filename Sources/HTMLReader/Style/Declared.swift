/// The value that a declaration gives to a property.
struct Declared<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value

  /// Whether `!important` stands behind it: it outweighs all that is not.
  var isImportant: Bool
}

extension Declared {
  /// Reads a value in lower case with `!important` behind it or not.
  init(_ text: String, read: (Substring) -> Value) {
    let keyword = text.prefix { $0 != "!" && !$0.isWhitespace }
    self.init(value: read(keyword), isImportant: text[keyword.endIndex...].contains("!"))
  }

  /// Puts a value in place of one that stands before it in the same declarations, unless that outweighs it.
  static func replace(_ earlier: inout Declared?, with later: Declared) {
    if earlier?.isImportant == true && !later.isImportant { return }
    earlier = later
  }
}

/// The value of a property that outweighs all others seen so far (CSS Cascading and Inheritance Level 4, section 6).
struct Cascade<Value: Hashable & Sendable> {
  private(set) var value: Value?
  private var weight = Int.min

  /// Takes a value that a rule or a `style` attribute declares.
  ///
  /// - Parameters:
  ///   - declared: the value, if any.
  ///   - weight: the weight of the rule (``RuleIndex/Rule/weight``), or ``Cascade/attribute``.
  mutating func take(_ declared: Declared<Value>?, weight: Int) {
    guard let declared else { return }
    let weight = declared.isImportant ? weight + 1 << 61 : weight
    if weight >= self.weight {
      self.weight = weight
      value = declared.value
    }
  }

  /// The weight of a `style` attribute: more than that of any rule.
  static var attribute: Int { 1 << 60 }
}
