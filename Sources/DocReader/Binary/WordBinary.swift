internal import Containers
internal import ConverterCore

/// The streams of a Word 97–2003 document and the block that says what lies where in them.
///
/// It is a class because every list of changes is read with it: copies of a struct would count references to three streams each.
final class WordBinary: Sendable {
  /// The stream `WordDocument`: text and pages of formatting.
  let main: [UInt8]

  /// The stream `0Table` or `1Table`: everything that the block points to.
  let table: [UInt8]

  /// The stream `Data`: long lists of properties, pictures, states of form fields; may be empty.
  let data: [UInt8]

  let information: FileInformation

  /// Whether all streams were there in full.
  let isComplete: Bool

  /// Opens the streams.
  ///
  /// - Throws: ``ReadingError`` where the file is no document of this format or is encrypted.
  init(_ file: CompoundFile) throws(ReadingError) {
    guard let main = file.stream(named: "WordDocument") else { throw .damagedDoc("it has no stream of text") }
    information = try FileInformation(main.bytes)
    guard let table = file.stream(named: information.usesSecondTable ? "1Table" : "0Table") else {
      throw .damagedDoc("its stream of tables is missing")
    }
    let data = file.stream(named: "Data")
    self.main = main.bytes
    self.table = table.bytes
    self.data = data?.bytes ?? []
    isComplete = main.isComplete && table.isComplete && data?.isComplete ?? true
  }

  /// Where a structure lies in the stream of tables.
  func range(of structure: FileInformation.Structure) -> Range<Int> {
    information.range(of: structure, in: main, table: table)
  }

  /// A structure that pairs positions with data of a fixed size.
  func positions(of structure: FileInformation.Structure, dataSize: Int) -> PositionTable {
    PositionTable(table, range(of: structure), dataSize: dataSize)
  }
}
