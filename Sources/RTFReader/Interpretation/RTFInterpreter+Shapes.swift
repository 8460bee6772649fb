internal import ConverterCore

/// What properties of shapes say (Rich Text Format 1.9.1, “Drawing Objects”): the text of WordArt, which is no text of the document, and
/// whether the shape is hidden.
///
///     {\shpinst{\sp{\sn gtextUNICODE}{\sv Annual Report}}{\sp{\sn fHidden}{\sv 1}}{\shptxt …}}
extension RTFInterpreter {
  /// A property of a shape that is read.
  enum ShapeProperty: String, Sendable {
    case wordArt = "gtextUNICODE"
    case hidden = "fHidden"
  }

  /// The text of WordArt; it is known when the shape ends whether it is shown.
  struct WordArt: Sendable {
    var lines: [String]

    /// How many groups were open in the shape, around those of its properties.
    var groupCount: Int
  }

  /// Ends the name of a property; those that are not read are passed over, values included.
  mutating func endPropertyName() throws(ReadingError) {
    shapeProperty = ShapeProperty(rawValue: instruction.take())
    if shapeProperty == nil { try skipGroup() }
  }

  /// Takes bytes of a value; lines end with U+000D, which stands as `\'0d`.
  mutating func takePropertyValue(_ bytes: ArraySlice<UInt8>) {
    if bytes.first == 0x0D {
      instruction.append("\n" as Unicode.Scalar)
    } else {
      instruction.append(bytes, in: characterSet)
    }
  }

  /// Ends the value of a property.
  mutating func endPropertyValue() {
    let value = instruction.take()
    // The group of the property lies in that of the shape, whose state comes back when it ends.
    let shape = outer.count - 1
    switch shapeProperty {
    case .wordArt:
      wordArt = WordArt(lines: value.split(whereSeparator: \.isNewline).map(String.init), groupCount: shape)
    case .hidden where value != "0" && outer.indices.contains(shape): outer[shape].isHidden = true
    case .hidden, nil: break
    }
  }

  /// Ends a shape with WordArt: its lines are a text box.
  ///
  /// - Parameter isHidden: whether the shape is.
  mutating func endWordArt(_ art: WordArt, isHidden: Bool) {
    wordArt = nil
    guard !art.lines.isEmpty else { return }
    guard isShown, !isHidden || options.includesHiddenText else { return countOmission() }
    let path = nextAsidePath(.textBox)
    let origin = Origin(.element(ElementPath(path)), .stated)
    let blocks = art.lines.map { Block.paragraph(Paragraph(text: $0, origin: origin)) }
    flows[flows.count - 1].followers.append(.aside(Aside(role: .textBox, label: nil, blocks: blocks, origin: origin)))
  }
}
