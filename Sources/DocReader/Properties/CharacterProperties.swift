internal import Bytes
internal import ConverterCore

/// What a run of characters says about being shown; appearance is not read.
struct CharacterProperties: Hashable, Sendable {
  /// A property that a style may have set before ([MS-DOC] 2.9.328 ToggleOperand).
  enum Toggle: Hashable, Sendable {
    case off, on
    /// As the style says, and the opposite of it.
    case asStyle, unlikeStyle

    init(_ value: Int) {
      self =
        switch value {
        case 0: .off
        case 0x80: .asStyle
        case 0x81: .unlikeStyle
        default: .on
        }
    }

    func isOn(inStyle style: Bool) -> Bool {
      switch self {
      case .off: false
      case .on: true
      case .asStyle: style
      case .unlikeStyle: !style
      }
    }
  }

  /// Removed by a tracked change.
  var isDeleted = false

  /// Added by a tracked change.
  var isInserted = false

  var hidden = Toggle.asStyle

  /// How high the text stands; `nil` for as the style says.
  var height: TextHeight?

  /// Whether certain characters stand for something else (a picture, a note's number).
  var isSpecial = false

  /// Whether the character stands for data of a form field or object, not for a picture.
  var isData = false

  /// The index of the run's own style, 10 for none.
  var style = 10

  /// The index of the font for what is no East Asian text; `nil` where only a style says.
  var font: Int?

  /// The character that a special `(` stands for, and the index of its font.
  var symbol: Symbol?

  /// A character of a certain font.
  struct Symbol: Hashable, Sendable {
    var font: Int
    var code: UInt16
  }

  /// Where in the stream `Data` the picture or binary data lies that a special character stands for.
  var dataOffset: Int?
}

extension CharacterProperties {
  /// Applies changes in order.
  ///
  /// - Parameters:
  ///   - list: the changes.
  ///   - bytes: those that the list lies in.
  mutating func apply(_ list: Modifiers, of bytes: Span<UInt8>) {
    var list = list
    while let modifier = list.next(in: bytes) {
      let start = modifier.operand.lowerBound
      switch modifier.code {
      case ModifierCode.deleted: isDeleted = bytes.byte(at: start) == 1
      case ModifierCode.inserted: isInserted = bytes.byte(at: start) == 1
      case ModifierCode.hidden: hidden = Toggle(bytes.byte(at: start) ?? 0)
      case ModifierCode.height: height = TextHeight(superscriptCode: bytes.byte(at: start))
      case ModifierCode.special: isSpecial = bytes.byte(at: start) == 1
      case ModifierCode.binaryData: isData = bytes.byte(at: start) == 1
      case ModifierCode.characterStyle: style = bytes.unsigned16(at: start) ?? style
      case ModifierCode.symbol:
        isSpecial = true
        if let font = bytes.unsigned16(at: start), let code = bytes.unsigned16(at: start + 2) {
          symbol = Symbol(font: font, code: UInt16(truncatingIfNeeded: code))
        }
      case ModifierCode.font: font = bytes.unsigned16(at: start)
      case ModifierCode.pictureLocation:
        isSpecial = true
        dataOffset = bytes.signed32(at: start)
      case ModifierCode.plain: (hidden, height) = (.asStyle, nil)
      default: break
      }
    }
  }
}

extension TextHeight {
  /// The height by its code ([MS-DOC] 2.6.1, sprmCIss).
  fileprivate init(superscriptCode code: Int?) {
    self =
      switch code {
      case 1: .raised
      case 2: .lowered
      default: .level
      }
  }
}
