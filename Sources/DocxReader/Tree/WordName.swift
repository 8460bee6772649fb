/// The elements that the reader tells apart; anything else is `other`.
///
/// Raw values are names in fixed prefixes, whatever prefixes a file uses (see `WordVocabulary`).
enum WordName: String, CaseIterable {
  case other = ""

  // Stories and blocks (ECMA-376 part 1, 17.2, 17.13, 17.17).
  case document = "w:document"
  case body = "w:body"
  case paragraph = "w:p"
  case table = "w:tbl"
  case contentControl = "w:sdt"
  case contentControlProperties = "w:sdtPr"
  case contentControlContent = "w:sdtContent"
  case customXML = "w:customXml"
  case altChunk = "w:altChunk"
  case sectionProperties = "w:sectPr"
  case headerReference = "w:headerReference"
  case footerReference = "w:footerReference"
  case header = "w:hdr"
  case footer = "w:ftr"
  case footnotes = "w:footnotes"
  case footnote = "w:footnote"
  case endnotes = "w:endnotes"
  case endnote = "w:endnote"
  case comments = "w:comments"
  case comment = "w:comment"
  case glossaryDocument = "w:glossaryDocument"

  // Paragraphs (17.3.1).
  case paragraphProperties = "w:pPr"
  case paragraphStyle = "w:pStyle"
  case numberingProperties = "w:numPr"
  case numberingLevel = "w:ilvl"
  case numberingID = "w:numId"
  case outlineLevel = "w:outlineLvl"
  case justification = "w:jc"

  // Runs (17.3.2, 17.3.3).
  case run = "w:r"
  case runProperties = "w:rPr"
  case runStyle = "w:rStyle"
  case fonts = "w:rFonts"
  case vanish = "w:vanish"
  case specialVanish = "w:specVanish"
  case language = "w:lang"
  case text = "w:t"
  case tab = "w:tab"
  case alignmentTab = "w:ptab"
  case lineBreak = "w:br"
  case carriageReturn = "w:cr"
  case noBreakHyphen = "w:noBreakHyphen"
  case symbol = "w:sym"
  case ruby = "w:ruby"
  case rubyText = "w:rt"
  case rubyBase = "w:rubyBase"
  case deletedText = "w:delText"
  case footnoteReference = "w:footnoteReference"
  case endnoteReference = "w:endnoteReference"
  case commentReference = "w:commentReference"
  case picture = "w:pict"
  case embeddedObject = "w:object"
  case drawing = "w:drawing"
  case subDocument = "w:subDoc"

  // Wrappers of runs (17.5, 17.13.5, 17.16).
  case hyperlink = "w:hyperlink"
  case smartTag = "w:smartTag"
  case direction = "w:dir"
  case directionOverride = "w:bdo"
  case inserted = "w:ins"
  case deleted = "w:del"
  case movedFrom = "w:moveFrom"
  case movedTo = "w:moveTo"

  // Changes and comments of Word 2003 XML.
  case annotation = "aml:annotation"

  // Fields (17.16).
  case fieldCharacter = "w:fldChar"
  case simpleField = "w:fldSimple"
  case fieldCode = "w:instrText"
  case deletedFieldCode = "w:delInstrText"
  case fieldData = "w:ffData"
  case checkBox = "w:checkBox"
  case checked = "w:checked"
  case dropDownList = "w:ddList"
  case result = "w:result"
  case listEntry = "w:listEntry"
  case defaultValue = "w:default"

  // Tables (17.4).
  case tableProperties = "w:tblPr"
  case tableGrid = "w:tblGrid"
  case gridColumn = "w:gridCol"
  case tableCaption = "w:tblCaption"
  case rightToLeft = "w:bidiVisual"
  case row = "w:tr"
  case rowProperties = "w:trPr"
  case rowExceptions = "w:tblPrEx"
  case gridBefore = "w:gridBefore"
  case gridAfter = "w:gridAfter"
  case tableHeader = "w:tblHeader"
  case cell = "w:tc"
  case cellProperties = "w:tcPr"
  case gridSpan = "w:gridSpan"
  case verticalMerge = "w:vMerge"
  case horizontalMerge = "w:hMerge"
  case cellInserted = "w:cellIns"
  case cellDeleted = "w:cellDel"
  case cellMerge = "w:cellMerge"

