internal import ConverterCore
internal import Markup

/// What the property parts of a package state (ECMA-376 part 2, 11; part 1, 22.2).
struct DocumentProperties {
  private(set) var metadata = Metadata()

  init(_ package: WordPackage) {
    for relationship in package.relationships.all where !relationship.isExternal {
      guard ["core-properties", "extended-properties", "extendedProperties"].contains(relationship.kind),
        let opened = try? package.cursor(relationship.target)
      else { continue }
      read(opened)
    }
  }

  private mutating func read(_ cursor: consuming XMLCursor) {
    let root = cursor.scope
    guard let scope = cursor.child(of: root, named: .coreProperties, .extendedProperties) else { return }
    while let name = cursor.child(of: scope) {
      switch name {
      case .propertyTitle: metadata.title = Self.value(cursor.text())
      case .propertyCreator: metadata.author = Self.value(cursor.text())
      case .propertyLanguage: metadata.language = Self.value(cursor.text())
      case .propertyCreated: metadata.created = Self.value(cursor.text())
      case .propertyModified: metadata.modified = Self.value(cursor.text())
      case .extendedPages: metadata.pageCount = Int(cursor.text())
      default: break
      }
    }
  }

  /// A value without blanks around it and control characters in it; `nil` for an empty one.
  private static func value(_ text: String) -> String? {
    let words = text.split {
      $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
