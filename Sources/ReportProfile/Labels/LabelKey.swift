/// A text folded for comparison; see ``LabelFolding``.
struct LabelKey: Hashable, Sendable {
  var scalars: [Unicode.Scalar]

  var isEmpty: Bool { scalars.isEmpty }
}

extension LabelKey {
  /// One number over all scalars (FNV-1a), which costs less than a hasher fed scalar by scalar.
  func hash(into hasher: inout Hasher) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in scalars { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
    hasher.combine(hash)
  }
}

extension LabelKey {
  /// The key without the number before it: `一,`, `(一)`, `1.`, `(1)`; itself where there is none or nothing would be left.
  var withoutOrdinal: LabelKey {
    var rest = scalars[...]
    let isBracketed = rest.first == "("
    if isBracketed { rest.removeFirst() }
    let digits = rest.prefix { Self.isOrdinalDigit($0) }
    guard !digits.isEmpty, digits.count <= 3 else { return self }
    rest.removeFirst(digits.count)
    guard let end = rest.first, isBracketed ? end == ")" : Self.endsOrdinal(end) else { return self }
    rest.removeFirst()
    return rest.isEmpty ? self : LabelKey(scalars: Array(rest))
  }

  /// The key without notes in brackets, wherever they stand: `规章(县级无此项)`, `本年(2023)制发件数`; an opening bracket
  /// without its partner (a label cut off) drops the rest. Itself where nothing would be left.
  var withoutNotes: LabelKey {
    guard scalars.contains("(") else { return self }
    var kept: [Unicode.Scalar] = []
    var depth = 0
    for scalar in scalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return kept.isEmpty ? self : LabelKey(scalars: kept)
  }

  func hasPrefix(_ other: LabelKey) -> Bool {
    scalars.starts(with: other.scalars)
  }

  /// Whether other scalars occur in this key one behind the other; none always do.
  func contains(_ piece: [Unicode.Scalar]) -> Bool {
    piece.isEmpty || scalars.firstIndex(of: piece) != nil
  }

  /// Whether this key ends with another one that is not empty.
  func hasSuffix(_ other: LabelKey) -> Bool {
    !other.isEmpty && scalars.count >= other.scalars.count
      && scalars.suffix(other.scalars.count).elementsEqual(other.scalars)
  }

  /// How many scalars of this key occur in the other as well, each counted once, as a share of the longer key: 0 to 1,
  /// in hundredths.
  func likeness(to other: LabelKey) -> Int {
    var rest = other.scalars
    var common = 0
    for scalar in scalars {
      guard let index = rest.firstIndex(of: scalar) else { continue }
      rest.remove(at: index)
      common += 1
    }
    return 100 * common / max(1, scalars.count, other.scalars.count)
  }

  private static func isOrdinalDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "0"..."9": true
    default: false
    }
  }

  private static func endsOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == "．" || scalar == "·"
  }
}

extension LabelKey: Comparable {
  static func < (left: LabelKey, right: LabelKey) -> Bool {
    left.scalars.lexicographicallyPrecedes(right.scalars)
  }
}

extension LabelKey: CustomStringConvertible {
  var description: String { String(String.UnicodeScalarView(scalars)) }
}
