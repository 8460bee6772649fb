internal import ConverterCore

/// What stands beside the drawing of a page: the counts of its layers, the candidates with their criteria, the content in
/// reading order, the findings.
struct TraceLegend {
  /// One line, and whether it speaks for (true) or against (false) something.
  struct Entry {
    var text: String
    var verdict: Bool?
  }

  /// A heading with its lines.
  struct Section {
    var title: String
    var entries: [Entry]
  }

  var title: String
  /// For each layer that the page has, what there is of it.
  var layers: [(layer: TraceLayer, text: String)]
  var sections: [Section]

  init(_ trace: LayoutTrace, hasPicture: Bool) {
    let page = trace.page
    title = "Page \(page.number), \(page.width.brief) × \(page.height.brief) pt"
    layers = TraceLayer.allCases.map { layer in
      let count = Self.count(of: layer, in: trace, hasPicture: hasPicture)
      return (layer, "\(layer.title): \(count)")
    }
    let candidates = trace.candidates.enumerated().map { index, judged in
      Entry(text: "\(index + 1). \(judged.summary)", verdict: judged.isChosen)
    }
    let content = trace.content.enumerated().map { index, item in
      Entry(text: "\(index + 1). \(item.summary)", verdict: nil)
    }
    let findings = page.findings.map { Entry(text: "\($0.severity.rawValue): \($0.message)", verdict: false) }
    sections = [
      Section(title: "Table candidates", entries: candidates.isEmpty ? [Entry(text: "none")] : candidates),
      Section(title: "Reading order", entries: content.isEmpty ? [Entry(text: "nothing")] : content),
    ]
    if !findings.isEmpty { sections.append(Section(title: "Findings", entries: findings)) }
  }

  private static func count(of layer: TraceLayer, in trace: LayoutTrace, hasPicture: Bool) -> String {
    let unseen = "not seen by this build"
    switch layer {
    case .picture: return hasPicture ? "below" : "none"
    case .fills: return trace.page.fills.map { "\($0.count)" } ?? unseen
    case .images: return trace.page.rulings == nil ? unseen : "\(trace.page.images.count)"
    case .rulings: return trace.page.rulings.map { "\($0.count)" } ?? unseen
    case .rules: return trace.page.rulings == nil ? unseen : "\(trace.rules.level.count + trace.rules.upright.count)"
    case .glyphs: return "\(trace.page.glyphs.count)" + Self.dropped(trace.text.dropped)
    case .words, .text: return "\(trace.text.words.count)"
    case .lines: return "\(trace.zones.reduce(0) { $0 + $1.count }) in \(trace.zones.count)"
    case .blocks: return "\(trace.content.count)"
    case .candidates: return "\(trace.candidates.count)"
    case .cells:
      return "\(trace.content.reduce(0) { $0 + $1.cellCount })"
    }
  }

  private static func dropped(_ dropped: DroppedGlyphs) -> String {
    let parts = [
      (dropped.blank, "blank"), (dropped.duplicate, "drawn twice"), (dropped.clipped, "clipped"),
      (dropped.invisible, "invisible"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "" : " (left out: \(parts.joined(separator: ", ")))"
  }
}

extension PageItem {
  /// The number of cells of a table; 0 for other content.
  fileprivate var cellCount: Int {
    if case .table(let table) = self { return table.cells.count }
    return 0
  }
}

extension TraceLegend.Entry {
  init(text: String) {
    self.init(text: text, verdict: nil)
  }
}
