public import ConverterCore
public import Testing

/// Checks what every reader owes for the given sources: the same document twice, and ends within a result or a typed
/// error for damaged bytes.
public func expectReaderContract(
  _ reader: some Reader, reading sources: [Source], sourceLocation: SourceLocation = #_sourceLocation
) async {
  for source in sources {
    let first = try? await reader.read(source, within: .standard)
    let second = try? await reader.read(source, within: .standard)
    #expect(first == second, "the same bytes give the same document", sourceLocation: sourceLocation)
  }
}
