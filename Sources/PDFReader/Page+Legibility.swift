internal import ConverterCore
internal import PageLayout

/// Whether a page's text can be read at all.
extension Page {
  /// The part of a page that pictures cover at least where they are its content.
  private static let coveredByScan = 0.5
  /// The part of a page from which on a picture covers it almost wholly, as a scan does.
  private static let coveredWholly = 0.8
  /// How many characters a program that scans, or an office that receives, stamps on a picture at most.
  private static let mostStamped = 60
  /// The part of characters without meaning from which on a page's text is not to be trusted.
  private static let tooManyUnmapped = 0.3

  /// What is wrong with the page as a whole, if anything.
  var legibilityFindings: [Finding] {
    let text = glyphs.filter { $0.text != " " }
    let isStamp =
      text.count <= Self.mostStamped && text.allSatisfy { $0.traits.isDisjoint(with: [.invisible, .covered]) }
    if isStamp,
      pictureCoverage >= (text.isEmpty ? Self.coveredByScan : Self.coveredWholly)
    {
      return [.imageOnly(number, characters: text.count)]
    }
    if text.isEmpty { return [] }
    let unmapped = text.count { $0.traits.contains(.unmapped) }
    let share = Double(unmapped) / Double(text.count)
    return share >= Self.tooManyUnmapped ? [.textUnreadable(number, share: share)] : []
  }

  /// Says where text lies that something opaque is drawn over: a passage blackened without being taken out, or the text
  /// layer under a scan.
  var coveredTextFindings: [Finding] {
    let covered = glyphs.lazy.filter { $0.traits.contains(.covered) && $0.text != " " }
    guard let first = covered.first else { return [] }
    return [.coveredText(number, box: covered.reduce(first.box) { $0.union($1.box) })]
  }

  /// The part of the page that pictures cover, overlaps counted as often as they are drawn; from 0.
  private var pictureCoverage: Double {
    let area = max(width * height, 1)
    return images.reduce(0) { sum, image in
      let seen = (
        width: min(image.box.x1, width) - max(image.box.x0, 0), height: min(image.box.y1, height) - max(image.box.y0, 0)
      )
      return sum + max(seen.width, 0) * max(seen.height, 0)
    } / area
  }
}
