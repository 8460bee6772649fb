package import ConverterCore
package import FoundationEssentials

/// A kind of container whose members are sources of their own. (Packages such as DOCX are documents, though ZIP inside.)
package enum ArchiveFormat: String, CaseIterable, Sendable {
  case zip, rar, tar, gzip, bzip2, xz, zstd
  case sevenZip = "7z"
}

extension ArchiveFormat {
  /// The name, extensions and marks for detection. What is inside a compressed file shows only when it is opened.
  package var format: Format {
    Format(name: rawValue, title: title, extensions: extensions, signatures: signatures)
  }

  /// The formats of all archives that are read.
  package static let formats: [Format] = allCases.map(\.format)

  /// Whether bytes begin as an archive does: a cheap look before the formats are compared.
  package static func mayBegin(_ bytes: Data) -> Bool {
    let head = Array(bytes.prefix(512))
    return formats.contains { format in
      format.signatures.contains { signature in
        switch signature {
        case .bytes(let mark, let offset): head.dropFirst(offset).starts(with: mark)
        case .tarHeader: TarHeader.begins(head)
        default: false
        }
      }
    }
  }

  /// Whether the file is one compressed stream, which holds a tar archive or one nameless member.
  var isCompressedStream: Bool {
    switch self {
    case .gzip, .bzip2, .xz, .zstd: true
    case .zip, .rar, .tar, .sevenZip: false
    }
  }

  private var title: String {
    switch self {
    case .zip: "ZIP archive"
    case .sevenZip: "7z archive"
    case .rar: "RAR archive"
    case .tar: "tar archive"
    case .gzip: "gzip-compressed file or tar archive"
    case .bzip2: "bzip2-compressed file or tar archive"
    case .xz: "xz-compressed file or tar archive"
    case .zstd: "Zstandard-compressed file or tar archive"
    }
  }

  private var extensions: [String] {
    switch self {
    case .zip: ["zip"]
    case .sevenZip: ["7z"]
    case .rar: ["rar"]
    case .tar: ["tar"]
    case .gzip: ["gz", "tgz"]
    case .bzip2: ["bz2", "tbz2", "tbz"]
    case .xz: ["xz", "txz"]
    case .zstd: ["zst", "tzst"]
    }
  }

  private var signatures: [Signature] {
    switch self {
    // A member's header, or the directory of an archive without members.
    case .zip: [.bytes([0x50, 0x4B, 0x03, 0x04]), .bytes([0x50, 0x4B, 0x05, 0x06])]
    case .sevenZip: [.bytes([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])]
    case .rar: [.bytes([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07])]
    case .tar: [.bytes(Array("ustar".utf8), offset: 257), .tarHeader]
    case .gzip: [.bytes([0x1F, 0x8B, 0x08])]
    case .bzip2: (UInt8(ascii: "1")...UInt8(ascii: "9")).map { .bytes([0x42, 0x5A, 0x68, $0]) }
    case .xz: [.bytes([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])]
    case .zstd: [.bytes([0x28, 0xB5, 0x2F, 0xFD])]
    }
  }
}
