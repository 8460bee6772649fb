/// Why a source gave no document: a fact with its place. Words are put to it in one place, ``description``.
public struct ReadingError: Error, Hashable, Sendable {
  /// The fact.
  public enum Reason: Hashable, Sendable {
    /// There is no file of that name.
    case notFound
    /// The system refuses to read; its words are the detail.
    case unreadable(detail: String)
    /// There are no bytes.
    case empty
    /// No signature matches; `seen` says what the bytes look like.
    case unknownFormat(seen: String)
    /// A format was asked for that no reader reads.
    case noReader(format: String)
    /// The bytes are not what their format demands; the detail says in which way.
    case damaged(format: String, detail: String)
    /// The content is encrypted and no password was given.
    case passwordNeeded(format: String)
    /// The content is encrypted and the password does not open it.
    case passwordWrong(format: String)
    /// The content is encrypted in a way that cannot be opened here.
    case encrypted(format: String)
    /// A known format, or part of one, that is not read.
    case unsupported(detail: String)
    /// It must not be read: it would lead elsewhere, as a link or a path out of an archive does.
    case refused(detail: String)
    /// A bound of ``Limits`` was met.
    case limit(name: String, asked: Int, granted: Int)
  }

  public var reason: Reason

  /// Where, if at a certain spot of the source.
  public var place: Place?

  public init(_ reason: Reason, at place: Place? = nil) {
    self.reason = reason
    self.place = place
  }
}

extension ReadingError {
  /// The stable name of the reason, for programs.
  public var code: String {
    switch reason {
    case .notFound: "not-found"
    case .unreadable: "unreadable"
    case .empty: "empty"
    case .unknownFormat: "unknown-format"
    case .noReader: "no-reader"
    case .damaged: "damaged"
    case .passwordNeeded: "password-needed"
    case .passwordWrong: "password-wrong"
    case .encrypted: "encrypted"
    case .unsupported: "unsupported"
    case .refused: "refused"
    case .limit: "limit"
    }
  }
}

extension ReadingError: CustomStringConvertible {
  /// One sentence for people, without a full stop at its end.
  public var description: String {
    guard let place else { return sentence }
    return "\(sentence) (\(place))"
  }

  private var sentence: String {
    switch reason {
    case .notFound: "there is no such file"
    case .unreadable(let detail): "cannot be read: \(detail)"
    case .empty: "the file is empty"
    case .unknownFormat(let seen): "the format is not known: \(seen)"
    case .noReader(let format): "there is no reader for the format “\(format)”; see ‘convert formats’"
    case .damaged(let format, let detail): "not a readable \(format) file: \(detail)"
    case .passwordNeeded(let format): "the \(format) file is encrypted; give its password with --password"
    case .passwordWrong(let format): "the \(format) file is encrypted and the password does not open it"
    case .encrypted(let format): "the \(format) file is encrypted"
    case .unsupported(let detail): "\(detail) cannot be read"
    case .refused(let detail): "is refused: \(detail)"
    case .limit(let name, let asked, let granted):
      "the limit on \(name) was met: \(asked) asked for, \(granted) granted"
    }
  }
}

extension Place: CustomStringConvertible {
  /// The place as a person would say it: `page 3`, `lines 12–14`, an element path, `byte 4096`.
  public var description: String {
    switch self {
    case .page(let number, let box?) where box.isWithin(1e9):
      "page \(number) at \(Int(box.x0.rounded())),\(Int(box.y0.rounded()))"
    case .page(let number, _): "page \(number)"
    case .lines(let lines) where lines.count == 1: "line \(lines.lowerBound)"
    case .lines(let lines): "lines \(lines.lowerBound)–\(lines.upperBound)"
    case .element(let path): path.description
    case .byte(let offset): "byte \(offset)"
    }
  }
}
