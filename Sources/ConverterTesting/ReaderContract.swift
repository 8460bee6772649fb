@_exported public import ConverterContracts
public import ConverterCore
public import Testing

/// Checks what every reader owes, as ``ReaderContract`` says, with sources that it reads.
///
/// A trap or a hang ends the test run; give the test a `.timeLimit`.
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
  let contract = ReaderContract(reader, damages: damages, seed: seed, within: bound)
  for violation in await contract.violations(reading: sources) {
    Issue.record("\(violation)", sourceLocation: sourceLocation)
  }
}
