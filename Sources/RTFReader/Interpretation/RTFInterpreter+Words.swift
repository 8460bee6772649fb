internal import ConverterCore

extension RTFInterpreter {
  /// Takes a control word that is read.
  mutating func take(_ word: ControlWord, _ number: Int?) throws(ReadingError) {
    switch word {
    // Characters.
    case .ansi, .mac, .pc, .pca, .ansicpg: setCodePage(word, number)
    case .uc: state.standInCount = max(0, min(number ?? 1, 64))
    case .u: takeUnit(number ?? 0)
    case .f, .pnf: setFont(number ?? 0)
    case .deff: defaultFont = number ?? 0
    case .fcharset, .cpg: setCharset(word, number ?? 0)
    case .plain:
      (state.isHidden, state.isDeleted, state.isInserted) = (false, false, false)
      state.height = .level
      state.font = nil
    case .super, .sub, .nosupersub, .up, .dn: setHeight(word, number)
    case .v: state.isHidden = number != 0
    // Text that was moved is there twice: deleted where it was, inserted where it is.
    case .deleted, .mvf: state.isDeleted = number != 0
    case .revised, .mvt: state.isInserted = number != 0
    case .tab, .line, .page, .column, .lquote, .rquote, .ldblquote, .rdblquote, .bullet, .endash, .emdash, .emspace,
      .enspace, .qmspace, .zwj, .zwnj:
      takeScalar(word)
    case .chftn: flows[flows.count - 1].isNumbered = true
    case .ftnstart, .aftnstart, .ftnnar, .ftnnalc, .ftnnauc, .ftnnrlc, .ftnnruc, .aftnnar, .aftnnalc, .aftnnauc,
      .aftnnrlc, .aftnnruc:
      notes.apply(word, number ?? 1)

    // Paragraphs.
    case .pard: state.paragraph = ParagraphState()
    case .ql, .qr, .qj, .qc: state.paragraph.isCentered = word == .qc
    case .s, .cs, .ds, .ts, .sbasedon, .outlinelevel: takeStyle(word, number ?? 0)
    case .ls, .ilvl: takeListPlace(word, number ?? 0)
    case .pnlvl, .pnlvlbody, .pnlvlblt, .pnlvlcont, .pnstart, .pnprev, .pndec, .pnucrm, .pnlcrm, .pnucltr, .pnlcltr,
      .pnord, .pncard, .pnordt, .pncnum, .pndecd, .pnganada, .pnchosung, .pndbnum, .pndbnumd, .pndbnuml, .pndbnumk,
      .pngbnum, .pngbnumd, .pngbnuml, .pngbnumk, .pnaiueo, .pnaiueod, .pniroha, .pnirohad, .pnzodiac, .pnzodiacd,
      .pnzodiacl:
      if state.destination == .numbering { numbering.apply(word, number) }
    case .par: try endParagraph(.paragraph)
    case .sect: try endSection()
    case .intbl: state.paragraph.isInTable = number != 0
    case .itap: state.paragraph.tableDepth = max(0, number ?? 0)
    case .cell: try endCell(depth: 1)
    case .nestcell: try endCell(depth: max(2, state.paragraph.depth))
    case .row: try endRow(depth: 1)
    case .nestrow: try endRow(depth: max(2, state.paragraph.depth))
    case .trowd, .trleft, .trhdr, .cellx, .clmgf, .clmrg, .clvmgf, .clvmrg: defineRow(word, number)

    // The head of the document.
    case .list, .listlevel, .levelnfc, .levelnfcn, .levelstartat, .levelnorestart, .levellegal, .leveltext, .listid,
      .listoverride, .lfolevel, .listoverridestartat, .listoverrideformat:
      takeListTable(word, number ?? 0)
    case .fftype, .ffres, .ffdefres: if state.destination == .formField { formField.apply(word, number ?? 0) }
    case .yr, .mo, .dy, .hr, .min, .nofpages: metadata.apply(word, number ?? 0, in: state.destination)

    default: try begin(word)
    }
  }

  /// Takes `\~` and its like.
  mutating func takeSymbol(_ symbol: UInt8) throws(ReadingError) {
    switch symbol {
    case UInt8(ascii: "~"): takeText(scalar: "\u{A0}")
    case UInt8(ascii: "_"): takeText(scalar: "\u{2011}")
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): takeText([symbol])
    case 0x09: takeText(scalar: "\t")
    // A backslash at the end of a line is a paragraph's end.
    case 0x0A, 0x0D: try endParagraph(.paragraph)
    default: break
    }
  }

  private mutating func takeScalar(_ word: ControlWord) {
    let scalar: Unicode.Scalar =
      switch word {
      case .tab: "\t"
      case .line, .page, .column: "\n"
      case .lquote: "\u{2018}"
      case .rquote: "\u{2019}"
      case .ldblquote: "\u{201C}"
      case .rdblquote: "\u{201D}"
      case .bullet: "\u{2022}"
      case .endash: "\u{2013}"
      case .emdash: "\u{2014}"
      case .emspace: "\u{2003}"
      case .enspace: "\u{2002}"
      case .qmspace: "\u{2005}"
      case .zwj: "\u{200D}"
      default: "\u{200C}"
      }
    takeText(scalar: scalar)
  }

  private mutating func setCodePage(_ word: ControlWord, _ number: Int?) {
    let codePage =
      switch word {
      case .mac: 10000
      case .pc: 437
      case .pca: 850
      case .ansicpg: number ?? 1252
      default: 1252
      }
    if let set = CharacterSet(codePage: codePage) { self.codePage = set }
  }

  /// Sets the height of the text that comes. One stated in half points is that of a superscript or subscript from three points on,
  /// a quarter of the usual size; less moves letters a little.
  private mutating func setHeight(_ word: ControlWord, _ number: Int?) {
    switch word {
    case .super: state.height = number == 0 ? .level : .raised
    case .sub: state.height = number == 0 ? .level : .lowered
    case .up: state.height = (number ?? 6) >= 6 ? .raised : .level
    case .dn: state.height = (number ?? 6) >= 6 ? .lowered : .level
    default: state.height = .level
    }
  }

  private mutating func setFont(_ number: Int) {
    if state.destination == .fontTable { fontNumber = number } else { state.font = number }
  }

  private mutating func setCharset(_ word: ControlWord, _ number: Int) {
    guard state.destination == .fontTable else { return }
    let codePage = word == .cpg ? number : codePage.codePage(ofCharset: number)
    if let codePage, let set = CharacterSet(codePage: codePage) { fonts[fontNumber] = set }
  }

  private mutating func takeListPlace(_ word: ControlWord, _ number: Int) {
    if state.destination == .listOverrides {
      if word == .ls { lists.setOverrideNumber(number) }
    } else if word == .ls {
      state.paragraph.list = number
    } else {
      state.paragraph.listLevel = max(0, min(number, 8))
    }
  }

  private mutating func takeListTable(_ word: ControlWord, _ number: Int) {
    guard state.destination == .listTable || state.destination == .listOverrides else { return }
    if word == .leveltext { state.destination = .levelText }
    lists.apply(word, number)
  }

  private mutating func defineRow(_ word: ControlWord, _ number: Int?) {
    let depth = state.destination == .nestedRow ? max(2, state.paragraph.depth) : 1
    flows[flows.count - 1].rows[depth, default: RowDefinition()].apply(word, number)
  }
}
