/// One piece of content in reading order.
public enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case listItem(ListItem)
  case table(Table)
  case figure(Figure)
  case aside(Aside)
}

/// A line that names the part of the document below it.
public struct Heading: Hashable, Sendable {
  /// The depth, 1 for the outermost.
  public var level: Int

  /// The number or letter before the text where the source keeps it apart, such as `一、`.
  public var label: String?

  /// The text behind the label; forced line breaks are newlines.
  public var text: String

  /// The text as it stood in the source, where a normalization step changed it.
  public var original: String?

  public var origin: Origin

  public init(level: Int, label: String? = nil, text: String, original: String? = nil, origin: Origin) {
    self.level = level
    self.label = label
    self.text = text
    self.original = original
    self.origin = origin
  }
}

/// Running text. Forced line breaks are newlines in ``text``.
public struct Paragraph: Hashable, Sendable {
  public var text: String

  /// Whether the source sets the text as code, whose line breaks and blanks mean something.
  public var isCode: Bool

  /// The text as it stood in the source, where a normalization step changed it.
  public var original: String?

  public var origin: Origin

  public init(text: String, isCode: Bool = false, original: String? = nil, origin: Origin) {
    self.text = text
    self.isCode = isCode
    self.original = original
    self.origin = origin
  }
}

/// A paragraph with a bullet, number or letter before it.
public struct ListItem: Hashable, Sendable {
  /// The bullet or number as displayed, such as `1.`, `（一）` or `•`; joined to the text only in text output.
  public var label: String?

  /// The depth of nesting, 0 for the outermost.
  public var level: Int

  /// The text behind the label; forced line breaks are newlines.
  public var text: String

  /// The text as it stood in the source, where a normalization step changed it.
  public var original: String?

  public var origin: Origin

  public init(label: String? = nil, level: Int = 0, text: String, original: String? = nil, origin: Origin) {
    self.label = label
    self.level = level
    self.text = text
    self.original = original
    self.origin = origin
  }
}

/// A picture or drawing; its bytes are not kept.
public struct Figure: Hashable, Sendable {
  /// The description that the source gives, empty where it gives none.
  public var text: String

  public var origin: Origin

  public init(text: String = "", origin: Origin) {
    self.text = text
    self.origin = origin
  }
}

/// Content that stands beside the main flow: a note, a text box, a running head.
///
/// Notes and comments follow the block in which they are referred to.
public struct Aside: Hashable, Sendable {
  /// What the content is to the document. Raw values are part of the JSON form.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case footnote, endnote, comment, textBox, header, footer, pageNumber, watermark, boilerplate
  }

  public var role: Role

  /// The mark that ties the aside to its place, such as `1` or `*`.
  public var label: String?

  /// The content in reading order.
  public var blocks: [Block]

  public var origin: Origin

  public init(role: Role, label: String? = nil, blocks: [Block], origin: Origin) {
    self.role = role
    self.label = label
    self.blocks = blocks
    self.origin = origin
  }
}

extension Block {
  /// Where the block stands and how it is known.
  public var origin: Origin {
    get {
      switch self {
      case .heading(let heading): heading.origin
      case .paragraph(let paragraph): paragraph.origin
      case .listItem(let item): item.origin
      case .table(let table): table.origin
      case .figure(let figure): figure.origin
      case .aside(let aside): aside.origin
      }
    }
    set {
      // Taken apart and put together again, so that nothing is copied.
      switch consume self {
      case .heading(var heading):
        heading.origin = newValue
        self = .heading(heading)
      case .paragraph(var paragraph):
        paragraph.origin = newValue
        self = .paragraph(paragraph)
      case .listItem(var item):
        item.origin = newValue
        self = .listItem(item)
      case .table(var table):
        table.origin = newValue
        self = .table(table)
      case .figure(var figure):
        figure.origin = newValue
        self = .figure(figure)
      case .aside(var aside):
        aside.origin = newValue
        self = .aside(aside)
      }
    }
  }

  /// The tables in this block: itself, and those inside its cells or blocks, outer before inner.
  public var tables: [Table] {
    var tables: [Table] = []
    appendTables(to: &tables)
    return tables
  }

  /// Appends ``tables`` without a list of its own for each of thousands of cells.
  func appendTables(to tables: inout [Table]) {
    switch self {
    case .table(let table):
      tables.append(table)
      for cell in table.cells where !cell.hasOnlyText {
        for block in cell.blocks { block.appendTables(to: &tables) }
      }
    case .aside(let aside): for block in aside.blocks { block.appendTables(to: &tables) }
    case .heading, .paragraph, .listItem, .figure: break
    }
  }
}
