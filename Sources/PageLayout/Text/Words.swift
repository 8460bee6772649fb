internal import ConverterCore

/// From glyphs to words.
///
/// Glyphs drawn one after the other mostly continue a word; so words are first cut from the drawing order, in one pass
/// without sorting. The far fewer pieces are then sorted into rows and joined where they touch, which repairs files
/// that draw character by character in any order, and drops what was drawn twice.
extension PageText {
  package init(_ page: Page, tolerances: Tolerances = .standard) {
    let pieces = Pieces(page, usingInvisible: page.needsInvisibleText, tolerances: tolerances)
    self = pieces.joined(page, tolerances: tolerances)
  }
}

extension Page {
  /// Whether the invisible text is what a reader should take: pages that show pictures and next to no visible text, as
  /// scanners with recognition make them. On other pages invisible text is not meant to be read.
  package var needsInvisibleText: Bool {
    var visible = 0
    var invisible = 0
    for glyph in glyphs {
      if glyph.traits.contains(.invisible) { invisible += 1 } else { visible += 1 }
    }
    return invisible > 4 * visible && !images.isEmpty
  }
}

/// Words as cut from the drawing order, in the coordinates of their reading frame.
private struct Pieces {
  struct Piece {
    var direction: Glyph.Direction
    var start: Double
    var end: Double
    var baseline: Double
    var size: Double
    var spaceBefore: Bool
    var glyphs: Range<Int>
  }

  var pieces: [Piece] = []
  var order: [Int32] = []
  var watermark: [Int32] = []
  var dropped = DroppedGlyphs()

  init(_ page: Page, usingInvisible: Bool, tolerances: Tolerances) {
    order.reserveCapacity(page.glyphs.count)
    let glyphs = page.glyphs.span
    var current: Piece?
    var blankPending = false
    var lastIsWide = false
    for index in 0..<glyphs.count {
      let traits = glyphs[index].traits
      if !traits.isDisjoint(with: [.oblique, .clipped, .invisible]) {
        if traits.contains(.clipped) {
          dropped.clipped += 1
          continue
        } else if traits.contains(.invisible) && !usingInvisible {
          dropped.invisible += 1
          continue
        } else if traits.contains(.oblique) {
          watermark.append(Int32(index))
          continue
        }
      }
      guard let scalar = glyphs[index].text.unicodeScalars.first, !Word.Traits.isBlank(scalar) else {
        dropped.blank += 1
        blankPending = true
        continue
      }
      let direction = PageText.direction(of: glyphs[index])
      let frame = ReadingFrame(direction)
      let box = frame.local(glyphs[index].box)
      guard box.x0.isFinite, box.x1.isFinite, box.y0.isFinite, box.y1.isFinite else { continue }
      let size = max(glyphs[index].size, 1)
      let baseline =
        traits.contains(.vertical) ? (box.y0 + box.y1) / 2 + 0.3 * size : frame.local(baseline: glyphs[index].baseline)
      let isWide = TextJoining.isWide(scalar)
      if let word = current, word.direction == direction,
        abs(word.baseline - baseline) <= tolerances.text.baselineDrift * size,
        abs(word.size - size) <= 0.3 * size
      {
        let gap = box.x0 - word.end
        if isDuplicate(index, of: word, start: box.x0, glyphs: glyphs, size: size, tolerances: tolerances) {
          dropped.duplicate += 1
          continue
        }
        let limit = (isWide && lastIsWide ? tolerances.text.wideBreak : tolerances.text.wordGap) * size
        let beginsLabel = lastIsWide && Self.beginsLabel(at: index, glyphs: glyphs)
        if !beginsLabel, gap > -0.4 * size, gap <= limit, !(blankPending && gap > 0.05 * size) {
          current?.end = max(word.end, box.x1)
          current?.glyphs = word.glyphs.lowerBound..<order.count + 1
          order.append(Int32(index))
          lastIsWide = isWide
          blankPending = false
          continue
        }
      }
      if let current { pieces.append(current) }
      current = Piece(
        direction: direction, start: box.x0, end: box.x1, baseline: baseline, size: size, spaceBefore: blankPending,
        glyphs: order.count..<order.count + 1)
      order.append(Int32(index))
      lastIsWide = isWide
      blankPending = false
    }
    if let current { pieces.append(current) }
  }

  /// Whether a figure and a full stop follow, the label of a list. After a CJK character it begins a word, since narrow
  /// columns of labels are set without a gap: `（三）不|4.保护`.
  private static func beginsLabel(at index: Int, glyphs: Span<Glyph>) -> Bool {
    guard index + 1 < glyphs.count, glyphs[index].text.utf8.count == 1,
      let digit = glyphs[index].text.utf8.first, (0x30...0x39).contains(digit)
    else { return false }
    // A span in the right side of `||`, which is a closure, stops the optimiser of Swift 6.3.1 in release builds.
    let next = glyphs[index + 1].text
    return next == "." || next == "．"
  }

