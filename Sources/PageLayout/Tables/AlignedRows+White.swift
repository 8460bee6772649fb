internal import ConverterCore

/// What the distances of lines tell: which are of one row, and which white parts.
extension AlignedRows {
  /// Labels that begin with a small letter go on from the line above: beside those the figures stand, or above them.
  mutating func findAlignment() {
    var (above, below) = (0, 0)
    for lower in columns.lines.indices.dropFirst() {
      guard let label = columns.lines[lower].pieces.first(where: { $0.columns == 0..<1 }),
        let rest = columns.lines[lower - 1].pieces.first(where: { $0.columns == 0..<1 }),
        label.continues(rest, in: text),
        !isRuled(between: lower - 1, and: lower)
      else { continue }
      let isLabel = columns.lines[lower].pieces.count == 1
      if isLabel, isFilled(lower - 1) || above > 0 { above += 1 }
      if isFilled(lower), columns.lines[lower - 1].pieces.count == 1 { below += 1 }
    }
    alignment = above > 0 && below == 0 ? .top : above == 0 && below > 0 ? .bottom : nil
  }

  mutating func measureDistances() {
    var least = Double.infinity
    for lower in columns.lines.indices.dropFirst() {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let shared = shared(lower - 1, lower)
      guard !shared.isEmpty else { continue }
      // Headings of two lines beside such of three: their own lines stand farther apart than one of these from one of those.
      let own = shared.map { ownDistance($0.upper, $0.lower, size: columns.lines[lower].size) }.min() ?? distance
      let isMixed = lower < headCount && own > distance + 2 * tolerances.pitchChange
      leading = min(leading, isMixed && columns.lines[lower].size == columns.lines.last?.size ? own : distance)
      guard conflicts(lower - 1, lower) else { continue }
      least = min(least, distance)
      if let label = columns.lines[lower].pieces.first, label.columns.lowerBound == 0 {
        labelStarts.append(label.extent.start)
      }
    }
    pitch = least.isFinite ? least : 0
  }

  /// Lines close to each other that fill the same cells may be rows or long cells; where most lines stand clearly farther apart
  /// these are the rows, for groups of rows that white sets apart hold several rows each.
  mutating func findPadding() {
    var (close, wide) = (0, 0)
    for lower in columns.lines.indices.dropFirst() {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let shared = shared(lower - 1, lower)
      guard !shared.isEmpty else { continue }
      if distance > leading + tolerances.rowGap {
        wide += 1
      } else if conflicts(lower - 1, lower) || distance > leading + tolerances.pitchChange {
        return
      } else if shared.count > 1, shared.count == columns.lines[lower - 1].pieces.count {
        close += 1
      }
    }
    isPadded = wide >= tolerances.leastBands && wide >= 2 * close
  }

  /// Lines right below figures end their row where they stand closer to it than rows do to each other, and nearer than to what follows: a
  /// heading stands close to the rows that it names.
  ///
  ///     Office of Work and    1,282    Set for most
  ///     Pensions                       projects
  ///
  ///     Customs               1,451    Sound
  mutating func findRowEnds() {
    var ends: Range<Int>?
    var widest = 0.0
    func close(_ next: Double) {
      if let ends, next > widest + tolerances.pitchChange { rowEnds.formUnion(ends) }
    }
    for line in columns.lines.indices {
      let isRuled = line > 0 && isRuled(between: line - 1, and: line)
      let distance = line > 0 ? distance(line - 1, line) : 0
      if let lines = ends, !isRuled, distance < pitch - tolerances.pitchChange, !columns.lines[line].hasValue {
        ends = lines.lowerBound..<line + 1
        widest = max(widest, distance)
      } else {
        close(isRuled ? .infinity : distance)
        ends = columns.lines[line].hasValue ? line + 1..<line + 1 : nil
        widest = 0
      }
    }
    close(.infinity)
  }

  /// Whether lines of text without figures stand either as close as those of one cell or clearly farther apart, and below each such
  /// gap there is text in all columns. The headings stand above the first one, or above a drawn line; below that two gaps tell, where
  /// cells end one by one: rows of one line each, in groups, end all at once.
  var whitePartsRows: Bool {
    guard columns.firstFigures(text) == nil else { return false }
    var (close, wide, ended) = (0, 0, 0)
    for lower in columns.lines.indices.dropFirst(2) where !isRuled(between: lower - 1, and: lower) {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let isFull = columns.lines[lower].pieces.count == columns.count
      if distance <= leading + tolerances.pitchChange {
        close += 1
        if !isFull { ended += 1 }
      } else if distance > leading + tolerances.rowGap, isFull {
        wide += 1
      } else {
        return false
      }
    }
    let isHeaded = ended >= wide && hasRowBelowRule
    return wide >= tolerances.leastBands - (isHeaded ? 1 : 0) && close > wide
  }

  /// Whether text in all columns stands right below the first drawn line, which has headings above it.
  private var hasRowBelowRule: Bool {
    columns.lines.indices.dropFirst().first { isRuled(between: $0 - 1, and: $0) }.map {
      columns.lines[$0].pieces.count == columns.count
    } ?? false
  }

  /// Em. From the last word of a piece to the first of one below, whose lines may have other words higher or lower.
  private func ownDistance(_ upper: AlignedColumns.Piece, _ lower: AlignedColumns.Piece, size: Double) -> Double {
    guard let last = upper.words.last, let first = lower.words.first else { return 0 }
    return (text.words[first].band.middle - text.words[last].band.middle) / size
  }
}
