/// The parts of a workbook that do not depend on what stands in its cells.
enum WorkbookParts {
  static func contentTypes(sheetCount: Int) -> [UInt8] {
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let sheets = (1...sheetCount).map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(types).worksheet+xml\"/>\n"
    }
    return part(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/>
      \(sheets.joined())</Types>
      """)
  }

  static let packageRelationships = part(
    """
    <Relationships xmlns="\(packageRelationshipsNamespace)">
    <Relationship Id="rId1" Type="\(relationships)/officeDocument" Target="xl/workbook.xml"/>
    </Relationships>
    """)

  static func workbook(_ names: [String]) -> [UInt8] {
    var output = OutputBuffer()
    output.append(declaration)
    output.append(
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(relationships)\">\n<sheets>\n"
    )
    for (index, name) in names.enumerated() {
      output.append("<sheet name=\"")
      output.appendXML(name)
      output.append("\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>\n")
    }
    output.append("</sheets>\n</workbook>\n")
    return output.bytes
  }

  static func workbookRelationships(sheetCount: Int) -> [UInt8] {
    let sheets = (1...sheetCount).map {
      "<Relationship Id=\"rId\($0)\" Type=\"\(relationships)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>\n"
    }
    return part(
      """
      <Relationships xmlns="\(packageRelationshipsNamespace)">
      \(sheets.joined())<Relationship Id="rId\(sheetCount + 1)" Type="\(relationships)/styles" Target="styles.xml"/>
      </Relationships>
      """)
  }

  /// The styles of ``WorkbookSheet/Style``: thin borders, lines broken where the text has them, headers bold on grey.
  static let styles = part(
    """
    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
    <fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>
    <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
    <fill><patternFill patternType="solid"><fgColor rgb="FFF0F0F0"/></patternFill></fill></fills>
    <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
    <border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    <cellXfs count="5">
    <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
    <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">
    <alignment vertical="top" wrapText="1"/></xf>
    <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">
    <alignment vertical="top" wrapText="1"/></xf>
    <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/>
    <xf numFmtId="10" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
    </cellXfs>
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
    </styleSheet>
    """)

  static let emptySheet = part(
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>")

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageRelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"

  private static func part(_ root: String) -> [UInt8] { Array((declaration + root + "\n").utf8) }
}
