extension Unicode.Scalar {
  /// Whether nothing may come between the scalar and what follows: brackets and quotation marks that open.
  package var isOpeningPunctuation: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  /// Whether nothing may come between the scalar and what stands before: brackets and quotation marks that close, and
  /// marks that end a sentence or a part of one.
  package var isClosingPunctuation: Bool {
    switch self {
    case "、", "。", "，", "．", "；", "：", "！", "？", "％", "…", "—", ",", ".", ";", ":", "!", "?", "%": return true
    default: break
    }
    switch properties.generalCategory {
    case .closePunctuation, .finalPunctuation: return true
    default: return false
    }
  }
}
