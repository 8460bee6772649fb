internal import Containers

/// Which bytes of text have which properties: the runs on pages of 512 bytes in the stream `WordDocument`
/// ([MS-DOC] 2.9.33 ChpxFkp, 2.9.174 PapxFkp).
struct FormattedPages: Sendable {
  /// One run of text and the bytes of its list of properties.
  struct Run: Hashable, Sendable {
    /// Offsets of text in the stream.
    let start: Int
    let end: Int

    /// Offsets of the properties in the stream; empty where there are none but the defaults.
    let properties: Range<Int>
  }

  /// In order of their starts.
  private let runs: [Run]

  /// Reads the pages for characters.
  static func characters(_ binary: WordBinary) -> FormattedPages {
    FormattedPages(binary, .characterPages, entrySize: 1) { stream, page, entry in
      guard let half = stream.byte(at: entry), half > 0, let size = stream.byte(at: page + half * 2) else { return nil }
      return (page + half * 2 + 1, size)
    }
  }

  /// Reads the pages for paragraphs. The properties begin with the index of the paragraph's style (2 bytes).
  static func paragraphs(_ binary: WordBinary) -> FormattedPages {
    FormattedPages(binary, .paragraphPages, entrySize: 13) { stream, page, entry in
      guard let half = stream.byte(at: entry), half > 0, let size = stream.byte(at: page + half * 2) else { return nil }
      // [MS-DOC] 2.9.175 PapxInFkp: an odd size in one byte, or a zero and then half of an even size.
      if size > 0 { return (page + half * 2 + 1, size * 2 - 1) }
      return stream.byte(at: page + half * 2 + 1).map { (page + half * 2 + 2, $0 * 2) }
    }
  }

  /// - Parameters:
  ///   - entrySize: bytes of a run's entry after the offsets of its page.
  ///   - properties: finds start and size of a run's properties from the offsets of page and entry.
  private init(
    _ binary: WordBinary, _ structure: FileInformation.Structure, entrySize: Int,
    properties: (_ stream: [UInt8], _ page: Int, _ entry: Int) -> (start: Int, size: Int)?
  ) {
    let stream = binary.main
    let pages = binary.positions(of: structure, dataSize: 4)
    var isRead = [Bool](repeating: false, count: stream.count / 512)
    var runs: [Run] = []
    for index in 0..<pages.count {
      guard let number = binary.table.unsigned32(at: pages.dataOffset(index)).map({ $0 & 0x3F_FFFF }),
        isRead.indices.contains(number), !isRead[number]
      else { continue }
      isRead[number] = true
      let page = number * 512
      let count = Int(stream[page + 511])
      for run in 0..<count {
        let entry = page + (count + 1) * 4 + run * entrySize
        guard entry + entrySize <= page + 511, let start = stream.unsigned32(at: page + run * 4),
          let end = stream.unsigned32(at: page + run * 4 + 4), start < end
        else { break }
        let list = properties(stream, page, entry)
        let first = min(list?.start ?? page, page + 511)
        runs.append(Run(start: start, end: end, properties: first..<min(first + (list?.size ?? 0), page + 511)))
      }
    }
    if !zip(runs, runs.dropFirst()).allSatisfy({ $0.start <= $1.start }) { runs.sort { $0.start < $1.start } }
    self.runs = runs
  }

  /// The run that holds an offset of the stream, searched first near the run found before.
  ///
  /// - Parameter hint: the index of a run nearby; updated.
  func run(at offset: Int, hint: inout Int) -> Run? {
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

  /// The start of the first run after an offset; how far an offset without a run goes on without one.
  func nextStart(after offset: Int, hint: Int) -> Int {
    var index = hint
    while runs.indices.contains(index), runs[index].start <= offset { index += 1 }
    return runs.indices.contains(index) ? runs[index].start : .max
  }
}
