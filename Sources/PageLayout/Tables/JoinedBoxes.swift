internal import ConverterCore

/// Boxes that lines join: flow charts, the offices of an organization.
///
///     ┌─────────┐
///     │ Request │         Each box has four lines of its own, while the lines of a table run along several cells.
///     └────┬────┘
///     ┌────┴────┐   no
///     │ Whole?  ├───────
///     └─────────┘
extension TableCandidate {
  /// Whether most lines of a grid are the sides of boxes of their own, of which there are several.
  func isOfJoinedBoxes(tolerances: Tolerances) -> Bool {
    guard level.count + upright.count <= tolerances.lookalikes.mostBoxLines else { return false }
    func isFrom(_ rule: Ruling, _ start: Double, to end: Double) -> Bool {
      abs(rule.start - start) <= tolerances.ruleTouch && abs(rule.end - end) <= tolerances.ruleTouch
    }
    func hasSide(_ y: Double, from left: Ruling, to right: Ruling) -> Bool {
      level.contains { abs($0.position - y) <= tolerances.ruleTouch && isFrom($0, left.position, to: right.position) }
    }
    let boxes = upright.indices.count { index in
      let left = upright[index]
      guard
        let right = upright[(index + 1)...].first(where: {
          $0.position - left.position > tolerances.ruleTouch && isFrom($0, left.start, to: left.end)
        })
      else { return false }
      return hasSide(left.start, from: left, to: right) && hasSide(left.end, from: left, to: right)
    }
    let sides = 4 * boxes
    return boxes > 1 && sides.isMost(of: level.count + upright.count)
  }
}
