/// Something a person should know about a reading that went through.
///
/// A finding's code is stable and meant for programs (`pdf.font.cmap-missing`); its message is one clear
/// sentence for people and may change. Every reader words its findings in one file named `Finding+….swift`,
/// so that a new format brings its own kinds and touches nothing here.
public struct Finding: Hashable, Sendable {
  /// How much it matters. Raw values are part of the JSON form.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Good to know; nothing is missing.
    case note
    /// Something may be missing or differently meant.
    case warning
    /// Something is missing.
    case error
  }

  public var severity: Severity

  /// A stable name: the format, the subject, the kind, separated by dots, in lower case.
  public var code: String

  /// One sentence on one line, without a full stop at its end.
  public var message: String

  /// Where it was noticed, if at a certain spot.
  public var place: Place?

  /// - Parameters:
  ///   - severity: how much it matters.
  ///   - code: a stable name.
  ///   - message: the sentence. It may quote what a file holds: control characters become `_`.
  ///   - place: where it was noticed.
  public init(_ severity: Severity, _ code: String, _ message: String, at place: Place? = nil) {
    self.severity = severity
    self.code = code
    self.message = message.mayHoldControls ? String(replacingControlsIn: message.unicodeScalars) : message
    self.place = place
  }
}
