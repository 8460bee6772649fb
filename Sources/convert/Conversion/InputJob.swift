/// An input that workers are to read, or to read on.
struct InputJob: Sendable {
  /// The position of the input.
  var index: Int

  /// Members of an archive before this position are done.
  var start = 0

  /// Entries of an archive that are not to be opened again.
  var lost: [LostEntry] = []

  /// How often something outside has ended the reading of the source that is next.
  var kills = 0

  /// What the input was when its reading began.
  var identity: FileIdentity?
}

extension InputJob {
  /// Goes on behind a member.
  mutating func pass(_ member: Member) {
    start = member.position + 1
    kills = 0
  }
}
