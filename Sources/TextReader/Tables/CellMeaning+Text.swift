internal import ConverterCore

extension CellMeaning {
  /// Classifies the text of a cell.
  init(_ text: String) {
    if text.utf8.isEmpty {
      self = .empty
    } else if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      // Most cells of most tables.
      self = .value
    } else {
      var scan = ValueScan()
      self = scan.isValue(TextHeight.withoutMark(text).map(String.init) ?? text) ? .value : .label
    }
  }
}

/// Reads `[sign] digits [unit]` with grouping, decimals and a remark in brackets, or a placeholder; white space anywhere.
private struct ValueScan {
  private enum Phase { case start, sign, number, unit, remark, placeholder }
  private var phase = Phase.start
  private var unitLength = 0
  private var failed = false

  /// Whether the whole text is a value; a text of white space is a blank value.
  mutating func isValue(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where !isSpace(scalar) {
      if phase == .start, isWord(scalar) { return isPlaceholder(text, first: scalar) }
      take(scalar)
      if failed { return false }
    }
    return true
  }

  /// Whether a text that begins with a letter is a word that stands where a number could.
  private func isPlaceholder(_ text: String, first: Unicode.Scalar) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    switch first {
    case "无", "無", "空", "未", "不", "暂", "N", "n":
      let letters = text.unicodeScalars.filter { !isSpace($0) }
      return ValueScan.placeholders.contains { $0.unicodeScalars.elementsEqual(letters) }
    default: return false
    }
  }

  private static let placeholders = [
    "无", "無", "空", "未增未减", "不详", "暂无", "N/A", "n/a", "NA", "nil", "None", "none",
  ]

  /// Whether neither a number nor a placeholder of marks begins with the scalar.
  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    !(isDigit(scalar) || isSign(scalar) || isPlaceholder(scalar) || isPrefix(scalar))
  }

  /// A currency sign, or the point of `.5`.
  private func isPrefix(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "¥", "￥", "$", "€", "£", ".": true
    default: false
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch phase {
    case .start:
      if isDigit(scalar) {
        phase = .number
      } else if isSign(scalar) || isPrefix(scalar) {
        phase = .sign
      } else {
        phase = .placeholder
      }
    case .sign:
      if isDigit(scalar) || scalar == "." || scalar == "．" {
        phase = .number
      } else if isPlaceholder(scalar) || isSign(scalar) {
        phase = .placeholder
      } else {
        failed = true
      }
    case .number:
      if isDigit(scalar) || isSeparator(scalar) { break }
      if scalar == "(" || scalar == "（" {
        phase = .remark
      } else if isUnit(scalar) {
        phase = .unit
        unitLength = 1
      } else {
        failed = true
      }
    case .unit:
      if scalar == "(" || scalar == "（" {
        phase = .remark
      } else {
        unitLength += 1
        failed = !isUnit(scalar) || unitLength > 3
      }
    case .remark: break
    case .placeholder: failed = !(isPlaceholder(scalar) || isSign(scalar))
    }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{A0}" || scalar == "\u{3000}"
      || (0x2000...0x200B).contains(scalar.value)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "+", "-", "＋", "－", "−", "±", "–": true
    default: false
    }
  }

  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", "．", "，", "'": true
    default: false
    }
  }

  private func isPlaceholder(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "／", "—", "―", "─", "\\": true
    default: false
    }
  }

  /// Units that follow a number directly; `年` and `月` are none: they make dates, which head columns.
  private func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "％", "‰", "件", "条", "个", "份", "次", "人", "批", "万", "亿", "元", "项", "家", "户", "篇", "起", "宗", "例", "名",
      "千", "百", "册", "台", "套", "辆", "吨", "米", "亩", "天", "場", "筆":
      true
    default: false
    }
  }
}
