/// What is wrong with a JSON file that people write, and where in it.
package struct JSONNodeError: Error, Hashable, Sendable {
  /// The way from the top of the file, such as `forms[0].tables[2].rows[1].label`; empty for the file as a whole.
  package let path: String

  /// One sentence without a full stop at its end.
  package let problem: String

  package init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }
}

extension JSONNodeError: CustomStringConvertible {
  package var description: String {
    path.isEmpty ? problem : "\(path): \(problem)"
  }
}
