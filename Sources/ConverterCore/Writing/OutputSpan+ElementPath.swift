extension ElementPath {
  /// How many bytes the steps of a row and a cell have at most: two names and two numbers of 32 bits.
  static let stepsLength = 40
}

extension OutputSpan<UInt8> {
  /// Appends the steps `/tr[5]/tc[1]` of a path that has them, at most ``ElementPath/stepsLength`` bytes: numbers, in place of a
  /// `String` for each cell.
  @inline(__always)
  mutating func appendSteps(of path: ElementPath) {
    guard path.row > 0 else { return }
    append("/tr[")
    append(Int(path.row))
    if path.cell > 0 {
      append("]/tc[")
      append(Int(path.cell))
    }
    append("]")
  }
}
