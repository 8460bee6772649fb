internal import ConverterCore

/// A stretch of text that is being read: the document, a note, a text box, a header.
struct Flow {
  /// What becomes of it.
  enum Purpose {
    case document
    case aside(Aside.Role, path: String)
  }

  var purpose: Purpose
  var assembler: FlowAssembler
  var text = TextCollector()

  /// Notes, text boxes and figures tied to the paragraph being read.
  var followers: [Block] = []

  /// The definitions in force for rows, by the number of tables that they lie in.
  var rows: [Int: RowDefinition] = [:]

  /// The number of a list as the writer computed it, in groups that new readers may pass over.
  var statedLabel = TextCollector()

  /// Whether a note shows an automatic number.
  var isNumbered = false

  /// How many groups were open when it began.
  let groupCount: Int

  init(_ purpose: Purpose, root: String, limits: Limits, groupCount: Int) {
    self.purpose = purpose
    assembler = FlowAssembler(root: root, limits: limits)
    self.groupCount = groupCount
  }
}
