internal import ConverterCore

/// A figure that the running text states and the tables repeat: 收到政府信息公开申请8件.
package struct NarrativeRule: Sendable {
  package let id: String

  /// The rule in words, for people.
  package let text: String

  /// What the sentence looks like, with `{count}` where the figure stands.
  let sentences: [TitlePattern]

  /// The figure of the tables, one entry per form; `nil` for a form that does not have it.
  let expressions: [Expression?]
}

extension NarrativeRule {
  init(_ node: ProfileNode, forms: [Form], folding: LabelFolding) throws(ProfileError) {
    let rule = try node.object("id", "text", "sentences", "equals")
    id = try rule.required("id").text()
    text = try rule.required("text").text()
    let patterns = try rule.required("sentences").items()
    sentences = try Identification.patterns(patterns, folding: folding)
    if let useless = sentences.firstIndex(where: { !$0.hasCount }) {
      throw patterns[useless].fail("a sentence needs {count} where the figure stands")
    }
    let formulas = try rule.required("equals").dictionary()
    if let unknown = formulas.first(where: { formula in !forms.contains { $0.id == formula.name } }) {
      throw unknown.node.fail("there is no form “\(unknown.name)”")
    }
    var expressions: [Expression?] = []
    for form in forms {
      guard let formula = formulas.first(where: { $0.name == form.id })?.node else {
        expressions.append(nil)
        continue
      }
      expressions.append(try RuleBinding(tables: form.tables).bind(try RuleParser.expression(formula), formula))
    }
    self.expressions = expressions
  }
}
