internal import Markup

/// Text of DrawingML, as it stands in diagrams and charts.
enum DrawingText {
  /// The text of the paragraph that the cursor is in (ECMA-376 part 1, 21.1.2.2.6).
  static func paragraph(_ cursor: inout XMLCursor) -> String {
    var text = PendingText()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .drawingBreak: text.bytes.append(UInt8(ascii: "\n"))
      case .drawingRun, .drawingField:
        let run = cursor.scope
        while let name = cursor.child(of: run) {
          guard name == .drawingText else { continue }
          let start = text.bytes.count
          cursor.appendText(to: &text.bytes)
          text.clean(from: start)
        }
      default: break
      }
    }
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
