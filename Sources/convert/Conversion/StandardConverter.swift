internal import Containers
internal import ConverterCore
internal import DocReader
internal import DocxReader
internal import HTMLReader
internal import RTFReader
internal import TextReader

#if PDF
  internal import PDFReader
#endif

/// The readers of this program; the one place that names them.
///
/// To add a format: a target with its tests, one entry in `Package.swift`, one line here, one row in the README.
enum StandardConverter {
  static func readers(_ options: ReadingChoices) -> [any Reader] {
    var readers: [any Reader] = [
      DocxReader(options: options.word),
      DocReader(options: options.word),
      RTFReader(options: options.word),
      HTMLReader(),
      JSONReader(),
      TextReader(encoding: options.encoding),
    ]
    #if PDF
      readers.insert(PDFReader(password: options.password), at: 0)
    #endif
    return readers
  }

  /// The formats of readers that were left out when the program was built, told by name.
  private static var leftOut: [Format] {
    #if PDF
      []
    #else
      [
        Format(
          name: "pdf", title: "PDF document (this program was built without poppler)", extensions: ["pdf"],
          signatures: [.bytes(Array("%PDF-".utf8))])
      ]
    #endif
  }

  static func make(_ options: ReadingChoices) -> Converter {
    let readers = readers(options)
    return Converter(
      readers: readers,
      detector: FormatDetector(
        formats: readers.flatMap(\.formats), unread: DocReader.unreadRelatives + leftOut,
        zipMembers: ZipArchive.memberNames,
        compoundStreams: { try? CompoundFile($0.bytes).names }),
      limits: options.limits,
      digest: ContentDigest.sha256
    )
  }
}
