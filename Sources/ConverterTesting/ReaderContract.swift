public import ConverterCore
public import Testing

/// Checks what every reader owes (see `Reader` of ConverterCore), with sources that it reads.
///
/// - the sources give documents, the same ones each time,
/// - every block and cell has a sensible origin, and texts hold no control characters,
/// - limits on cells and pages are kept: less comes out, or a `limit` is thrown,
/// - damaged variants of the sources (cut, changed, spliced, empty, random) end in a good document or a
///   `ReadingError`, each within the given time and the same way each time.
///
/// A trap or a hang ends the test run; give the test a `.timeLimit`. That nothing is printed is not seen from here, where
/// other tests print at the same time.
///
/// - Parameters:
///   - reader: the reader under test.
///   - sources: files of its formats; small ones, each is read some hundred times.
///   - damages: how many damaged variants of each source are read.
///   - seed: determines the damage; stands in every failure.
///   - bound: the time that one reading may take.
///   - sourceLocation: where a failure is shown.
public func expectReaderContract(
  _ reader: some Reader, reading sources: [Source], damages: Int = 150, seed: UInt64 = 1,
  within bound: Duration = .seconds(10), sourceLocation: SourceLocation = #_sourceLocation
) async {
  let contract = ReaderContract(reader: reader, bound: bound, sourceLocation: sourceLocation)
  #expect(!sources.isEmpty, "the contract needs a source", sourceLocation: sourceLocation)
  for source in sources {
    guard let document = await contract.expectDocument(from: source) else { continue }
    await contract.expectLimits(of: document, from: source)
    for damage in Damage.variants(of: source.bytes, count: damages, seed: seed) {
      let damaged = Source(name: source.name, bytes: damage.bytes, format: source.format)
      await contract.expectOutcome(of: damaged, "\(source.name), seed \(seed), \(damage.name)")
    }
  }
}

private struct ReaderContract<Tested: Reader> {
  let reader: Tested
  let bound: Duration
  let sourceLocation: SourceLocation

  /// A source that the reader is made for gives a document.
  func expectDocument(from source: Source) async -> Document? {
    switch await expectOutcome(of: source, source.name) {
    case .success(let document): return document
    case .failure(let error):
      Issue.record("\(source.name) is not read: \(error)", sourceLocation: sourceLocation)
      return nil
    }
  }

  /// Any bytes give a good document or a typed error, in time and always the same.
  @discardableResult
  func expectOutcome(of source: Source, _ name: String) async -> Result<Document, ReadingError> {
    let start = ContinuousClock.now
    let outcome = await read(source, within: .standard)
    let duration = ContinuousClock.now - start
    #expect(duration < bound, "\(name) takes too long", sourceLocation: sourceLocation)
    let again = await read(source, within: .standard)
    #expect(outcome == again, "\(name): the same bytes give the same outcome", sourceLocation: sourceLocation)
    if case .success(let document) = outcome {
      let violations = document.contractViolations
      #expect(violations.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
    return outcome
  }

  /// One cell less than there are, and one page.
  func expectLimits(of document: Document, from source: Source) async {
    let positions = document.positionCount
    if positions > 0 {
      let outcome = await read(source, within: Limits(cells: positions - 1))
      #expect(
        outcome.isLimited { $0.positionCount < positions }, "\(source.name): the limit on cells is kept",
        sourceLocation: sourceLocation)
    }
    if document.lastPage > 1 {
      let outcome = await read(source, within: Limits(pages: 1))
      #expect(
        outcome.isLimited { $0.lastPage <= 1 }, "\(source.name): the limit on pages is kept",
        sourceLocation: sourceLocation)
    }
  }

  private func read(_ source: Source, within limits: Limits) async -> Result<Document, ReadingError> {
    do {
      return .success(try await reader.read(source, within: limits))
    } catch {
      return .failure(error)
    }
  }
}

extension Document {
  /// The grid positions of all tables.
  fileprivate var positionCount: Int {
    tables.reduce(0) { $0 + $1.rowCount * $1.columnCount }
  }
}

extension Result<Document, ReadingError> {
  fileprivate func isLimited(_ isSmaller: (Document) -> Bool) -> Bool {
    switch self {
    case .success(let document): isSmaller(document)
    case .failure(let error): error.code == "limit"
    }
  }
}
