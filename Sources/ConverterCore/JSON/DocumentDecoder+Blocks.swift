extension DocumentDecoder {
  mutating func blocks() throws(ReadingError) -> [Block] {
    var blocks: [Block] = []
    try scanner.beginArray()
    while try scanner.nextItem() { blocks.append(try block()) }
    return blocks
  }

  /// The members of all types of blocks: which of them count is known when `type` has come, and that may be last.
  private struct BlockMembers {
    var type: BlockType?
    var level: Int?
    var label: String?
    var text: String?
    var isCode = false
    var original: String?
    var origin: Origin?
    var role: Aside.Role?
    var blocks: [Block]?
    var table = TableMembers()
  }

  private mutating func block() throws(ReadingError) -> Block {
    let start = scanner.offset
    var members = BlockMembers()
    try scanner.beginObject()
    while let name = try scanner.nextMember() {
      switch name {
      case "type": members.type = try self.name(of: BlockType.self, "type of block")
      case "level": members.level = try count()
      case "label": members.label = try text()
      case "text": members.text = try text()
      case "code": members.isCode = try scanner.boolean()
      case "original": members.original = try text()
      case "origin": members.origin = try origin()
      case "role": members.role = try self.name(of: Aside.Role.self, "role of an aside")
      case "blocks": members.blocks = try blocks()
      default:
        if try !read(name, into: &members.table) { try scanner.skipValue() }
      }
    }
    return try block(members, at: start)
  }

  private mutating func block(_ members: BlockMembers, at start: Int) throws(ReadingError) -> Block {
    let origin = try required(members.origin, "origin", at: start)
    switch try required(members.type, "type", at: start) {
    case .heading:
      let level = try required(members.level, "level", at: start)
      guard level >= 1 else { throw scanner.damaged("levels of headings count from 1", at: start) }
      return .heading(
        Heading(
          level: level, label: members.label,
          text: try required(members.text, "text", at: start), original: members.original, origin: origin))
    case .paragraph:
      let text = try required(members.text, "text", at: start)
      return .paragraph(
        Paragraph(text: text, isCode: members.isCode, original: members.original, origin: origin))
    case .listItem:
      return .listItem(
        ListItem(
          label: members.label, level: try required(members.level, "level", at: start),
          text: try required(members.text, "text", at: start), original: members.original, origin: origin))
    case .table:
      return .table(try table(members.table, origin: origin, at: start))
    case .figure:
      return .figure(Figure(text: members.text ?? "", origin: origin))
    case .aside:
      return .aside(
        Aside(
          role: try required(members.role, "role", at: start), label: members.label,
          blocks: try required(members.blocks, "blocks", at: start), origin: origin))
    }
  }
}
