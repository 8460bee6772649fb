internal import ConverterCore

/// An aligned block whose headers stand over groups of equally many columns:
///
///     Region      2031           2032         one piece over two columns,
///               in    out      in    out      centred or at the left
///     North     12      9      14     11
///
/// The rows below show the columns; the headers alone would make gutters of their own.
struct SpannedColumns {
  /// The headers, each with the columns it stands over.
  private(set) var headers: [[AlignedCell]] = []
  /// The rows below the headers.
  let body: ArraySlice<AlignedRow>
  /// The columns of the table in columns of the page.
  let columns: [Range<Int>]

  /// More rows of headers are none.
  private static let mostHeaders = 5

  /// - Returns: `nil` where no header stands over a group of columns.
  init?(_ text: TextLines, _ rows: [AlignedRow]) {
    let counts = rows.reduce(into: [:]) { counts, row in counts[row.segments.count, default: 0] += 1 }
    guard let (width, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), width > 2, count > 1,
      let first = rows.firstIndex(where: { $0.segments.count == width }),
      (1...SpannedColumns.mostHeaders).contains(first),
      let columns = Gutters.columns(rows.filter { $0.segments.count == width }), columns.count == width
    else { return nil }
    self.columns = columns
    body = rows[first...]
    var hasSpans = false
    for row in rows[..<first] {
      guard let spans = placed(row.segments.map(\.columns)) else { return nil }
      let cells = zip(spans, row.segments).map { columns, segment in
        AlignedCell(columns: columns, text: text.string(segment.bytes, of: row.line), lines: row.line...row.line)
      }
      hasSpans = hasSpans || spans.contains { $0.count > 1 } && spans.count > 1
      headers.append(cells)
    }
    guard hasSpans else { return nil }
    joinLoneStubs()
  }

  /// The columns that the pieces of a header line stand over: all, all but the stub, the stub alone, or groups of equally many
  /// beside it; one piece over everything is a title.
  private func placed(_ pieces: [Range<Int>]) -> [Range<Int>]? {
    let width = columns.count
    if pieces.count == width - 1, pieces.allSatisfy({ $0.upperBound > columns[0].upperBound }) {
      return (1..<width).map { $0..<($0 + 1) }
    }
    let hasStub = pieces.first.map { $0.lowerBound < columns[0].upperBound } ?? false
    let groups = pieces.dropFirst(hasStub ? 1 : 0)
    let stub = hasStub ? [0..<1] : []
    if groups.isEmpty { return pieces.first.map { $0.upperBound > columns[1].lowerBound } == true ? [0..<width] : stub }
    guard groups.count > 1, (width - 1) % groups.count == 0 else { return nil }
    let size = (width - 1) / groups.count
    let spans = groups.indices.map { 1 + ($0 - groups.startIndex) * size }.map { $0..<($0 + size) }
    let fit = zip(groups, spans).allSatisfy { piece, span in
      let center = (piece.lowerBound + piece.upperBound) / 2
      return (columns[span.lowerBound].lowerBound..<columns[span.upperBound - 1].upperBound).contains(center)
    }
    return fit ? stub + spans : nil
  }

  /// The name of the stub between two lines of headers belongs to the line below it, or above it.
  private mutating func joinLoneStubs() {
    var index = 0
    while index < headers.count {
      if headers[index].count == 1, headers[index][0].columns == 0..<1 {
        let other = index + 1 < headers.count ? index + 1 : index - 1
        if headers.indices.contains(other), headers[other].first?.columns.lowerBound ?? 0 > 0 {
          headers[other].insert(headers[index][0], at: 0)
          headers.remove(at: index)
          continue
        }
      }
      index += 1
    }
  }
}
