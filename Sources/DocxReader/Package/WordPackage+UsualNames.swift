internal import ConverterCore

// Parts that relationships lead to and that are not there, and parts that are there and that nothing leads to, since the
// relationships were lost.
extension WordPackage {
  /// The kinds of parts of the text; all programs name them so, headers and footers with a number.
  private static let kinds: Set<String> = [
    "styles", "numbering", "settings", "footnotes", "endnotes", "comments", "header", "footer",
  ]

  /// The relationships of the main part, with parts that were found by their usual names; none where there is no main part.
  var mainRelationships: Relationships {
    guard let part = mainPart else { return Relationships() }
    return completed(relationships(of: part), of: part)
  }

  /// The names of parts of the text that relationships lead to and that are not in the package.
  func missingParts(of relationships: Relationships) -> [String] {
    relationships.all.filter { Self.kinds.contains($0.kind) && !$0.isExternal && !has($0.target) }.map(\.target)
  }

  /// The relationships of a part with those that are missing or behind a broken place.
  ///
  /// - Parameter part: the name of the main part, or the empty name for the package.
  func completed(_ stated: Relationships, of part: String) -> Relationships {
    guard stated.all.isEmpty || stated.trouble != nil else { return stated }
    let known = Set(stated.all.map { PartName.normalized($0.target) })
    let folder = part.isEmpty ? "docprops/" : PartName.folder(of: PartName.normalized(part))
    let found = names.map(PartName.normalized).compactMap { name -> Relationship? in
      guard PartName.folder(of: name) == folder, let kind = Self.usualKind(of: name), !known.contains(name) else {
        return nil
      }
      return Relationship(id: "", kind: kind, target: name, isExternal: false)
    }
    guard !found.isEmpty else { return stated }
    return Relationships(stated.all + found, trouble: stated.trouble ?? .docxUsualNames(part))
  }

  private static func usualKind(of name: String) -> String? {
    let file = PartName.lastStep(of: name)
    guard file.hasSuffix(".xml") else { return nil }
    let stem = String(file.dropLast(".xml".count))
    switch stem {
    case "core": return "core-properties"
    case "app": return "extended-properties"
    default:
      let kind = stem.hasPrefix("header") || stem.hasPrefix("footer") ? stem.filter(\.isLetter) : stem
      return kinds.contains(kind) ? kind : nil
    }
  }
}