  /// Whether a glyph repeats one of the last two of a word: fake bold draws each character twice, a hair apart.
  private func isDuplicate(
    _ index: Int, of word: Piece, start: Double, glyphs: Span<Glyph>, size: Double, tolerances: Tolerances
  ) -> Bool {
    guard start < word.end - 0.1 * size else { return false }
    let frame = ReadingFrame(word.direction)
    for position in word.glyphs.suffix(2) {
      let earlier = Int(order[position])
      if abs(frame.local(glyphs[earlier].box).x0 - start) <= tolerances.text.duplicateOffset * size,
        glyphs[earlier].text == glyphs[index].text
      {
        return true
      }
    }
    return false
  }
}

extension Pieces {
  /// The pieces in rows, joined where they touch.
  func joined(_ page: Page, tolerances: Tolerances) -> PageText {
    var dropped = dropped
    let sorted = pieces.indices.sorted { first, second in
      let one = pieces[first]
      let other = pieces[second]
      return (one.direction.rawValue, one.baseline, one.start, first)
        < (other.direction.rawValue, other.baseline, other.start, second)
    }
    var words: [Word] = []
    var finalOrder: [Int32] = []
    words.reserveCapacity(pieces.count)
    finalOrder.reserveCapacity(order.count)
    var rowStart = 0
    while rowStart < sorted.count {
      let first = pieces[sorted[rowStart]]
      var rowEnd = rowStart + 1
      while rowEnd < sorted.count {
        let next = pieces[sorted[rowEnd]]
        guard next.direction == first.direction,
          next.baseline - first.baseline <= tolerances.text.baselineDrift * min(first.size, next.size)
        else { break }
        rowEnd += 1
      }
      let row = sorted[rowStart..<rowEnd].sorted { (pieces[$0].start, $0) < (pieces[$1].start, $1) }
      rowStart = rowEnd
      let firstWord = words.count
      var joined: [Int] = []
      var end = -Double.infinity
      for index in row {
        let piece = pieces[index]
        if let last = joined.last {
          let previous = pieces[last]
          if piece.start < end - 0.1 * piece.size, repeats(piece, in: joined, page: page, tolerances: tolerances) {
            dropped.duplicate += piece.glyphs.count
            continue
          }
          let gap = piece.start - end
          let limit =
            (isWide(previous.glyphs.last, page) && isWide(piece.glyphs.first, page)
              ? tolerances.text.wideBreak : tolerances.text.wordGap) * piece.size
          let touches =
            gap > -0.4 * piece.size && gap <= limit && abs(previous.size - piece.size) <= 0.3 * piece.size
            && !(piece.spaceBefore && gap > 0.05 * piece.size)
            && !(isWide(previous.glyphs.last, page)
              && Self.beginsLabel(at: Int(order[piece.glyphs.lowerBound]), glyphs: page.glyphs.span))
          if !touches {
            append(joined, to: &words, order: &finalOrder, page: page, tolerances: tolerances)
            joined.removeAll(keepingCapacity: true)
          }
        }
        joined.append(index)
        end = max(joined.count == 1 ? piece.end : end, piece.end)
      }
      if !joined.isEmpty { append(joined, to: &words, order: &finalOrder, page: page, tolerances: tolerances) }
      words.joinLeaders(from: firstWord, glyphs: page.glyphs, order: finalOrder, tolerances: tolerances)
    }
    words.joinShortLeaders(glyphs: page.glyphs, order: finalOrder, tolerances: tolerances)
    var text = PageText(
      glyphs: page.glyphs, order: finalOrder, words: words, watermark: watermark, dropped: dropped)
    text.findFixedFonts(tolerances: tolerances)
    return text
  }

  /// Whether all glyphs of a piece repeat glyphs of the word before it.
  private func repeats(_ piece: Piece, in joined: [Int], page: Page, tolerances: Tolerances) -> Bool {
    let frame = ReadingFrame(piece.direction)
    let earlier = joined.suffix(4).flatMap { pieces[$0].glyphs }
    return piece.glyphs.allSatisfy { position in
      let glyph = page.glyphs[Int(order[position])]
      let start = frame.local(glyph.box).x0
      return earlier.contains { other in
        let candidate = page.glyphs[Int(order[other])]
        return abs(frame.local(candidate.box).x0 - start) <= tolerances.text.duplicateOffset * piece.size
          && candidate.text == glyph.text
      }
    }
  }

