internal import ConverterCore

/// Text that is no text of the document but a property of a shape: WordArt (Rich Text Format 1.9.1, “Drawing Objects”, `gtextUNICODE`).
///
///     {\sp{\sn gtextUNICODE}{\sv Annual Report}}
extension RTFInterpreter {
  /// Ends the name of a property; all but the text of WordArt are passed over, values included.
  mutating func endPropertyName() throws(ReadingError) {
    if instruction.take() != "gtextUNICODE" { try skipGroup() }
  }

  /// Takes bytes of the text; lines end with U+000D, which stands as `\'0d`.
  mutating func takeWordArt(_ bytes: ArraySlice<UInt8>) {
    if bytes.first == 0x0D {
      instruction.append("\n" as Unicode.Scalar)
    } else {
      instruction.append(bytes, in: characterSet)
    }
  }

  /// Ends the value of a property that is read: its lines are a text box.
  mutating func endWordArt() {
    let lines = instruction.take().split(whereSeparator: \.isNewline)
    guard isShown, !lines.isEmpty else { return }
    let path = nextAsidePath(.textBox)
    let origin = Origin(.element(ElementPath(path)), .stated)
    let blocks = lines.map { Block.paragraph(Paragraph(text: String($0), origin: origin)) }
    flows[flows.count - 1].followers.append(.aside(Aside(role: .textBox, label: nil, blocks: blocks, origin: origin)))
  }
}
