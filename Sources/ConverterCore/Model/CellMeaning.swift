/// What a cell's text is to its table, as far as the text alone shows it.
package enum CellMeaning: Hashable, Sendable {
  /// Nothing at all; where a flattener leaves continued merges, this is what they look like.
  case empty
  /// A number with or without a unit, a mark or word that stands for none, such as `/` or `无`, or white space.
  case value
  /// Anything else.
  case label
}

extension CellMeaning {
  /// Which words behind a number are its unit: `12件` is a value, `110指挥中心` a label, and no list tells all of them apart.
  package enum Units: Hashable, Sendable {
    /// Those of a short list. For texts whose tables have to be found first: a label taken for a value makes another table of them.
    case common
    /// Any word of at most eight letters. For cells that the source states, where little more than a header depends on it.
    case any
  }

  /// Reads `[sign, currency] digits [unit] [remark in brackets]`, with separators between digits and white space anywhere, or what
  /// stands where a number could.
  ///
  /// Labels are: dates with their signs or points (`2023年`, `31.12.2023`), ranges, numbers of items (`3.`), and codes, which are
  /// numbers of more than three digits that begin with a zero. The mark of a note behind a figure leaves it a value: `1,200¹`, `9 *`.
  package init(_ text: String, units: Units) {
    let utf8 = text.utf8
    guard let first = utf8.first else {
      self = .empty
      return
    }
    if first != UInt8(ascii: "0") || utf8.count <= 3, utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      // Most cells of most tables.
      self = .value
    } else {
      var scan = ValueScan(units: units)
      self = scan.isValue(TextHeight.withoutMark(text).map(String.init) ?? text) ? .value : .label
    }
  }
}

/// Reads the text of a cell scalar by scalar; most labels are told by the first.
private struct ValueScan {
  private enum Phase {
    case start, bracket, sign, prefix, number, separator, unit, remark, behindRemark, behindBracket, noteMarks, marks,
      noValue
  }

  private let units: CellMeaning.Units
  private var phase = Phase.start
  private var digitCount = 0
  /// Whether the text begins with a zero.
  private var beginsWithZero = false
  /// Whether an amount of money stands in brackets, which are its sign: `$(1,250)`.
  private var isBracketed = false
  /// Whether a separator stood among the digits.
  private var isParted = false
  private var points = Points()
  /// The scalars of the unit; counted and not collected, since most cells of a text come here.
  private var unitLength = 0
  /// A space where there is no unit.
  private var firstOfUnit: Unicode.Scalar = " "
  /// Whether the unit is made of those of ``CellMeaning/Units/common``.
  private var isUnitCommon = true
  /// Whether white space stands behind the unit.
  private var endsUnit = false

  init(units: CellMeaning.Units) {
    self.units = units
  }

  /// Whether the whole text is a value; a text of white space is a blank one.
  mutating func isValue(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        endsUnit = phase == .unit
        continue
      }
      if phase == .start, isWord(scalar) { return ValueScan.isPlaceholder(text, first: scalar) }
      take(scalar)
      if phase == .noValue { return false }
    }
    if isBracketed, phase != .behindBracket, phase != .noteMarks { return false }
    switch phase {
    case .bracket, .separator, .remark, .noValue: return false
    case .behindBracket, .noteMarks, .start, .sign, .prefix, .number, .unit, .behindRemark, .marks:
      return !isCode && !isPartOfDate && !points.areThoseOfDate
    }
  }

  /// Whether the digits are those of a code, such as `0012`.
  private var isCode: Bool { beginsWithZero && !isParted && digitCount > 3 }

  /// Whether the unit makes a date, which heads a column or names a row: `2023年度`, `3月`, `1季度`.
  private var isPartOfDate: Bool {
    switch firstOfUnit {
    case "年", "月", "季": true
    case "日": unitLength == 1
    default: false
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    phase =
      switch phase {
      case .start: begin(scalar)
      case .bracket: isPrefix(scalar) ? .prefix : .noValue
      case .sign, .prefix: afterSign(scalar)
      case .number, .separator: afterDigit(scalar)
      case .unit: afterUnit(scalar)
      case .remark: isCloseBracket(scalar) ? .behindRemark : .remark
      case .behindRemark: isOpenBracket(scalar) ? .remark : .noValue
      case .behindBracket, .noteMarks: scalar.isNoteMark ? .noteMarks : .noValue
      case .marks: isMark(scalar) || isSign(scalar) ? .marks : .noValue
      case .noValue: .noValue
      }
  }

  private mutating func begin(_ scalar: Unicode.Scalar) -> Phase {
    if isSign(scalar) { return .sign }
    if isPrefix(scalar) { return .prefix }
    if isOpenBracket(scalar) {
      isBracketed = true
      return .bracket
    }
    guard isDigit(scalar) else { return .marks }
    beginsWithZero = scalar == "0" || scalar == "０"
    digitCount = 1
    return .number
  }

  private mutating func afterSign(_ scalar: Unicode.Scalar) -> Phase {
    if isDigit(scalar) {
      digitCount = 1
      return .number
    }
    if isPrefix(scalar) { return .prefix }
    if isOpenBracket(scalar), phase == .prefix, !isBracketed {
      isBracketed = true
      return .prefix
    }
    // `$-5` is a figure, `--` none.
    if isSign(scalar), phase == .prefix { return .sign }
    return isMark(scalar) || isSign(scalar) ? .marks : .noValue
  }

  private mutating func afterDigit(_ scalar: Unicode.Scalar) -> Phase {
    if isDigit(scalar) {
      digitCount += 1
      points.sawDigit()
      return .number
    }
    guard phase == .number else { return .noValue }
    if isSeparator(scalar) {
      isParted = true
      points.sawSeparator(scalar)
      return .separator
    }
    if scalar.isNoteMark { return isBracketed ? .noValue : .noteMarks }
    if isBracketed { return isCloseBracket(scalar) ? .behindBracket : .noValue }
    // `1/2` is no number of halves.
    return isOpenBracket(scalar) ? .remark : isMark(scalar) ? .noValue : inUnit(scalar)
  }

  private mutating func afterUnit(_ scalar: Unicode.Scalar) -> Phase {
    // `7z(1)` is no figure with a remark.
    if isOpenBracket(scalar) { return isUnitCommon ? .remark : .noValue }
    if scalar.isNoteMark { return .noteMarks }
    return inUnit(scalar)
  }

  private mutating func inUnit(_ scalar: Unicode.Scalar) -> Phase {
    let isCommon = isCommonUnit(scalar)
    switch units {
    case .common: guard unitLength < 3, isCommon else { return .noValue }
    // `1 root disk` is no figure with a unit.
    case .any: guard unitLength < 8, !endsUnit, isCommon || scalar.isOfUnit else { return .noValue }
    }
    if unitLength == 0 { firstOfUnit = scalar }
    unitLength += 1
    isUnitCommon = isUnitCommon && isCommon
    return .unit
  }
}