  private func isWide(_ position: Int?, _ page: Page) -> Bool {
    guard let position, let scalar = page.glyphs[Int(order[position])].text.unicodeScalars.first else { return false }
    return TextJoining.isWide(scalar)
  }

  /// Appends the word of the pieces that touch, and its glyphs to the final order; leaders between a label and its figure are
  /// words of their own: `Interest|.........|1,024`.
  private func append(
    _ joined: [Int], to words: inout [Word], order finalOrder: inout [Int32], page: Page, tolerances: Tolerances
  ) {
    let glyphs = page.glyphs.span
    var start = finalOrder.count
    for index in joined { finalOrder.append(contentsOf: order[pieces[index].glyphs]) }
    let lead = pieces[joined[0]]
    var isSpaced = lead.spaceBefore
    var dots = start..<start
    let end = finalOrder.count
    for position in start..<end where end - start >= tolerances.text.leastLeaderDots {
      guard glyphs[Int(finalOrder[position])].text == "." else { continue }
      dots = (dots.upperBound == position ? dots.lowerBound : position)..<position + 1
      let isLast = position + 1 == end || glyphs[Int(finalOrder[position + 1])].text != "."
      guard isLast, dots.count >= tolerances.text.leastLeaderDots else { continue }
      for part in [start..<dots.lowerBound, dots] where !part.isEmpty {
        words.append(word(part, of: finalOrder, direction: lead.direction, isSpaced: isSpaced, page: page))
        isSpaced = false
      }
      start = dots.upperBound
    }
    guard start < finalOrder.count else { return }
    words.append(
      word(start..<finalOrder.count, of: finalOrder, direction: lead.direction, isSpaced: isSpaced, page: page))
  }

  /// The word of some glyphs of the final order.
  private func word(
    _ range: Range<Int>, of finalOrder: [Int32], direction: Glyph.Direction, isSpaced: Bool, page: Page
  ) -> Word {
    let glyphs = page.glyphs.span
    let start = range.lowerBound
    let first = glyphs[Int(finalOrder[start])]
    var box = first.box
    var seen: Word.Traits = []
    var plainSymbols = true
    var dots = true
    var artifact = true
    var wideCount = 0
    var last: Unicode.Scalar?
    // The size of most glyphs (Boyer and Moore's majority vote): the number of a list may be larger than its text.
    var size = first.size
    var lead = 0
    for position in range {
      let index = Int(finalOrder[position])
      if lead == 0 { size = glyphs[index].size }
      lead += glyphs[index].size == size ? 1 : -1
      box = box.union(glyphs[index].box)
      artifact = artifact && glyphs[index].traits.contains(.artifact)
      for scalar in glyphs[index].text.unicodeScalars {
        let traits = Word.Traits.traits(of: scalar)
        seen.formUnion(traits)
        plainSymbols = plainSymbols && traits == .symbol
        if traits.contains(.wide) { wideCount += 1 }
        last = scalar
        dots = dots && (scalar == "." || scalar == "·" || scalar == "…")
      }
    }
    var traits = seen.subtracting(.symbol)
    if plainSymbols { traits.insert(.symbol) }
    traits.formUnion(Word.Traits.count(seen, wideCount: wideCount, last: last))
    if dots && range.count > 2 || dots && box.width > 2 * first.size { traits.insert(.leader) }
    if artifact { traits.insert(.artifact) }
    if first.traits.contains(.emboldened) { traits.insert(.bold) }
    if isSpaced { traits.insert(.spaceBefore) }
    if let scalar = first.text.unicodeScalars.first {
      if TextJoining.isWide(scalar) { traits.insert(.wideStart) }
      if (0x61...0x7A).contains(scalar.value) || (0xDF...0xFF).contains(scalar.value) { traits.insert(.lowercaseStart) }
    }
    if let scalar = glyphs[Int(finalOrder[range.upperBound - 1])].text.unicodeScalars.last {
      if TextJoining.isWide(scalar) { traits.insert(.wideEnd) }
      if ":.。：;；".unicodeScalars.contains(scalar) { traits.insert(.stopEnd) }
    }
    if page.fonts.indices.contains(first.font) {
      if page.fonts[first.font].isBold { traits.insert(.bold) }
      if page.fonts[first.font].isItalic { traits.insert(.italic) }
    }
    let vertical = first.traits.contains(.vertical)
    return Word(
      box: box, baseline: vertical ? first.box.midX - 0.3 * first.size : first.baseline, size: max(size, 1),
      direction: direction, traits: traits, glyphs: range, font: first.font)
  }
}
