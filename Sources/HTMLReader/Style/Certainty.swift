/// Whether something holds, where that cannot always be told; a rule that may hold is obeyed only where it shows what another one hides.
enum Certainty: Comparable, Sendable {
  case no, maybe, yes

  init(_ holds: Bool) { self = holds ? .yes : .no }
}
