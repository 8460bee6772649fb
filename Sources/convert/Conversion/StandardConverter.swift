internal import Archives
internal import Containers
internal import ConverterCore
internal import DocReader
internal import DocxReader
internal import HTMLReader
internal import PDFReader
internal import RTFReader
internal import TextReader

/// The readers of this program; the one place that names them.
///
/// To add a format: a target with its tests, one entry in `Package.swift`, one line here, one row in the README.
enum StandardConverter {
  static func readers(_ options: ReadingChoices) -> [any Reader] {
    [
      PDFReader(password: options.password),
      DocxReader(options: options.word),
      DocReader(options: options.word),
      RTFReader(options: options.word),
      HTMLReader(),
      JSONReader(),
      TextReader(encoding: options.encoding),
    ]
  }

  static func make(_ options: ReadingChoices) -> Converter {
    let readers = readers(options)
    return Converter(
      readers: readers,
      detector: FormatDetector(
        formats: readers.flatMap(\.formats) + Packages.formats + ArchiveFormat.formats,
        unread: DocReader.unreadRelatives,
        zipMembers: ZipArchive.memberNames,
        compoundStreams: { try? CompoundFile($0.bytes).names }),
      limits: options.limits,
      digest: ContentDigest.sha256
    )
  }
}

/// Kinds of ZIP archive whose members are parts of one thing, not documents: told by name and never opened as archives.
enum Packages {
  static let formats: [Format] = [
    package("ooxml", "Office Open XML package", ["xlsx", "pptx", "xlsm", "vsdx"], "[Content_Types].xml"),
    package("opendocument", "OpenDocument package", ["odt", "ods", "odp"], "META-INF/manifest.xml"),
    package("ofd", "OFD document", ["ofd"], "OFD.xml"),
    package("epub", "EPUB book", ["epub"], "META-INF/container.xml"),
    package("jar", "Java archive", ["jar", "apk"], "META-INF/MANIFEST.MF"),
  ]

  private static func package(_ name: String, _ title: String, _ extensions: [String], _ member: String) -> Format {
    Format(name: name, title: title, extensions: extensions, signatures: [.zipMember(member)])
  }
}
