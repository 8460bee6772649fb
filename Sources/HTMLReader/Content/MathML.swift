internal import ConverterCore

/// Equations as linear text, in the same form as those of Word documents (``LinearEquation``): `a/b`, `x^2`, `√(x+1)`.
struct MathML {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The text of an element with all inside it (MathML Core, section 3.3). The elements of a page lie no deeper than the limit with
  /// which it was parsed.
  func linear(_ node: Int) -> String {
    switch tree.name(node) {
    case .text: return text(node)
    case .annotation, .annotationXML, .mphantom, .mspace: return ""
    case .mfrac:
      let parts = parts(of: node)
      return LinearEquation.fraction(parts[0], parts[1])
    case .msqrt: return LinearEquation.radical(degree: "", joined(node))
    case .mroot:
      let parts = parts(of: node)
      return LinearEquation.radical(degree: parts[1], parts[0])
    case .msub: return scripted(node, hasLower: true, hasUpper: false)
    case .msup: return scripted(node, hasLower: false, hasUpper: true)
    case .msubsup: return scripted(node, hasLower: true, hasUpper: true)
    case .munder: return limits(node, hasLower: true, hasUpper: false)
    case .mover: return limits(node, hasLower: false, hasUpper: true)
    case .munderover: return limits(node, hasLower: true, hasUpper: true)
    case .mtable:
      return LinearEquation.matrix(
        elements(of: node).map { row in elements(of: row).map { linear($0) } })
    default: return joined(node)
    }
  }

  /// The texts of the first three elements inside, empty where there are fewer.
  private func parts(of node: Int) -> [String] {
    let parts = elements(of: node).prefix(3).map { linear($0) }
    return parts + Array(repeating: "", count: 3 - parts.count)
  }

  private func elements(of node: Int) -> [Int] {
    tree.children(of: node).filter { tree.name($0) != .text }
  }

  private func joined(_ node: Int) -> String {
    var row = ""
    for child in tree.children(of: node) { LinearEquation.append(linear(child), to: &row, isSeparate: true) }
    return row
  }

  private func text(_ node: Int) -> String {
    String(decoding: tree.text(node).trimmedASCII, as: UTF8.self)
  }

  private func scripted(_ node: Int, hasLower: Bool, hasUpper: Bool) -> String {
    let parts = parts(of: node)
    return LinearEquation.scripted(
      parts[0], lower: hasLower ? parts[1] : "", upper: hasUpper ? parts[hasLower ? 2 : 1] : "")
  }

  /// Bounds of a sum or signs over and under it, which stand behind it like scripts.
  private func limits(_ node: Int, hasLower: Bool, hasUpper: Bool) -> String {
    let parts = parts(of: node)
    return parts[0]
      + LinearEquation.scripts(
        lower: hasLower ? parts[1] : "", upper: hasUpper ? parts[hasLower ? 2 : 1] : "")
  }
}
