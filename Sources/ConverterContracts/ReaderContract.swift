public import ConverterCore

/// What every reader owes (see `Reader` of ConverterCore), checked with sources that it reads:
///
/// - the sources give documents, the same ones each time,
/// - every block and cell has a sensible origin, and texts hold no control characters,
/// - limits on cells and pages are kept: less comes out, or a `limit` is thrown,
/// - damaged variants of the sources (cut, changed, spliced, empty, random) end in a good document or a
///   `ReadingError`, each within the given time and the same way each time; not in a reader that has to be ended.
///
/// A trap or a hang of a reader in this process ends or stops the process. That nothing is printed is not seen from here.
public struct ReaderContract<Tested: Reader>: Sendable {
  private let reader: Tested
  private let damages: Int
  private let seed: UInt64
  private let bound: Duration

  /// - Parameters:
  ///   - reader: the reader under test.
  ///   - damages: how many damaged variants of each source are read.
  ///   - seed: determines the damage; stands in every violation.
  ///   - bound: the time that one reading may take.
  public init(_ reader: Tested, damages: Int = 150, seed: UInt64 = 1, within bound: Duration = .seconds(10)) {
    self.reader = reader
    self.damages = damages
    self.seed = seed
    self.bound = bound
  }

  /// Reads sources of the reader's formats, and damaged copies of them; small ones, each is read some hundred times.
  ///
  /// - Returns: what is wrong, each with the name of the source; empty for a good reader.
  public func violations(reading sources: [Source]) async -> [String] {
    guard !sources.isEmpty else { return ["the contract needs a source"] }
    var violations: [String] = []
    for source in sources { violations += await self.violations(reading: source) }
    return violations
  }
}

extension ReaderContract {
  private typealias Reading = Result<Document, ReadingError>

  private func violations(reading source: Source) async -> [String] {
    var (outcome, violations) = await check(source, source.name)
    switch outcome {
    case .success(let document): violations += await checkLimits(of: document, from: source)
    case .failure(let error):
      // What ended the reader has been told already, and would be told again for every damaged copy.
      return error.isFault ? violations : violations + ["\(source.name) is not read: \(error)"]
    }
    for damage in Damage.variants(of: source.bytes, count: damages, seed: seed) {
      let damaged = Source(name: source.name, bytes: damage.bytes, format: source.format)
      violations += await check(damaged, "\(source.name), seed \(seed), \(damage.name)").violations
    }
    return violations
  }

  /// Any bytes give a good document or a typed error, in time and always the same.
  private func check(_ source: Source, _ name: String) async -> (outcome: Reading, violations: [String]) {
    let start = ContinuousClock.now
    let outcome = await read(source, within: .standard)
    var violations: [String] = []
    if ContinuousClock.now - start >= bound { violations.append("\(name): reading takes longer than \(bound)") }
    if await read(source, within: .standard) != outcome {
      violations.append("\(name): the same bytes give another outcome the second time")
    }
    switch outcome {
    case .success(let document): violations += document.contractViolations.map { "\(name): \($0)" }
    case .failure(let error) where error.isFault: violations.append("\(name): \(error)")
    case .failure: break
    }
    return (outcome, violations)
  }

  /// One cell less than there are, and one page.
  private func checkLimits(of document: Document, from source: Source) async -> [String] {
    var violations: [String] = []
    let positions = document.positionCount
    if positions > 0,
      await !read(source, within: Limits(cells: positions - 1)).isLimited({ $0.positionCount < positions })
    {
      violations.append("\(source.name): the limit on cells is not kept")
    }
    if document.lastPage > 1, await !read(source, within: Limits(pages: 1)).isLimited({ $0.lastPage <= 1 }) {
      violations.append("\(source.name): the limit on pages is not kept")
    }
    return violations
  }

  private func read(_ source: Source, within limits: Limits) async -> Reading {
    do throws(ReadingError) {
      return .success(try await reader.read(source, within: limits))
    } catch {
      return .failure(error)
    }
  }
}

extension ReadingError {
  /// Whether a reader in another process had to be ended, or ended.
  fileprivate var isFault: Bool {
    switch reason {
    case .stopped, .crashed: true
    default: false
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
