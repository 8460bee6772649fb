/// How much text stands where: running totals over the nodes of a page, so that the sum of a subtree is a difference.
struct TextMass {
  /// What stands before a node.
  fileprivate struct Totals {
    /// Characters, spaces left aside.
    var text: Int32 = 0

    /// Those of them that are links.
    var linked: Int32 = 0

    var links: Int32 = 0

    /// Main headings.
    var headings: Int32 = 0

    /// Words of ``BoilerplateWords/footers``.
    var footers: Int32 = 0

    /// Words of ``BoilerplateWords/bylines``.
    var bylines: Int32 = 0

    /// Texts that begin with a word of ``BoilerplateWords/positions``.
    var positions: Int32 = 0

    /// Everything by which boilerplate can be told, tables of properties apart: links, telling words, names, roles, classes.
    var marks: Int32 = 0

    /// Elements that may be a table of properties.
    var lists: Int32 = 0
  }

  /// One more entry than nodes.
  private var totals: [Totals] = []

  init(_ tree: HTMLTree, _ styles: PageStyles) {
    totals.reserveCapacity(tree.nodes.count + 1)
    var linkEnd = 0
    var hiddenEnd = 0
    var total = Totals()
    totals.append(total)
    let bytes = tree.bytes.span
    for node in tree.nodes.indices {
      total.addMarks(of: node, in: tree)
      if node >= hiddenEnd {
        switch tree.name(node) {
        case .text:
          let text = bytes.extracting(tree.textRange(node))
          if total.add(text, isLink: node < linkEnd) { total.addWords(tree.text(node)) }
        case .h1, .h2: total.headings += 1
        case .head, .style: hiddenEnd = tree.end(of: node)
        case .a where tree.has(.href, node):
          linkEnd = tree.end(of: node)
          total.links += 1
          total.marks += 1
        default: if styles.isHidden(node) { hiddenEnd = tree.end(of: node) }
        }
      }
      totals.append(total)
    }
  }

  /// Characters inside a node.
  func text(_ node: Int, in tree: HTMLTree) -> Int { Int(totals[tree.end(of: node)].text - totals[node].text) }

  /// Characters inside a node that are links.
  func linked(_ node: Int, in tree: HTMLTree) -> Int { Int(totals[tree.end(of: node)].linked - totals[node].linked) }

  /// Links inside a node.
  func links(_ node: Int, in tree: HTMLTree) -> Int { Int(totals[tree.end(of: node)].links - totals[node].links) }

  /// Headings of the first two levels inside a node.
  func headings(_ node: Int, in tree: HTMLTree) -> Int {
    Int(totals[tree.end(of: node)].headings - totals[node].headings)
  }

  /// Words inside a node that only lines at the foot of a page have.
  func footers(_ node: Int, in tree: HTMLTree) -> Int { Int(totals[tree.end(of: node)].footers - totals[node].footers) }

  /// Words inside a node that only lines over an article have.
  func bylines(_ node: Int, in tree: HTMLTree) -> Int { Int(totals[tree.end(of: node)].bylines - totals[node].bylines) }

  /// Texts inside a node that say where in the site the page stands, or which pages stand beside it.
  func positions(_ node: Int, in tree: HTMLTree) -> Int {
    Int(totals[tree.end(of: node)].positions - totals[node].positions)
  }

  /// Whether nothing in a node, itself included, says that it is boilerplate, other than by being a table of properties.
  func isUnmarked(_ node: Int, in tree: HTMLTree) -> Bool { totals[tree.end(of: node)].marks == totals[node].marks }

  /// Whether elements inside a node may be tables of properties.
  func holdsLists(_ node: Int, in tree: HTMLTree) -> Bool {
    tree.end(of: node) > node + 1 && totals[tree.end(of: node)].lists > totals[node + 1].lists
  }

  /// Characters inside a node that are no links.
  func prose(_ node: Int, in tree: HTMLTree) -> Int { text(node, in: tree) - linked(node, in: tree) }
}

extension TextMass.Totals {
  /// Counts a text, and says whether there are telling words in it.
  fileprivate mutating func add(_ bytes: Span<UInt8>, isLink: Bool) -> Bool {
    var count: Int32 = 0
    for index in bytes.indices where bytes[index] > 0x20 && bytes[index] & 0xC0 != 0x80 { count &+= 1 }
    text &+= count
    if isLink { linked &+= count }
    return BoilerplateWords.allTelling.occur(in: bytes)
  }

  /// Counts the telling words of a text.
  fileprivate mutating func addWords(_ bytes: ArraySlice<UInt8>) {
    marks &+= 1
    footers &+= Int32(truncatingIfNeeded: BoilerplateWords.footers.count(in: bytes))
    bylines &+= Int32(truncatingIfNeeded: BoilerplateWords.bylines.count(in: bytes))
    if BoilerplateWords.positions.begin(bytes.trimmedASCII.trimmedOfIndent) { positions &+= 1 }
  }

  /// Counts what an element says of itself.
  fileprivate mutating func addMarks(of node: Int, in tree: HTMLTree) {
    switch tree.name(node) {
    case .text: return
    case .nav, .search, .header, .footer, .aside: marks &+= 1
    case .table, .ul, .dl, .div: lists &+= 1
    default: break
    }
    for index in tree.nodes[node].contents {
      switch tree.attributes[Int(index)].name {
      case .class, .id, .role: marks &+= 1
      default: break
      }
    }
  }
}
