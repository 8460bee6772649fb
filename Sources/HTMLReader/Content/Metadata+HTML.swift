internal import ConverterCore

extension Metadata {
  /// What a page says about itself: `title`, `lang`, and `meta` elements of office programs and of public sites (the
  /// names of the specification for government websites of China: `ArticleTitle`, `PubDate`, `Author`).
  init(_ tree: HTMLTree) {
    self.init()
    language = tree.nodes.isEmpty ? nil : tree.string(.lang, of: 0).flatMap(Metadata.languageTag)
    for node in tree.nodes.indices {
      switch tree.name(node) {
      case .title: title = title ?? Metadata.text(of: node, in: tree)
      case .meta:
        guard let name = tree.attribute(.name, of: node) ?? tree.attribute(.property, of: node),
          let content = tree.attribute(.content, of: node)
        else { continue }
        read(name.trimmedASCII.lowercasedASCII, content)
      default: break
      }
    }
  }

  private mutating func read(_ name: String, _ content: ArraySlice<UInt8>) {
    var text = InlineText()
    text.append(content)
    let value = text.takeLines()
    if value.isEmpty { return }
    switch name {
    case "articletitle": title = value
    case "author", "dc.creator": author = author ?? value
    case "created", "pubdate", "dcterms.created", "article:published_time": created = created ?? Metadata.time(value)
    case "changed", "dcterms.modified", "article:modified_time", "last-modified":
      modified = modified ?? Metadata.time(value)
    default: break
    }
  }

  private static func text(of node: Int, in tree: HTMLTree) -> String? {
    var text = InlineText()
    for inner in tree.descendants(of: node) { text.append(tree.text(inner)) }
    let title = text.takeLines()
    return title.isEmpty ? nil : title
  }

  /// A language as BCP 47 spells it, letters and digits between hyphens (some pages use underscores); `nil` for anything else.
  private static func languageTag(_ text: String) -> String? {
    let isTag = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    return isTag && !text.isEmpty ? text : nil
  }

  /// A time in ISO 8601, from that or from `2024-01-15 10:30`; `nil` for others.
  private static func time(_ text: String) -> String? {
    let utf8 = Array(text.utf8)
    let shape = String(decoding: utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }, as: UTF8.self)
    for known in ["0000-00-00", "0000-00-00 00:00", "0000-00-00 00:00:00"] where shape == known {
      return text.replacing(" ", with: "T")
    }
    return shape.hasPrefix("0000-00-00T00:00") ? text : nil
  }
}
