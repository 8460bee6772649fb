/// What is wrong with a profile, and where in its file.
package struct ProfileError: Error, Hashable, Sendable {
  /// The way from the top of the file, such as `forms[0].tables[2].rows[1].label`; empty for the file as a whole.
  package let path: String

  /// One sentence without a full stop at its end.
  package let problem: String
}

extension ProfileError: CustomStringConvertible {
  package var description: String {
    path.isEmpty ? problem : "\(path): \(problem)"
  }
}
