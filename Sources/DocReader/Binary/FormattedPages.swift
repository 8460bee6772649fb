internal import Bytes
internal import Containers

/// Which bytes of text have which properties: the runs on pages of 512 bytes in the stream `WordDocument`
/// ([MS-DOC] 2.9.33 ChpxFkp, 2.9.174 PapxFkp).
///
/// The runs of a page share lists of changes, which stand at its end; each list is carried out once, whatever the number of
/// its runs.
struct FormattedPages<Properties: Sendable>: Sendable {
  /// One run of text.
  private struct Run {
    /// Offsets of text in the stream.
    let start: Int
    let end: Int

    /// The index of what its list makes of it.
    let properties: Int
  }

  /// In order of their starts.
  private let runs: [Run]

  /// What the lists of changes make, in the order in which runs first refer to them.
  private let properties: [Properties]

  /// - Parameters:
  ///   - structure: the table of the pages.
  ///   - entrySize: bytes of a run's entry after the offsets of its page.
  ///   - list: finds a run's list of changes from the offsets of its page and of the list in it.
  ///   - resolve: carries out a list, which is given as offsets in the stream; those of a run without a list are empty. The other bytes
  ///     are those of the stream `Data`.
  fileprivate init(
    _ binary: WordBinary, _ structure: FileInformation.Structure, entrySize: Int,
    list: (_ stream: Span<UInt8>, _ offset: Int) -> (start: Int, size: Int)?,
    resolve: (_ list: Range<Int>, _ stream: Span<UInt8>, _ data: Span<UInt8>) -> Properties
  ) {
    let (main, data) = (binary.main, binary.data)
    let stream = main.span
    let pages = binary.positions(of: structure, dataSize: 4)
    var isRead = [Bool](repeating: false, count: stream.count / 512)
    var runs: [Run] = []
    var properties: [Properties] = []
    // Lists begin at even offsets: for each half of an offset in the page the index of what the list there makes.
    var resolved = [Int?](repeating: nil, count: 256)
    for index in 0..<pages.count {
      guard let number = binary.table.unsigned32(at: pages.dataOffset(index)).map({ $0 & 0x3F_FFFF }),
        isRead.indices.contains(number), !isRead[number]
      else { continue }
      isRead[number] = true
      let page = number * 512
      let count = Int(stream[page + 511])
      for half in resolved.indices { resolved[half] = nil }
      for run in 0..<count {
        let entry = page + (count + 1) * 4 + run * entrySize
        guard entry + entrySize <= page + 511, let start = stream.unsigned32(at: page + run * 4),
          let end = stream.unsigned32(at: page + run * 4 + 4), start < end
        else { break }
        let half = Int(stream[entry])
        if resolved[half] == nil {
          let found = half > 0 ? list(stream, page + half * 2) : nil
          let first = min(found?.start ?? page, page + 511)
          resolved[half] = properties.count
          properties.append(resolve(first..<min(first + (found?.size ?? 0), page + 511), stream, data.span))
        }
        runs.append(Run(start: start, end: end, properties: resolved[half] ?? 0))
      }
    }
    if !zip(runs, runs.dropFirst()).allSatisfy({ $0.start <= $1.start }) { runs.sort { $0.start < $1.start } }
    self.runs = runs
    self.properties = properties
  }

  /// The run that holds an offset of the stream, searched first near the run found before, whose index the hint keeps; `nil` where
  /// none does.
  private func run(at offset: Int, hint: inout Int) -> Run? {
    if runs.indices.contains(hint), runs[hint].start <= offset {
      if offset < runs[hint].end { return runs[hint] }
      if runs.indices.contains(hint + 1), runs[hint + 1].start <= offset, offset < runs[hint + 1].end {
        hint += 1
        return runs[hint]
      }
    }
    var lower = 0
    var upper = runs.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if runs[middle].start <= offset { lower = middle + 1 } else { upper = middle }
    }
    hint = max(0, lower - 1)
    guard runs.indices.contains(hint), runs[hint].start <= offset, offset < runs[hint].end else { return nil }
    return runs[hint]
  }

  /// The properties at an offset of the stream, and the offset up to which they hold; no properties where no run holds the offset.
  ///
  /// - Parameters:
  ///   - offset: bytes from the start of the stream.
  ///   - hint: the index of a run nearby; updated.
  func properties(at offset: Int, hint: inout Int) -> (properties: Properties?, end: Int) {
    if let run = run(at: offset, hint: &hint) { return (properties[run.properties], run.end) }
    var next = hint
    while runs.indices.contains(next), runs[next].start <= offset { next += 1 }
    return (nil, runs.indices.contains(next) ? runs[next].start : .max)
  }
}

extension FormattedPages<CharacterProperties> {
  /// Reads the pages for characters.
  init(characters binary: WordBinary) {
    self.init(binary, .characterPages, entrySize: 1) { stream, offset in
      stream.byte(at: offset).map { (offset + 1, $0) }
    } resolve: { list, stream, _ in
      var properties = CharacterProperties()
      properties.apply(Modifiers(list), of: stream)
      return properties
    }
  }
}

extension FormattedPages<ListedParagraph> {
  /// Reads the pages for paragraphs.
  init(paragraphs binary: WordBinary, _ styles: StyleSheet) {
    self.init(binary, .paragraphPages, entrySize: 13) { stream, offset in
      guard let size = stream.byte(at: offset) else { return nil }
      // [MS-DOC] 2.9.175 PapxInFkp: an odd size in one byte, or a zero and then half of an even size.
      if size > 0 { return (offset + 1, size * 2 - 1) }
      return stream.byte(at: offset + 1).map { (offset + 2, $0 * 2) }
    } resolve: { list, stream, data in
      ListedParagraph(stream, data, list, styles)
    }
  }
}
