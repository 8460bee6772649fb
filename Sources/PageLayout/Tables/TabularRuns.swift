internal import ConverterCore

/// Runs of lines in a zone that may be a table without lines drawn around it.
package enum TabularRuns {
  /// The runs from top to bottom.
  ///
  /// A run goes on through lines of several phrases and at most a few lines of one short phrase (headings of row groups, rest of
  /// a long label); prose, captions and wide white end it.
  package static func runs(
    in zone: [TextLine], barriers: [Double], text: PageText, tolerances: Tolerances = .standard
  ) -> [[TextLine]] {
    guard let first = zone.first else { return [] }
    let reach = zone.reduce(Interval(first.box.x0, first.box.x1)) { $0.union(Interval($1.box.x0, $1.box.x1)) }
    var runs: [[TextLine]] = []
    var current: [TextLine] = []
    func close() {
      while let last = current.last, last.phrases.count < 2 { current.removeLast() }
      if current.count(where: { $0.phrases.count >= 2 }) >= 2 { runs.append(current) }
      current = []
    }
    var single = 0
    for line in zone {
      if let last = current.last {
        let gap = (line.band.start - last.band.end) / line.size
        let barrier = barriers.partitioningIndex { $0 > last.band.middle }
        let isBarred = barrier < barriers.count && barriers[barrier] < line.band.middle
        if gap > tolerances.runGap || isBarred { close() }
      }
      let isProse = line.phrases.count == 1 && line.box.width > 0.6 * reach.length && line.words.count > 5
      let begins = text.string(ofLine: line.words.prefix(3))
      if isProse || Caption(begins) != nil || Caption.isOther(begins) {
        close()
        continue
      }
      single = line.phrases.count < 2 ? single + 1 : 0
      if single > 3 { close() }
      if current.isEmpty, line.phrases.count < 2 { continue }
      current.append(line)
    }
    close()
    return runs
  }
}
