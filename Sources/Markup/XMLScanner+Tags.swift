extension XMLScanner {
  /// Reads the tag at which an element begins.
  ///
  /// - Returns: whether it is told.
  mutating func startTag() -> Bool {
    if open.count >= toldDepth, !open.isEmpty {
      passStartTag()
      return false
    }
    let name = (position + 1)..<bytes.endOfName(from: position + 1)
    guard let end = findAttributes(from: name.upperBound) else { return false }
    guard !name.isEmpty, !open.isEmpty || !hasRoot else {
      isEmptyElement = false
      fail(name.isEmpty ? "a tag has no name" : "a second element stands behind the document")
      return false
    }
    hasRoot = true
    let (number, entry) = elementNames.number(of: name, in: bytes, &namespaces)
    open.append(entry ?? -1)
    offset = input.passedCount + position
    position = end
    guard open.count <= toldDepth else {
      // The root itself may lie deeper than the limit.
      isPruned = true
      return false
    }
    if vocabulary.isIgnored(number) {
      toldDepth = open.count - 1
      return false
    }
    self.name = number
    return true
  }

  /// Tells nothing more of the element that was told at a depth, its end included; the next token is one behind it.
  mutating func leave(_ depth: Int) {
    toldDepth = depth - 1
  }

  /// Goes behind a start tag of which nothing is told, without a look at what is in it.
  private mutating func passStartTag() {
    let place = bytes.endOfTag(from: position + 1)
    guard place < bytes.end else { return needMore() }
    isEmptyElement = bytes[place - 1] == UInt8(ascii: "/")
    open.append(-1)
    if open.count > depthLimit, toldDepth == depthLimit { isPruned = true }
    position = place + 1
  }

  /// Reads the tag at which an element ends.
  ///
  /// - Returns: whether it is told.
  mutating func endTag() -> Bool {
    let start = position + 2
    guard let entry = open.last else {
      fail("an element ends that has not begun")
      return false
    }
    var place = entry < 0 ? bytes.endOfName(from: start) : start + elementNames.length(entry)
    guard place < bytes.end else {
      needMore()
      return false
    }
    guard entry < 0 || elementNames.isName(entry, start..<place, in: bytes) else {
      fail("an element ends that is not the one that is open")
      return false
    }
    place = bytes.endOfBlanks(from: place)
    guard place < bytes.end else {
      needMore()
      return false
    }
    guard bytes[place] == UInt8(ascii: ">") else {
      fail("the tag at the end of an element does not end")
      return false
    }
    position = place + 1
    return close()
  }

  /// Leaves the innermost element.
  ///
  /// - Returns: whether its end is told.
  mutating func close() -> Bool {
    let depth = open.count
    if namespaces.declaringDepth == depth { namespaces.leave(depth) }
    _ = open.popLast()
    if depth <= toldDepth { return true }
    if depth == toldDepth + 1 { toldDepth = depthLimit }
    return false
  }
}

extension XMLScanner {
  /// The value of an attribute of the element that begins, as it stands in the document; `nil` where it has none.
  mutating func value(of name: Int) -> Range<Int>? {
    for index in 0..<attributeCount {
      let (number, _) = attributeNames.number(of: attributes[index].name, in: bytes, &namespaces)
      if Int(number) == name { return attributes[index].value }
    }
    return nil
  }

  /// Finds the attributes of a tag and declares its namespaces.
  ///
  /// - Returns: where the tag ends; `nil` where it does not, or more bytes are needed first.
  private mutating func findAttributes(from start: Int) -> Int? {
    var place = start
    var declares = false
    attributeCount = 0
    while true {
      place = bytes.endOfBlanks(from: place)
      switch bytes[place] {
      case UInt8(ascii: ">"):
        if declares { declareNamespaces() }
        return place + 1
      case UInt8(ascii: "/") where bytes[place + 1] == UInt8(ascii: ">"):
        isEmptyElement = true
        if declares { declareNamespaces() }
        return place + 2
      case UInt8(ascii: "/") where place + 1 == bytes.end:
        break
      default:
        let name = place..<bytes.endOfName(from: place)
        place = bytes.endOfBlanks(from: name.upperBound)
        guard place < bytes.end else { break }
        guard !name.isEmpty, bytes[place] == UInt8(ascii: "=") else {
          fail("an attribute has no value")
          return nil
        }
        place = bytes.endOfBlanks(from: place + 1)
        guard place < bytes.end else { break }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
          fail("the value of an attribute has no quotation marks")
          return nil
        }
        let value = (place + 1)..<bytes.first(quote, from: place + 1)
        place = value.upperBound + 1
        guard value.upperBound < bytes.end else { break }
        add(Attribute(name: name, value: value))
        if isDeclaration(name) { declares = true }
        continue
      }
      needMore()
      return nil
    }
  }

  @inline(__always)
  private mutating func add(_ attribute: Attribute) {
    if attributeCount < attributes.count {
      attributes[attributeCount] = attribute
    } else {
      attributes.append(attribute)
    }
    attributeCount += 1
  }

  /// Whether an attribute is `xmlns`, or one with this prefix.
  @inline(__always)
  private func isDeclaration(_ name: Range<Int>) -> Bool {
    // The five letters, the first one lowest.
    guard bytes.word(at: name.lowerBound) & 0xFF_FFFF_FFFF == 0x73_6E_6C_6D_78 else { return false }
    return name.count == 5 || name.count > 6 && bytes[name.lowerBound + 5] == UInt8(ascii: ":")
  }

  /// Takes the declarations of namespaces out of the attributes; they hold for the element that begins.
  private mutating func declareNamespaces() {
    var kept = 0
    for index in 0..<attributeCount {
      let attribute = attributes[index]
      if isDeclaration(attribute.name) {
        let prefix = unsafe String(decoding: bytes[attribute.name].dropFirst(6), as: UTF8.self)
        namespaces.declare(prefix, as: string(attribute.value), atDepth: open.count + 1)
      } else {
        attributes[kept] = attribute
        kept += 1
      }
    }
    attributeCount = kept
  }
}
