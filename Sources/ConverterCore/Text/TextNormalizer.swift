/// Cleans the texts of a document, step by named step; the text as it stood stays in the `original` of what changed.
///
/// The standard steps change nothing that a person sees on the page. The others are for texts that a program compares.
public struct TextNormalizer: Sendable {
  /// One kind of cleaning. Raw values are names on the command line; the order of the cases is the order of work.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    /// Control characters and directional embeddings go; every kind of line end becomes a newline.
    case controls
    /// What extraction tools leave in texts goes: `[bookmark: _GoBack]`, places of embedded objects (U+FFFC).
    case artefacts
    /// Unicode Normalization Form C.
    case unicode
    /// Lines of a text are joined: without a space where either side is CJK, with one between Latin words.
    case lines
    /// Spaces of every kind and tabs become single plain spaces, invisible ones go, as do spaces at both ends of lines.
    case spaces
    /// Full-width digits become ASCII, and with them the letters and signs that form numbers with them: `１，２３４％`, `Ａ４`.
    case widths
  }

  public let steps: Set<Step>

  public init(steps: Set<Step> = standardSteps) {
    self.steps = steps
  }

  /// The steps that change no visible character.
  public static let standardSteps: Set<Step> = [.controls, .artefacts, .unicode, .spaces]

  /// A text after all steps.
  public func normalized(_ text: String) -> String {
    if text.isPlain { return text }
    return Step.allCases.reduce(text) { text, step in
      steps.contains(step) ? step.applied(to: text) : text
    }
  }
}

extension TextNormalizer.Step {
  func applied(to text: String) -> String {
    switch self {
    case .controls: TextCleaning.withoutControls(text)
    case .artefacts: TextCleaning.withoutArtefacts(text)
    case .unicode: text.canonicallyComposed
    case .lines: TextJoining.oneLine(text)
    case .spaces: TextCleaning.withPlainSpaces(text)
    case .widths: FullWidthNumbers.folded(text)
    }
  }
}

extension String {
  /// Whether no step can change the text: printable ASCII without brackets, single spaces between words, and U+4000–9FFF.
  /// Most texts are so, and this look at their bytes is all they cost.
  fileprivate var isPlain: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: " "): if previous == byte { return false }
      case 0..<0x20, UInt8(ascii: "["), 0x7F, 0xC0...0xE3, 0xEA...0xFF: return false
      default: break
      }
      previous = byte
    }
    return previous != UInt8(ascii: " ") || isEmpty
  }
}
