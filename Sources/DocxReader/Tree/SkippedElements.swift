/// The elements of WordprocessingML that are knowingly skipped with all that is inside: they mark, lay out or describe, and
/// hold no text that is seen. Anything that is neither read nor named here is reported.
enum SkippedElements {
  static let names: [String] = [
    // Ranges and marks (ECMA-376 part 1, 17.13).
    "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:proofErr", "w:permStart",
    "w:permEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd",
    "w:customXmlInsRangeStart", "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd",
    "w:customXmlMoveFromRangeStart", "w:customXmlMoveFromRangeEnd", "w:customXmlMoveToRangeStart",
    "w:customXmlMoveToRangeEnd", "w:lastRenderedPageBreak", "w:annotationRef", "w:footnoteRef", "w:endnoteRef",
    "w:separator", "w:continuationSeparator", "w:softHyphen",
    // Fields that a layout fills in (17.3.3, 17.16).
    "w:pgNum", "w:dayShort", "w:monthShort", "w:yearShort", "w:dayLong", "w:monthLong", "w:yearLong",
    // The bytes of pictures in Word 2003 XML, and what it has beside the text that are parts of a package elsewhere or appearance.
    "w:binData", "w:fonts", "w:divs", "w:frameset", "w:docOleData", "w:docSuppData", "w:shapeDefaults", "w:bgPict",
    "w:ignoreSubtree", "w:ignoreElements",
    // The colour of the page (17.2.1).
    "w:background",
    // Settings of styles that a document does not have (17.7.4.6): half of the part of styles that Word writes.
    "w:latentStyles",
    // Properties of wrappers (17.5).
    "w:customXmlPr", "w:smartTagPr", "w:sdtEndPr", "w:rubyPr", "w:contentPart",
    // Properties as they were before tracked changes (17.13.5).
    "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:tblPrExChange", "w:trPrChange", "w:tcPrChange",
    "w:tblGridChange", "w:numberingChange",
    // Appearance of runs (17.3.2).
    "w:b", "w:bCs", "w:i", "w:iCs", "w:strike", "w:dstrike", "w:outline", "w:shadow", "w:emboss", "w:imprint",
    "w:noProof", "w:color", "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u",
    "w:effect", "w:bdr", "w:shd", "w:fitText", "w:em", "w:eastAsianLayout",
    // Appearance of paragraphs (17.3.1).
    "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:suppressLineNumbers",
    "w:pBdr", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:cnfStyle",
    // Appearance of tables (17.4).
    "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblpPr", "w:tblOverlap",
    "w:tblCellSpacing", "w:trHeight", "w:cantSplit", "w:tcW", "w:tcBorders", "w:tcMar", "w:noWrap", "w:vAlign",
    "w:tcFitText", "w:hideMark",
  ]
}