/// The points among the digits of a number: one before decimals, or several before three digits each; elsewhere they part a date
/// or the numbers of a version.
private struct Points {
  private var count = 0
  /// The digits since the last separator, where it was a point.
  private var groupLength: Int?
  private var hasUnevenGroup = false

  /// `31.12.2023`, but not `1.234.567,8`.
  var areThoseOfDate: Bool { count > 1 && (hasUnevenGroup || isUneven) }

  private var isUneven: Bool { groupLength.map { $0 != 3 } ?? false }

  mutating func sawDigit() {
    if let length = groupLength { groupLength = length + 1 }
  }

  mutating func sawSeparator(_ separator: Unicode.Scalar) {
    hasUnevenGroup = hasUnevenGroup || isUneven
    let isPoint = separator == "." || separator == "．"
    count += isPoint ? 1 : 0
    groupLength = isPoint ? 0 : nil
  }
}

extension ValueScan {
  /// Whether a text that begins with a letter is a word that stands where a number could.
  private static func isPlaceholder(_ text: String, first: Unicode.Scalar) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    switch first {
    case "无", "無", "空", "未", "不", "暂", "N", "n", "*", "…":
      let ink = text.unicodeScalars.filter { !isSpace($0) }
      return placeholders.contains { $0.unicodeScalars.elementsEqual(ink) }
    default: return false
    }
  }

  private static let placeholders = [
    "无", "無", "空", "未增未减", "不详", "暂无", "N/A", "n/a", "NA", "nil", "None", "none", "*", "…",
  ]
}

/// Whether neither a number nor marks without one begin with the scalar.
private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  !(isDigit(scalar) || isSign(scalar) || isMark(scalar) || isPrefix(scalar) || isOpenBracket(scalar))
}

/// A currency sign, or the point of `.5`.
private func isPrefix(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ".", "．", "$", "\u{A2}"..."\u{A5}", "\u{20A0}"..."\u{20CF}", "＄", "￠", "￡", "￥", "￦": true
  default: false
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isWhiteSpace || scalar == "\u{200B}"
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
}

private func isSign(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "+", "-", "＋", "－", "−", "﹣", "±", "–": true
  default: false
  }
}

/// What may stand between two digits.
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ".", ",", "．", "，", "'", "’": true
  default: false
  }
}

/// Marks that alone, or several together, stand where there is no number.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "/", "／", "—", "―", "─", "\\": true
  default: false
  }
}

private func isOpenBracket(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "(" || scalar == "（"
}

private func isCloseBracket(_ scalar: Unicode.Scalar) -> Bool {
  scalar == ")" || scalar == "）"
}

/// What the units of ``CellMeaning/Units/common`` are made of.
private func isCommonUnit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "%", "％", "‰", "件", "条", "个", "份", "次", "人", "批", "万", "亿", "元", "项", "家", "户", "篇", "起", "宗", "例", "名",
    "千", "百", "册", "台", "套", "辆", "吨", "米", "亩", "天", "場", "筆":
    true
  default: false
  }
}
