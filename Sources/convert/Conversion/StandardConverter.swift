internal import Containers
internal import ConverterCore
internal import DocReader
internal import DocxReader
internal import HTMLReader
internal import PDFReader
internal import PluginHost
internal import RTFReader
internal import TextReader

/// The readers of this program; the one place that names them.
///
/// To add a format: a target with its tests, one entry in `Package.swift`, one line here, one row in the README.
enum StandardConverter {
  /// The readers in the order in which they are asked; those of plug-ins stand around our own.
  static func readers(_ options: ReadingChoices, _ plugins: PluginSet) -> [any Reader] {
    plugins.readers(around: ownReaders(options), password: options.password, encoding: options.encoding)
  }

  static func ownReaders(_ options: ReadingChoices) -> [any Reader] {
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

  static func make(_ options: ReadingChoices, _ plugins: PluginSet) -> Converter {
    let readers = readers(options, plugins)
    return Converter(
      readers: readers,
      detector: FormatDetector(
        formats: readers.flatMap(\.formats), unread: DocReader.unreadRelatives,
        zipMembers: ZipArchive.memberNames,
        compoundStreams: { try? CompoundFile($0.bytes).names }),
      limits: options.limits,
      digest: ContentDigest.sha256
    )
  }
}
