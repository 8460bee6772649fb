internal import Archives
internal import Containers
internal import ConverterCore
internal import DocReader
internal import DocxReader
internal import HTMLReader
internal import PluginHost
internal import RTFReader
internal import TextReader

#if PDF
  internal import PDFReader
#endif

/// The readers of this program; the one place that says which there are. (``ExplainRun`` opens PDF files itself, to show their
/// pages.)
///
/// To add a format: a target with its tests, one entry in `Package.swift`, one line here, one row in the README.
enum StandardConverter {
  /// The readers in the order in which they are asked; those of plug-ins stand around our own.
  static func readers(_ options: ReadingChoices, _ plugins: PluginSet) -> [any Reader] {
    plugins.readers(around: ownReaders(options), password: options.password, encoding: options.encoding)
  }

  static func ownReaders(_ options: ReadingChoices) -> [any Reader] {
    var readers: [any Reader] = [
      DocxReader(options: options.word, foreign: foreignReading(options)),
      DocReader(options: options.word),
      RTFReader(options: options.word),
      HTMLReader(keepsBoilerplate: options.keepsBoilerplate),
      JSONReader(),
      TextReader(encoding: options.encoding),
    ]
    #if PDF
      readers.insert(PDFReader(password: options.password, stitching: options.stitching), at: 0)
    #endif
    return readers
  }

  /// Reads what stands in a Word document in a format of its own: web pages, as exporters write the whole text, RTF, plain text.
  private static func foreignReading(_ options: ReadingChoices) -> DocxReader.ForeignReading {
    let html = HTMLReader(keepsBoilerplate: options.keepsBoilerplate)
    let rtf = RTFReader(options: options.word)
    let text = TextReader(encoding: options.encoding)
    let detector = FormatDetector(formats: html.formats + rtf.formats + text.formats)
    return { (source, limits) throws(ReadingError) in
      guard let format = try? detector.detect(source).format.name else { return nil }
      var source = source
      source.format = format
      return switch format {
      case "rtf": try rtf.read(source, within: limits)
      case "text": try text.read(source, within: limits)
      default: try html.read(source, within: limits)
      }
    }
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

  static func make(_ options: ReadingChoices, _ plugins: PluginSet) -> Converter {
    let readers = readers(options, plugins)
    return Converter(
      readers: readers,
      detector: FormatDetector(
        formats: readers.flatMap(\.formats) + Packages.formats + ArchiveFormat.formats,
        unread: DocReader.unreadRelatives + leftOut,
        zipMembers: ZipArchive.memberNames,
        compoundStreams: { try? CompoundFile($0.bytes).names }),
      limits: options.limits,
      digest: { ContentDigest.sha256($0) }
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
