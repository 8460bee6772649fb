package import ConverterCore
package import FoundationEssentials

/// A compound file ([MS-CFB], also known as OLE2 structured storage): streams and storages in one file.
///
///     header │ sector 0 │ sector 1 │ sector 2 │ …       each of 512 or 4,096 bytes
///
/// A stream is a chain of sectors; which sector follows which says the allocation table, itself kept in sectors that the
/// header and the chain of `DIFAT` sectors name. Streams below 4,096 bytes are chains of 64-byte pieces of one stream that the
/// root entry owns.
///
/// This is a reader of our own because libgsf brings GLib and twenty shared libraries into the start of every run (2.1 ms and
/// 5 MB, measured); all that is needed of it is the following of three kinds of chains. Every chain is followed for at most
/// as many steps as the file has sectors, so no loop holds the reader up. A file that was cut short opens as long as its
/// tables and directory are there; what is missing of a stream shows in ``Stream/isComplete``.
package struct CompoundFile: Sendable {
  let bytes: Data
  let header: Header

  /// One number a sector: the sector that follows it in its chain ([MS-CFB] 2.3).
  let allocation: [UInt32]

  /// The same for the pieces of the root's stream ([MS-CFB] 2.4).
  let smallAllocation: [UInt32]

  /// The directory in the order of the file; the first entry is the root storage.
  package let entries: [Entry]

  /// Opens a compound file.
  ///
  /// - Throws: ``ReadingError`` with `damaged` where the header is none or the directory cannot be reached.
  package init(_ bytes: Data) throws(ReadingError) {
    guard let header = Header(bytes.span) else {
      throw ReadingError(.damaged(format: "OLE2", detail: "its header is cut short or not of a known version"))
    }
    let allocation = CompoundFile.allocationTable(of: bytes.span, header)
    self.bytes = bytes
    self.header = header
    self.allocation = allocation
    smallAllocation = CompoundFile.numbers(
      CompoundFile.chain(from: header.firstSmallTableSector, in: allocation), of: bytes.span, header)
    entries = CompoundFile.directory(of: bytes, header, allocation)
    guard entries.first?.kind == .root else {
      throw ReadingError(.damaged(format: "OLE2", detail: "its directory is missing"))
    }
  }
}

extension CompoundFile {
  /// The bytes of one stream.
  package struct Stream: Sendable {
    package let bytes: [UInt8]

    /// Whether all bytes that the directory promises were there.
    package let isComplete: Bool
  }

  /// The names of the streams and storages in the root storage, in the order of its tree.
  package var names: [String] { children(of: 0).map { entries[$0].name } }

  /// The stream of a name in the root storage; `nil` where there is none.
  package func stream(named name: String) -> Stream? {
    let index = children(of: 0).first { entries[$0].kind == .stream && entries[$0].name == name }
    return index.map { contents(of: entries[$0]) }
  }

  /// The bytes of an entry of kind `stream`.
  package func contents(of entry: Entry) -> Stream {
    let isSmall = entry.size < header.smallStreamCutoff
    return isSmall ? smallStream(entry.firstSector, size: entry.size) : stream(entry.firstSector, size: entry.size)
  }
}
