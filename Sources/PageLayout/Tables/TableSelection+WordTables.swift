internal import ConverterCore

extension TableSelection {
  /// The tables of words among the lines outside of those chosen already.
  static func wordTables(
    in free: [TextLine], rules: DrawnRules, around chosen: [TableCandidate], text: PageText, tolerances: Tolerances
  ) -> [JudgedCandidate] {
    WordTable.tables(in: free, rules: rules, text: text, tolerances: tolerances).compactMap { table in
      let box = table.lines.dropFirst().reduce(table.lines[0].box) { $0.union($1.box) }
      let reach = RunReach.box(around: table.lines, box: box, rules: rules, text: text, tolerances: tolerances)
      guard !chosen.contains(where: { $0.box.intersection(box) != nil }),
        let candidate = AlignedGrid.candidate(
          table.lines, rules: table.rules(with: rules.within(reach)), text: text, tolerances: tolerances)
      else { return nil }
      let reason = TableCriteria.objection(to: candidate, text: text, tolerances: tolerances)
      return JudgedCandidate(candidate: candidate, isChosen: reason == nil, reason: reason ?? "words")
    }
  }
}
