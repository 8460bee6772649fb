/// The elements of WordprocessingML that are knowingly skipped where content is read: they mark, lay out or describe, and
/// hold no text that is seen. Anything that is neither read nor named here is reported.
enum SkippedElements {
  static let names: Set<String> = [
    // Ranges and marks (ECMA-376 part 1, 17.13).
    "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:proofErr", "w:permStart",
    "w:permEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd",
    "w:customXmlInsRangeStart", "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd",
    "w:customXmlMoveFromRangeStart", "w:customXmlMoveFromRangeEnd", "w:customXmlMoveToRangeStart",
    "w:customXmlMoveToRangeEnd", "w:lastRenderedPageBreak", "w:annotationRef", "w:footnoteRef", "w:endnoteRef",
    "w:separator", "w:continuationSeparator", "w:softHyphen", "w:sectPr",
    // Fields that a layout fills in (17.3.3, 17.16).
    "w:pgNum", "w:dayShort", "w:monthShort", "w:yearShort", "w:dayLong", "w:monthLong", "w:yearLong",
    // Properties of wrappers (17.5).
    "w:customXmlPr", "w:smartTagPr", "w:sdtEndPr", "w:rubyPr", "w:contentPart",
  ]
}