  // Styles (17.7).
  case styles = "w:styles"
  case documentDefaults = "w:docDefaults"
  case runDefaults = "w:rPrDefault"
  case paragraphDefaults = "w:pPrDefault"
  case style = "w:style"
  case name = "w:name"
  case basedOn = "w:basedOn"

  // Numbering (17.9).
  case numbering = "w:numbering"
  case abstractNumbering = "w:abstractNum"
  case numberingInstance = "w:num"
  case abstractNumberingID = "w:abstractNumId"
  case level = "w:lvl"
  case levelOverride = "w:lvlOverride"
  case startOverride = "w:startOverride"
  case start = "w:start"
  case numberFormat = "w:numFmt"
  case levelText = "w:lvlText"
  case legalNumbering = "w:isLgl"
  case levelRestart = "w:lvlRestart"
  case levelPicture = "w:lvlPicBulletId"
  case styleLink = "w:styleLink"
  case numberingStyleLink = "w:numStyleLink"

  // Settings (17.15, 17.11).
  case settings = "w:settings"
  case footnoteProperties = "w:footnotePr"
  case endnoteProperties = "w:endnotePr"
  case numberStart = "w:numStart"
  case numberRestart = "w:numRestart"

  // Markup compatibility (ECMA-376 part 3).
  case alternateContent = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"

  // Drawings: DrawingML (part 1, 20, 21), its Word shapes, and VML (part 4, 19).
  case inlineDrawing = "wp:inline"
  case anchoredDrawing = "wp:anchor"
  case drawingProperties = "wp:docPr"
  case graphicData = "a:graphicData"
  case pictureShape = "pic:pic"
  case diagram = "dgm:relIds"
  case chart = "c:chart"
  case extendedChart = "cx:chart"
  case textBoxContent = "w:txbxContent"
  case shapeImage = "v:imagedata"
  case textPath = "v:textpath"
  case oleObject = "o:OLEObject"

  // Equations (part 1, 22.1).
  case equation = "m:oMath"
  case equationParagraph = "m:oMathPara"
  case mathRun = "m:r"
  case mathText = "m:t"
  case fraction = "m:f"
  case fractionProperties = "m:fPr"
  case fractionType = "m:type"
  case numerator = "m:num"
  case denominator = "m:den"
  case radical = "m:rad"
  case degree = "m:deg"
  case base = "m:e"
  case subscripted = "m:sSub"
  case superscripted = "m:sSup"
  case subSuperscripted = "m:sSubSup"
  case preScripted = "m:sPre"
  case subscriptPart = "m:sub"
  case superscriptPart = "m:sup"
  case nary = "m:nary"
  case naryProperties = "m:naryPr"
  case mathCharacter = "m:chr"
  case delimiters = "m:d"
  case delimiterProperties = "m:dPr"
  case beginCharacter = "m:begChr"
  case endCharacter = "m:endChr"
  case separatorCharacter = "m:sepChr"
  case matrix = "m:m"
  case matrixRow = "m:mr"
  case equationArray = "m:eqArr"
  case function = "m:func"
  case functionName = "m:fName"
  case lowerLimit = "m:limLow"
  case upperLimit = "m:limUpp"
  case limitPart = "m:lim"
  case accent = "m:acc"
  case accentProperties = "m:accPr"
  case groupCharacter = "m:groupChr"
  case groupCharacterProperties = "m:groupChrPr"
  case bar = "m:bar"
  case mathProperties = "m:ctrlPr"

