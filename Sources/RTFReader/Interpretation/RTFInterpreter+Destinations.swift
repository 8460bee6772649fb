internal import ConverterCore

extension RTFInterpreter {
  /// Takes a word that says what the group is; other words change nothing.
  mutating func begin(_ word: ControlWord) throws(ReadingError) {
    switch word {
    case .fonttbl: state.destination = .fontTable
    case .stylesheet: state.destination = .styleSheet
    case .listtable: state.destination = .listTable
    case .listoverridetable: state.destination = .listOverrides
    case .info: state.destination = .information
    case .title, .author:
      let destination: GroupState.Destination = word == .title ? .title : .author
      guard state.destination == .information, !metadata.has(destination) else { return try skipGroup() }
      state.destination = destination
    case .creatim where state.destination == .information: state.destination = .created
    case .revtim where state.destination == .information: state.destination = .modified
    case .listtext, .pntext: state.destination = .listText
    case .pn: beginNumbering()
    case .pntxtb: if state.destination == .numbering { state.destination = .textBeforeNumber }
    case .pntxta: if state.destination == .numbering { state.destination = .textAfterNumber }
    case .nesttableprops: state.destination = .nestedRow
    case .field, .fldrslt, .shppict: break
    // `{\upr{old}{\*\ud{new}}}`: the same content twice; the second form means what the whole stands for.
    case .upr: state.destination = .olderForm
    case .ud: if outer.count > 1 { state.destination = outer[outer.count - 2].destination }
    case .shp, .shpinst, .shpgrp, .object, .do: if state.destination != .olderForm { state.destination = .wrapper }
    case .result: if state.destination == .wrapper { state.destination = .body }
    case .sp: if state.destination == .wrapper { state.destination = .shapeProperty } else { try skipGroup() }
    case .sn: if state.destination == .shapeProperty { state.destination = .propertyName }
    case .sv: if state.destination == .shapeProperty { state.destination = .propertyValue }
    case .pict: try takePicture()
    case .fldinst: state.destination = .fieldCode
    case .objclass: if state.destination == .wrapper { state.destination = .objectClass }
    case .formfield:
      state.destination = .formField
      formField = FormField()
    case .ffl:
      state.destination = .formEntry
      formField.beginEntry()
    case .annotation: try beginAside(.comment)
    case .footnote: try beginAside(.footnote)
    case .ftnalt: endnoteInsteadOfFootnote()
    case .shptxt, .dptxbxtext: try beginAside(.textBox)
    case .header, .headerl, .headerr, .headerf: try beginHeader(.header)
    case .footer, .footerl, .footerr, .footerf: try beginHeader(.footer)
    case .moMath: beginEquation()
    case .moMathPara, .mr, .mf, .mfPr, .mtype, .mnum, .mden, .mrad, .mdeg, .me, .msSub, .msSup, .msSubSup, .msPre,
      .msub, .msup, .mnary, .mnaryPr, .mchr, .md, .mdPr, .mbegChr, .mendChr, .msepChr, .mm, .mmr, .meqArr, .mfunc,
      .mfName, .mlimLow, .mlimUpp, .mlim, .macc, .maccPr, .mbar, .mgroupChr, .mgroupChrPr, .mbox, .mborderBox,
      .mphant:
      if state.destination == .equation { equation.name(word) }
    case .nonshppict, .shprslt, .colortbl, .filetbl, .revtbl, .xe, .tc, .tcn, .rxe, .objdata, .comment,
      .levelnumbers, .listname, .ftnsep, .ftnsepc, .ftncn, .aftnsep, .aftnsepc, .aftncn, .listpicture,
      .nonesttables:
      try skipGroup()
    default: break
    }
  }

  /// Begins the numbering that a paragraph carries, which holds in the group around it.
  private mutating func beginNumbering() {
    state.destination = .numbering
    numbering = ParagraphNumbering()
  }

  private mutating func takePicture() throws(ReadingError) {
    if state.destination == .body, isShown {
      pictureCount += 1
      let path = ElementPath("pictures/picture[\(pictureCount)]")
      flows[flows.count - 1].followers.append(.figure(Figure(origin: Origin(.element(path), .stated))))
    }
    try skipGroup()
  }

  /// Begins a note or text box in the text; inside hidden or deleted text, or nested too deep, it is passed over.
  private mutating func beginAside(_ role: Aside.Role) throws(ReadingError) {
    let isPlaced = state.destination == .body || state.destination == .wrapper
    guard flows.count < maximumAsides, isShown, isPlaced, !outer.isEmpty else {
      if !isShown { countOmission() }
      return try skipGroup()
    }
    begin(role)
  }

  private mutating func beginHeader(_ role: Aside.Role) throws(ReadingError) {
    guard options.includesHeaders, flows.count == 1, !outer.isEmpty else { return try skipGroup() }
    begin(role)
  }

  private mutating func begin(_ role: Aside.Role) {
    let path = nextAsidePath(role)
    state.destination = .body
    state.paragraph = ParagraphState()
    // A note begins where its raised mark stands.
    state.height = .level
    flows.append(Flow(.aside(role, path: path), root: path, limits: limits, groupCount: outer.count))
    lists.beginText()
  }

  /// The path of the next note, text box or header.
  mutating func nextAsidePath(_ role: Aside.Role) -> String {
    let number = (asideCounts[role] ?? 0) + 1
    asideCounts[role] = number
    return "\(role.rawValue)s/\(role.rawValue)[\(number)]"
  }

  /// `\footnote\ftnalt` is an endnote.
  private mutating func endnoteInsteadOfFootnote() {
    guard case .aside(.footnote, _) = flows[flows.count - 1].purpose else { return }
    asideCounts[.footnote, default: 1] -= 1
    flows.removeLast()
    lists.endText()
    begin(.endnote)
  }

  /// Ends the text of a group that closes: that of the document stays, a note, text box or header goes to its place.
  mutating func end(_ flow: Flow) throws(ReadingError) {
    if hasParagraph { try add(.paragraph, depth: state.paragraph.depth) }
    guard case .aside(let role, let path) = flow.purpose, var ended = flows.popLast() else { return }
    lists.endText()
    let blocks = try ended.assembler.finish()
    omissions.addCells(of: ended.assembler)
    replacementCount += ended.text.replacementCount
    guard !blocks.isEmpty else { return }
    let isNote = role == .footnote || role == .endnote
    let label = isNote && ended.isNumbered ? notes.next(role) : nil
    let aside = Aside(role: role, label: label, blocks: blocks, origin: Origin(.element(ElementPath(path)), .stated))
    if role == .header || role == .footer {
      headers.append(.aside(aside))
    } else {
      flows[flows.count - 1].followers.append(.aside(aside))
    }
  }
}

/// Notes in text boxes in notes: more nesting than that means a damaged file.
private let maximumAsides = 8
