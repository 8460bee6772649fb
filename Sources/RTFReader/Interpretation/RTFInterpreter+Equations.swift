internal import ConverterCore

/// Equations in the three forms that Word writes: Office Math, fields `EQ`, objects of the old editor.
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

  /// Ends the instruction of a field: one that builds an equation has no result but itself.
  mutating func endFieldCode() {
    let text = EquationField.text(instruction.take())
    if let text, isShown, state.destination == .body { show(text) }
  }

  /// Ends the name of the program that made an object.
  mutating func endObjectClass() {
    if instruction.take().hasPrefix("Equation.") { omissions.equationObjects += 1 }
  }
}
