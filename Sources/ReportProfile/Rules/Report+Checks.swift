package import ConverterCore

extension Report {
  /// Everything that a profile has to say about the figures of a report, in the order of the rules; groups printed in two ways,
  /// counts that are not whole or below 0 and disagreements with the running text come last. Rules across years are apart.
  ///
  /// - Parameter document: what the report was made from.
  package func checks(_ profile: Profile, _ document: Document) -> [Check] {
    guard let formNumber else { return [] }
    let form = profile.forms[formNumber]
    let evaluation = RuleEvaluation(self, form: form)
    var checks: [Check] = []
    for (number, rule) in form.rules.enumerated() where !rule.needsEarlierYear {
      checks += evaluation.checks(of: rule, number: number)
    }
    return checks + evaluation.groupChecks() + evaluation.domainChecks()
      + narrativeChecks(profile, evaluation, document, formNumber)
  }
}

extension RuleEvaluation {
  /// A failed check for each count that is below 0 or not whole, where its column says that neither can be.
  fileprivate func domainChecks() -> [Check] {
    form.allCells.compactMap { cell in
      guard let number = facts[cell].value.number else { return nil }
      let grammar = form.grammar(of: cell)
      let isWhole = grammar.kind != .integer || number.isWhole
      guard !isWhole || !grammar.isSigned && number.isNegative else { return nil }
      let operand = Check.Operand(code: form.code(of: cell), label: name(of: cell), fact: facts[cell])
      return Check(
        rule: nil, severity: .required, id: "values.domain",
        text: isWhole ? "the number is not below 0" : "a count is a whole number", scope: operand.label,
        verdict: .fails,
        left: number, relation: .atLeast, right: .zero, leftOperands: [operand],
        rightOperands: [], doubt: "")
    }
  }
}

extension Report {
  /// One check for each figure that the running text states and the tables repeat.
  private func narrativeChecks(
    _ profile: Profile, _ evaluation: RuleEvaluation, _ document: Document, _ formNumber: Int
  ) -> [Check] {
    guard !profile.narratives.isEmpty else { return [] }
    var checks: [Check] = []
    let texts = document.blocks.compactMap { block in block.runningText.map { ($0, block.origin.place) } }
    for rule in profile.narratives {
      guard let expression = rule.expressions[formNumber] else { continue }
      let table = evaluation.value(of: expression)
      for (text, place) in texts {
        for stated in rule.figures(in: text, folding: profile.folding) {
          let fact = Fact(
            value: CellValue(state: .number, number: stated), raw: stated.description, place: place, evidence: .label)
          checks.append(
            Check(
              rule: nil, severity: .note, id: rule.id, text: rule.text, scope: "",
              verdict: table.map { $0 == stated ? .holds : .fails } ?? .unknown, left: stated, relation: .equal,
              right: table, leftOperands: [Check.Operand(code: "", label: "stated in the text", fact: fact)],
              rightOperands: evaluation.operands(of: expression),
              doubt: table == nil ? "the table has no such number" : ""))
        }
      }
    }
    return checks
  }
}

extension NarrativeRule {
  /// The figures that a text states, each once, in order.
  fileprivate func figures(in text: String, folding: LabelFolding) -> [ExactDecimal] {
    var figures: [ExactDecimal] = []
    for sentence in text.split(whereSeparator: { "。；;\n".contains($0) }) {
      let key = folding.key(String(sentence))
      for match in sentences.flatMap({ $0.matches(in: key) }) {
        guard let count = match.count,
          let figure = ExactDecimal(LabelKey(scalars: Array(key.scalars[count])).description),
          !figures.contains(figure)
        else { continue }
        figures.append(figure)
      }
    }
    return figures
  }
}
