/// Places are coded by the names that they have in the JSON of documents.
extension Place: Codable {
  private enum CodingKeys: String, CodingKey {
    case page, box, lines, path, byte
  }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    if let page = try members.decodeIfPresent(Int.self, forKey: .page) {
      let box = try members.decodeIfPresent([Double].self, forKey: .box) ?? []
      self = .page(page, box.count == 4 ? Rectangle(x0: box[0], y0: box[1], x1: box[2], y1: box[3]) : nil)
    } else if let lines = try members.decodeIfPresent(ClosedRange<Int>.self, forKey: .lines) {
      self = .lines(lines)
    } else if let path = try members.decodeIfPresent(String.self, forKey: .path) {
      self = .element(ElementPath(path))
    } else {
      self = .byte(try members.decode(Int.self, forKey: .byte))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .page(let page, let box):
      try members.encode(page, forKey: .page)
      if let box { try members.encode([box.x0, box.y0, box.x1, box.y1], forKey: .box) }
    case .lines(let lines): try members.encode(lines, forKey: .lines)
    case .element(let path): try members.encode(path.description, forKey: .path)
    case .byte(let offset): try members.encode(offset, forKey: .byte)
    }
  }
}
