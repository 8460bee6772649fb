public import ConverterCore

extension DocReader {
  /// Formats of word processors that are found under the names `.doc` and `.wps` too; they are told by name and not read.
  public static let unreadRelatives: [Format] = [
    Format(
      name: "works", title: "Works document", extensions: ["wps"],
      signatures: [.compoundStream("MatOST"), .compoundStream("CONTENTS"), .bytes([0x01, 0xFE])]),
    Format(
      name: "word2", title: "Word 2 document or an older one", extensions: ["doc"],
      signatures: [.bytes([0xDB, 0xA5]), .bytes([0x9B, 0xA5]), .bytes([0x31, 0xBE, 0x00, 0x00, 0x00, 0xAB])]),
    Format(
      name: "word2003-xml", title: "Word 2003 XML document", extensions: ["xml", "doc"],
      signatures: [
        .rootElement(namespace: "http://schemas.microsoft.com/office/word/2003/wordml", name: "wordDocument")
      ]),
    Format(
      name: "flat-opc", title: "Word document in one XML file (Flat OPC)", extensions: ["xml", "doc"],
      signatures: [.rootElement(namespace: "http://schemas.microsoft.com/office/2006/xmlPackage", name: "package")]),
  ]
}
