internal import ConverterCore

/// Counts the bytes that the members of one archive really unpack to; declared sizes are never looked at.
final class UnpackingBudget {
  private let limits: Limits
  private var total = 0

  init(_ limits: Limits) {
    self.limits = limits
  }

  /// Takes note of bytes that were just unpacked.
  ///
  /// - Parameters:
  ///   - count: how many bytes were unpacked.
  ///   - soFar: how many of the same member were unpacked, these included.
  ///   - packed: how many bytes the member takes in the archive.
  /// - Throws: ``ReadingError`` with `limit`: `unpacked bytes` for all members together, `unpacking ratio` for one.
  func spend(_ count: Int, of soFar: Int, packed: Int) throws(ReadingError) {
    total += count
    guard total <= limits.unpackedBytes else {
      throw ReadingError(.limit(name: "unpacked bytes", asked: total, granted: limits.unpackedBytes))
    }
    guard soFar > limits.ratioFloor else { return }
    let ratio = soFar / max(1, packed)
    guard ratio <= limits.ratio else {
      throw ReadingError(.limit(name: "unpacking ratio", asked: ratio, granted: limits.ratio))
    }
  }
}
