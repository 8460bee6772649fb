internal import ConverterCore

/// What holds in a group and ends with it.
struct GroupState: Sendable {
  /// What the text of a group is.
  enum Destination: Sendable {
    /// Text of the document, or of a note or text box that is being read.
    case body
    /// Parts of shapes and objects: text means nothing, groups inside may be read.
    case wrapper
    /// The older form of a text that follows in a newer one: nothing of it means anything.
    case olderForm
    case fontTable, styleSheet, listTable, listText, listOverrides, levelText, information
    case title, author, created, modified
    /// The instruction of a field, what a form field is, and an entry of its list.
    case fieldCode, formField, formEntry
    /// An equation, and the kind of an embedded object.
    case equation, objectClass
    /// The properties of a nested row.
    case nestedRow
    /// The numbering of a paragraph, and the texts before and after its number.
    case numbering, textBeforeNumber, textAfterNumber
    /// A property of a shape: its name and its value.
    case shapeProperty, propertyName, propertyValue
  }

  var destination = Destination.body

  /// The number of the font; `nil` for that of the document.
  var font: Int?

  /// How many characters after one stated by number are its stand-in for old readers.
  var standInCount = 1

  var height = TextHeight.level
  var isHidden = false
  var isDeleted = false
  var isInserted = false
  var paragraph = ParagraphState()
}

/// What a paragraph says about its place in lists, tables and the outline.
struct ParagraphState: Sendable {
  var style = 0

  /// 0 to 8 for headings; `nil` where the paragraph does not say.
  var outlineLevel: Int?

  var isCentered = false

  /// The number of the list override, counted from 1; 0 for no list.
  var list = 0
  var listLevel = 0

  /// The number of the numbering that the paragraph carries itself, counted from 1; 0 for none.
  var numbering = 0
  var isInTable = false

  /// How many tables the paragraph lies in, where that is said.
  var tableDepth = 0

  /// How many tables the paragraph lies in.
  var depth: Int { isInTable ? max(1, tableDepth) : tableDepth }
}
