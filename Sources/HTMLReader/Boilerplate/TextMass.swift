/// How much text stands where: running totals over the nodes of a page, so that the sum of a subtree is a difference.
struct TextMass {
  /// Characters before each node, spaces left aside; one more entry than nodes.
  private var text: [Int32] = [0]

  /// Those of them that are links.
  private var linked: [Int32] = [0]

  /// Links before each node.
  private var links: [Int32] = [0]

  /// Main headings before each node.
  private var headings: [Int32] = [0]

  /// Words of ``BoilerplateWords/footers`` before each node.
  private var footers: [Int32] = [0]

  /// Words of ``BoilerplateWords/bylines`` before each node.
  private var bylines: [Int32] = [0]

  /// Texts that begin with a word of ``BoilerplateWords/positions`` before each node.
  private var positions: [Int32] = [0]

  init(_ tree: HTMLTree, _ styles: PageStyles) {
    text.reserveCapacity(tree.nodes.count + 1)
    linked.reserveCapacity(tree.nodes.count + 1)
    links.reserveCapacity(tree.nodes.count + 1)
    headings.reserveCapacity(tree.nodes.count + 1)
    footers.reserveCapacity(tree.nodes.count + 1)
    positions.reserveCapacity(tree.nodes.count + 1)
    bylines.reserveCapacity(tree.nodes.count + 1)
    var linkEnd = 0
    var hiddenEnd = 0
    var (textCount, linkedCount, linkCount): (Int32, Int32, Int32) = (0, 0, 0)
    var (headingCount, footerCount, bylineCount, positionCount): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    for node in tree.nodes.indices {
      if node >= hiddenEnd {
        switch tree.name(node) {
        case .text:
          let bytes = tree.text(node)
          let count = Int32(truncatingIfNeeded: TextMass.characters(bytes))
          if count > 0 {
            footerCount += Int32(truncatingIfNeeded: BoilerplateWords.footers.count(in: bytes))
            if BoilerplateWords.positions.begin(bytes.trimmedASCII.trimmedOfIndent) { positionCount += 1 }
            bylineCount += Int32(truncatingIfNeeded: BoilerplateWords.bylines.count(in: bytes))
          }
          textCount &+= count
          if node < linkEnd { linkedCount &+= count }
        case .h1, .h2: headingCount += 1
        case .head, .style: hiddenEnd = tree.end(of: node)
        case .a where tree.has(.href, node):
          linkEnd = tree.end(of: node)
          linkCount += 1
        default: if styles.isHidden(node) { hiddenEnd = tree.end(of: node) }
        }
      }
      text.append(textCount)
      linked.append(linkedCount)
      links.append(linkCount)
      headings.append(headingCount)
      footers.append(footerCount)
      bylines.append(bylineCount)
      positions.append(positionCount)
    }
  }

  private static func characters(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in text where byte > 0x20 && byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Characters inside a node.
  func text(_ node: Int, in tree: HTMLTree) -> Int { Int(text[tree.end(of: node)] - text[node]) }

  /// Characters inside a node that are links.
  func linked(_ node: Int, in tree: HTMLTree) -> Int { Int(linked[tree.end(of: node)] - linked[node]) }

  /// Links inside a node.
  func links(_ node: Int, in tree: HTMLTree) -> Int { Int(links[tree.end(of: node)] - links[node]) }

  /// Headings of the first two levels inside a node.
  func headings(_ node: Int, in tree: HTMLTree) -> Int { Int(headings[tree.end(of: node)] - headings[node]) }

  /// Words inside a node that only lines at the foot of a page have.
  func footers(_ node: Int, in tree: HTMLTree) -> Int { Int(footers[tree.end(of: node)] - footers[node]) }

  /// Words inside a node that only lines over an article have.
  func bylines(_ node: Int, in tree: HTMLTree) -> Int { Int(bylines[tree.end(of: node)] - bylines[node]) }

  /// Texts inside a node that say where in the site the page stands.
  func positions(_ node: Int, in tree: HTMLTree) -> Int { Int(positions[tree.end(of: node)] - positions[node]) }

  /// Characters inside a node that are no links.
  func prose(_ node: Int, in tree: HTMLTree) -> Int { text(node, in: tree) - linked(node, in: tree) }
}
