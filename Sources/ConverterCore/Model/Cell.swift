/// One cell of a ``Table``: a range of rows and columns with its content.
///
/// The common cell is cheap: it holds its text and one place directly. Only cells with inner structure
/// (nested tables, lists) fill ``blocks``.
public struct Cell: Hashable, Sendable {
  /// What a cell is to its table. Raw values are part of the JSON form.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A value.
    case data
    /// Names the columns below it.
    case columnHeader
    /// Names the row to its side.
    case rowHeader
    /// Stands where header rows and stub columns meet.
    case stubHead
  }

  private var firstRow: Int32
  private var endRow: Int32
  private var firstColumn: Int32
  private var endColumn: Int32

  public var kind: Kind

  /// The number before the text where the source keeps it apart, such as an automatic `1.`.
  public var label: String?

  /// The plain reading of the cell without nested tables; paragraphs and forced breaks are newlines.
  public var text: String

  /// The text as it stood in the source, where a normalization step changed it.
  public var original: String?

  /// The content block by block, where it is more than plain paragraphs; empty for the common cell.
  public var blocks: [Block]

  public var origin: Origin

  /// - Precondition: the ranges are not negative and each bound fits 31 bits; readers check numbers from files before.
  public init(
    rows: Range<Int>,
    columns: Range<Int>,
    kind: Kind = .data,
    label: String? = nil,
    text: String,
    original: String? = nil,
    blocks: [Block] = [],
    origin: Origin
  ) {
    self.firstRow = Int32(rows.lowerBound)
    self.endRow = Int32(rows.upperBound)
    self.firstColumn = Int32(columns.lowerBound)
    self.endColumn = Int32(columns.upperBound)
    self.kind = kind
    self.label = label
    self.text = text
    self.original = original
    self.blocks = blocks
    self.origin = origin
  }
}

extension Cell {
  /// The rows that the cell covers, counted from 0.
  public var rows: Range<Int> {
    get { Int(firstRow)..<Int(endRow) }
    set {
      firstRow = Int32(newValue.lowerBound)
      endRow = Int32(newValue.upperBound)
    }
  }

  /// The columns that the cell covers, counted from 0.
  public var columns: Range<Int> {
    get { Int(firstColumn)..<Int(endColumn) }
    set {
      firstColumn = Int32(newValue.lowerBound)
      endColumn = Int32(newValue.upperBound)
    }
  }

  /// Sets the kind that follows from the cell's place in a table with so many header rows and stub columns.
  package mutating func setKind(headerRows: Int, stubColumns: Int) {
    kind =
      switch (rows.lowerBound < headerRows, columns.lowerBound < stubColumns) {
      case (true, true): .stubHead
      case (true, false): .columnHeader
      case (false, true): .rowHeader
      case (false, false): .data
      }
  }

  /// Label and text joined, as a person reads them.
  public var displayText: String {
    guard let label else { return text }
    return TextJoining.label(label, text)
  }
}
