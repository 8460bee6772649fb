internal import ConverterCore
internal import Markup

extension WordParser {
  /// Reads a field character (ECMA-376 part 1, 17.16.18).
  mutating func fieldCharacter(_ format: RunFormat, to inlines: inout [WordInline]) {
    let mark: FieldMark
    if cursor.attribute(.fieldCharacterType, is: "begin") {
      mark = .begin(formField())
    } else if cursor.attribute(.fieldCharacterType, is: "separate") {
      mark = .separate
    } else if cursor.attribute(.fieldCharacterType, is: "end") {
      mark = .end
    } else {
      return
    }
    append(.field(mark, format), to: &inlines)
  }

  /// Reads the form field of a begin mark (17.16.17), where it has one.
  private mutating func formField() -> FormField? {
    var field: FormField?
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      guard name == .fieldData else { continue }
      let data = cursor.scope
      while let name = cursor.child(of: data) {
        switch name {
        case .checkBox: field = checkBox()
        case .dropDownList: field = dropDownList()
        default: break
        }
      }
    }
    return field
  }

  /// The state of a check box (17.16.7): what was checked, else the default.
  private mutating func checkBox() -> FormField {
    var checked: Bool?
    var standard = false
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .checked: checked = cursor.isOn
      case .defaultValue: standard = cursor.isOn
      default: break
      }
    }
    return .checkBox(isChecked: checked ?? standard)
  }

  /// The choice of a list (17.16.12): an index among its entries.
  private mutating func dropDownList() -> FormField? {
    var entries: [String] = []
    var choice: Int?
    var standard = 0
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .listEntry: entries.append(cursor.string(.val) ?? "")
      case .result: choice = cursor.integer(.val)
      case .defaultValue: standard = cursor.integer(.val) ?? 0
      default: break
      }
    }
    let index = choice ?? standard
    return entries.indices.contains(index) ? .dropDown(choice: entries[index]) : nil
  }
}
