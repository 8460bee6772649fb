/// One cell of a ``Table``: a range of rows and columns with its content.
///
/// The common cell is cheap: it holds its text and one place directly. What few cells have stands aside in one object: a
/// label, the original of a changed text, blocks of inner structure (nested tables, lists), further places.
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

  // In the order of their alignment: documents have millions of cells.

  private var firstRow: Int32
  private var endRow: Int32
  private var firstColumn: Int32
  private var endColumn: Int32

  /// The plain reading of the cell without nested tables; paragraphs and forced breaks are newlines.
  public var text: String

  /// One element, or none where it would be empty, so that equal cells have equal storage.
  private var rare: [RareParts]

  /// The first place of ``origin``, at hand without the others.
  package private(set) var place: Place

  /// The evidence of ``origin``, at hand without its places.
  package var evidence: Evidence

  /// What the cell is to its table; ``Table/settingHeaders(rows:stubColumns:evidence:)`` sets it by the cell's place.
  public var kind: Kind

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
    self.text = text
    self.place = origin.place
    self.evidence = origin.evidence
    let isCommon = label == nil && original == nil && blocks.isEmpty && origin.continuations.isEmpty
    rare =
      isCommon
      ? [] : [RareParts(label: label, original: original, blocks: blocks, continuations: origin.continuations)]
  }
}

/// The parts of a cell that few cells have.
private struct RareParts: Hashable, Sendable {
  var label: String?
  var original: String?
  var blocks: [Block] = []
  var continuations: [Place] = []

  var isEmpty: Bool { label == nil && original == nil && blocks.isEmpty && continuations.isEmpty }
}

extension Cell {
  /// The number before the text where the source keeps it apart, such as an automatic `1.`.
  public var label: String? {
    get { rare.first?.label }
    set { setRareParts(newValue != nil) { $0.label = newValue } }
  }

  /// The text as it stood in the source, where a normalization step changed it.
  public var original: String? {
    get { rare.first?.original }
    set { setRareParts(newValue != nil) { $0.original = newValue } }
  }

  /// The content block by block, where it is more than plain paragraphs; empty for the common cell.
  public var blocks: [Block] {
    get { rare.first?.blocks ?? [] }
    set { setRareParts(!newValue.isEmpty) { $0.blocks = newValue } }
  }

  public var origin: Origin {
    get { Origin(place, evidence, continuations: rare.first?.continuations ?? []) }
    set {
      place = newValue.place
      evidence = newValue.evidence
      setRareParts(!newValue.continuations.isEmpty) { $0.continuations = newValue.continuations }
    }
  }

  /// Adds a place behind the others of ``origin``, in place: a header that is repeated on each page has as many as there are pages.
  package mutating func continues(at place: Place) {
    setRareParts(true) { $0.continuations.append(place) }
  }

  /// Whether the cell has no label, no original, no blocks and one place, as nearly all cells.
  var hasOnlyText: Bool { rare.isEmpty }

  /// - Parameter needed: whether the change fills a part, so that the common cell, which has none, stays without.
  private mutating func setRareParts(_ needed: Bool, _ change: (inout RareParts) -> Void) {
    if rare.isEmpty {
      guard needed else { return }
      rare.append(RareParts())
    }
    change(&rare[0])
    if rare[0].isEmpty { rare = [] }
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
