/// A document whose blocks come piece by piece, so that a long one never stands in memory whole.
///
/// What the document is stands at once: the first piece is read before there is a stream, so that most failures come before anything
/// is written. Findings are complete behind the last piece.
public struct DocumentStream {
  /// Where the document came from.
  public var source: SourceDescription

  /// What the document says about itself as a whole.
  public var metadata: Metadata

  /// What was noticed up to the last piece that was taken.
  public var findings: [Finding]

  /// Why there are no more blocks, where reading failed in the middle.
  public private(set) var failure: ReadingError?

  /// Applied in place to the blocks of each piece before they are given; by default nothing.
  public var change: (inout [Block]) -> Void = { _ in }

  private var next: [Block]?
  private let read: () throws(ReadingError) -> Document?

  /// - Parameters:
  ///   - first: the first piece, with source and metadata of the whole document.
  ///   - read: gives the pieces behind it in order, of which blocks and findings count, and `nil` behind the last.
  public init(_ first: consuming Document, read: @escaping () throws(ReadingError) -> Document?) {
    source = first.source
    metadata = first.metadata
    findings = first.findings
    next = first.blocks
    self.read = read
  }

  /// A document that stands in memory, in one piece.
  public init(_ document: consuming Document) {
    self.init(document, read: { () throws(ReadingError) -> Document? in nil })
  }
}

extension DocumentStream {
  /// The blocks of the next piece in reading order, or `nil` behind the last and where reading fails.
  public mutating func nextBlocks() -> [Block]? {
    guard var blocks = next.take() ?? readBlocks() else { return nil }
    change(&blocks)
    return blocks
  }

  private mutating func readBlocks() -> [Block]? {
    guard failure == nil else { return nil }
    do throws(ReadingError) {
      guard let piece = try read() else { return nil }
      findings += piece.findings
      return piece.blocks
    } catch {
      failure = error
      return nil
    }
  }

  /// All pieces as one document.
  ///
  /// - Throws: ``ReadingError`` where reading fails, or the pieces together have more cells than the limits grant.
  public consuming func collected(within limits: Limits) throws(ReadingError) -> Document {
    var blocks = nextBlocks() ?? []
    var cells = blocks.cellCount
    while let more = nextBlocks() {
      cells += more.cellCount
      guard cells <= limits.cells else {
        throw ReadingError(.limit(name: "cells", asked: cells, granted: limits.cells))
      }
      blocks += more
    }
    if let failure { throw failure }
    return Document(source: source, metadata: metadata, blocks: blocks, findings: findings)
  }
}

extension [Block] {
  /// The grid positions of all tables that do not stand inside others.
  fileprivate var cellCount: Int {
    reduce(0) { count, block in
      guard case .table(let table) = block else { return count }
      return count + table.rowCount * table.columnCount
    }
  }
}
