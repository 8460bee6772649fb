internal import ConverterCore

/// Equations in the three forms that Word writes (Office Math, fields `EQ`, objects of the old editor), and other fields that are drawn
/// from their instruction.
extension RTFInterpreter {
  /// Begins an equation; the group is its outermost.
  mutating func beginEquation() {
    guard state.destination == .body, !outer.isEmpty else { return }
    state.destination = .equation
    equation = MathCollector()
    equation.openGroup()
  }

  /// Ends a group of an equation; the whole equation is shown in its place.
  mutating func endEquationGroup(isWhole: Bool) {
    let text = equation.closeGroup()
    if isWhole, isShown { show(text) }
  }

  /// What a field shows that has no result; the instruction of a field comes before its result.
  struct DrawnField: Sendable {
    var text: String

    /// How many groups were open in the field.
    var groupCount: Int

    /// How much text of the paragraph stood before the result.
    var textSize: Int
  }

  /// Ends the instruction of a field: some kinds are drawn from it.
  mutating func endFieldCode() {
    let text = FieldCode.shown(instruction.take())
    guard !text.isEmpty, isShown, state.destination == .body else { return }
    drawnFields.append(
      DrawnField(text: text, groupCount: outer.count, textSize: flows[flows.count - 1].text.size))
  }

  /// Ends a field: without a result it shows what is drawn from its instruction.
  mutating func endDrawnField(_ field: DrawnField) {
    drawnFields.removeLast()
    if flows[flows.count - 1].text.size == field.textSize { show(field.text) }
  }

  /// Ends the name of the program that made an object.
  mutating func endObjectClass() {
    if instruction.take().hasPrefix("Equation.") { omissions.equationObjects += 1 }
  }
}
