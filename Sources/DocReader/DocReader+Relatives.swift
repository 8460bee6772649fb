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
  ]
}
