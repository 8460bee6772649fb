/// Every bound on the reading of one source, in one value: the most that is granted, so that only more is refused.
///
/// What goes beyond a bound is a ``ReadingError`` with `limit`, or a document in part with a ``Finding``.
public struct Limits: Hashable, Sendable {
  /// Pages of one document.
  public var pages: Int

  /// Grid positions (rows × columns) of all tables of one document.
  public var cells: Int

  /// Nesting of elements, tables or containers.
  public var depth: Int

  /// Bytes that one source may unpack to.
  public var unpackedBytes: Int

  /// Unpacked bytes per packed byte, looked at above ``ratioFloor``.
  public var ratio: Int

  /// Unpacked bytes below which the ratio is not looked at.
  public var ratioFloor: Int

  /// Members of one container, those of archives inside it included.
  public var entries: Int

  /// Archives inside archives, the outermost counted.
  public var archiveDepth: Int

  /// Bytes that one archive may unpack to, all members of all archives inside it together.
  public var archiveBytes: Int

  public init(
    pages: Int = 100_000,
    cells: Int = 20_000_000,
    depth: Int = 256,
    unpackedBytes: Int = 2 << 30,
    ratio: Int = 100,
    ratioFloor: Int = 64 << 20,
    entries: Int = 100_000,
    archiveDepth: Int = 8,
    archiveBytes: Int = 64 << 30
  ) {
    self.pages = pages
    self.cells = cells
    self.depth = depth
    self.unpackedBytes = unpackedBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.entries = entries
    self.archiveDepth = archiveDepth
    self.archiveBytes = archiveBytes
  }

  /// The limits that hold where nobody asks for others.
  public static let standard = Limits()
}