  // Packages: relationships and content types (part 2), properties (part 2, 11; part 1, 22.2).
  case relationships = "rel:Relationships"
  case relationship = "rel:Relationship"
  case contentTypes = "ct:Types"
  case contentTypeDefault = "ct:Default"
  case contentTypeOverride = "ct:Override"
  case coreProperties = "cp:coreProperties"
  case propertyTitle = "dc:title"
  case propertyCreator = "dc:creator"
  case propertyLanguage = "dc:language"
  case propertyCreated = "dcterms:created"
  case propertyModified = "dcterms:modified"
  case extendedProperties = "ep:Properties"
  case extendedPages = "ep:Pages"

  // Flat packages ([MS-DOCX] “Flat OPC”).
  case flatPackage = "pkg:package"
  case flatPart = "pkg:part"
  case flatXML = "pkg:xmlData"

  // Text of diagrams (part 1, 21.4) and of shapes outside of Word (21.1.2).
  case diagramModel = "dgm:dataModel"
  case diagramPoints = "dgm:ptLst"
  case diagramPoint = "dgm:pt"
  case diagramText = "dgm:t"
  case diagramConnections = "dgm:cxnLst"
  case diagramConnection = "dgm:cxn"
  case drawingParagraph = "a:p"
  case drawingRun = "a:r"
  case drawingField = "a:fld"
  case drawingText = "a:t"
  case drawingBreak = "a:br"

  /// All names, so that a number of the vocabulary is an index.
  static let all = allCases

  /// - Parameter number: the number in `WordVocabulary`.
  init(number: Int) {
    self = number < Self.all.count ? Self.all[number] : .other
  }
}

/// The attributes that the reader looks at.
enum WordAttribute: Int, CaseIterable {
  case val, id, type, start, font, char, ascii, eastAsia, highAnsi, characters, styleID, isDefault, customStyle
  case level, numberingID, abstractNumberingID, space, fieldCharacterType, instruction, verticalMerge,
    verticalMergeOriginal
  case relationship, embed, relationshipLink, dataRelationship
  case plainID, plainType, target, targetMode, partName, contentType, fileExtension, plainName, description, title
  case modelID, sourceID, destinationID, sourceOrder
  case uri, string, programID, objectType, mathVal, flatName, flatContentType, requires, author

  /// The name in the vocabulary's prefixes.
  var spelling: String {
    switch self {
    case .val: "w:val"
    case .id: "w:id"
    case .type: "w:type"
    case .start: "w:start"
    case .font: "w:font"
    case .char: "w:char"
    case .ascii: "w:ascii"
    case .eastAsia: "w:eastAsia"
    case .highAnsi: "w:hAnsi"
    case .characters: "w:chars"
    case .styleID: "w:styleId"
    case .isDefault: "w:default"
    case .customStyle: "w:customStyle"
    case .level: "w:ilvl"
    case .numberingID: "w:numId"
    case .abstractNumberingID: "w:abstractNumId"
    case .space: "xml:space"
    case .fieldCharacterType: "w:fldCharType"
    case .instruction: "w:instr"
    case .verticalMerge: "w:vMerge"
    case .verticalMergeOriginal: "w:vMergeOrig"
    case .relationship: "r:id"
    case .embed: "r:embed"
    case .relationshipLink: "r:link"
    case .dataRelationship: "r:dm"
    case .plainID: "Id"
    case .plainType: "Type"
    case .target: "Target"
    case .targetMode: "TargetMode"
    case .partName: "PartName"
    case .contentType: "ContentType"
    case .fileExtension: "Extension"
    case .plainName: "name"
    case .description: "descr"
    case .title: "title"
    case .modelID: "modelId"
    case .sourceID: "srcId"
    case .destinationID: "destId"
    case .sourceOrder: "srcOrd"
    case .uri: "uri"
    case .string: "string"
    case .programID: "ProgID"
    case .objectType: "type"
    case .mathVal: "m:val"
    case .flatName: "pkg:name"
    case .flatContentType: "pkg:contentType"
    case .requires: "Requires"
    case .author: "w:author"
    }
  }
}
