internal import ConverterCore
internal import Markup

extension WordParser {
  /// Reads an equation (ECMA-376 part 1, 22.1) as linear text.
  mutating func equation() -> String {
    var text = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .mathText, .text: text += cursor.text()
      default: text += equation()
      }
    }
    return text
  }
}
