internal import ConverterCore

/// Which inputs have the same content (SHA-256) as an earlier one.
///
/// Only inputs whose size occurs twice are read for it.
struct KnownContents {
  private var nameOfDigest: [String: String] = [:]
  private let repeatedSizes: Set<Int>

  init(_ inputs: [Input]) {
    var seen: Set<Int> = []
    var repeated: Set<Int> = []
    for input in inputs {
      guard let size = FileIdentity(at: input.path)?.size else { continue }
      if !seen.insert(size).inserted { repeated.insert(size) }
    }
    repeatedSizes = repeated
  }

  /// The name of the first input with the same content, if it is another, and the digest of the content.
  mutating func earlier(than input: Input) -> (name: String, digest: String)? {
    guard let size = FileIdentity(at: input.path)?.size, repeatedSizes.contains(size),
      let bytes = try? InputFile.bytes(of: input.path)
    else { return nil }
    let digest = ContentDigest.sha256(bytes)
    guard let first = nameOfDigest[digest] else {
      nameOfDigest[digest] = input.name
      return nil
    }
    return (first, digest)
  }
}

extension Outcome.Failure {
  /// Nothing is wrong: another source is converted instead.
  static func sameContent(as other: String) -> Outcome.Failure {
    Outcome.Failure(code: "same-content", sentence: "has the same content as \(other), which is read for both")
  }
}
