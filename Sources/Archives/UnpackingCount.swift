internal import ConverterCore

/// Counts what one archive, with all archives inside it, really unpacks to, whatever sizes it declares.
struct UnpackingCount {
  private let packed: Int
  private let limits: Limits
  private var total = 0

  /// - Parameter packed: the bytes of the outermost archive.
  init(packed: Int, within limits: Limits) {
    self.packed = max(1, packed)
    self.limits = limits
  }

  /// Takes note of bytes that were just unpacked.
  ///
  /// - Returns: the limit that the whole archive has met, after which nothing more of it may be unpacked.
  mutating func spend(_ count: Int) -> ReadingError? {
    let (sum, overflow) = total.addingReportingOverflow(count)
    total = overflow ? .max : sum
    if total > limits.archiveBytes {
      return ReadingError(.limit(name: "unpacked bytes of an archive", asked: total, granted: limits.archiveBytes))
    }
    let ratio = total / packed
    if total > limits.ratioFloor && ratio > limits.ratio {
      return ReadingError(.limit(name: "unpacking ratio", asked: ratio, granted: limits.ratio))
    }
    return nil
  }
}
