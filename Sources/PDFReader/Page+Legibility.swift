internal import ConverterCore
internal import PageLayout

/// Whether a page's text can be read at all.
extension Page {
  /// The part of a page that pictures cover at least where they are its content.
  private static let coveredByScan = 0.5
  /// The part of characters without meaning from which on a page's text is not to be trusted.
  private static let tooManyUnmapped = 0.3

  /// What is wrong with the page as a whole, if anything.
  var legibilityFindings: [Finding] {
    let text = glyphs.filter { $0.text != " " }
    if text.isEmpty {
      return pictureCoverage >= Self.coveredByScan ? [.imageOnly(number)] : []
    }
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
    return images.reduce(0) { $0 + $1.box.width * $1.box.height } / area
  }
}
