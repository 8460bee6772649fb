internal import Archives
internal import ArgumentParser
internal import ConverterCore
internal import FoundationEssentials

/// `convert formats`: what can be read and written.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be read and written.")

  @Flag(help: "Print JSON for other programs.")
  var json = false

  func run() throws {
    let listing = FormatListing.standard
    StandardOutput.print(json ? try listing.json() : listing.table())
  }
}

/// All formats, as printed.
struct FormatListing: Codable {
  struct Entry: Codable {
    var name: String
    var title: String
    var extensions: [String]
  }

  var read: [Entry]
  var write: [Entry]

  static var standard: FormatListing {
    FormatListing(
      read: (StandardConverter.readers(ReadingChoices()).flatMap(\.formats) + ArchiveFormat.formats).map {
        Entry(name: $0.name, title: $0.title, extensions: $0.extensions)
      },
      write: StandardWriters.all(WritingChoices()).map(\.format).map {
        Entry(name: $0.name, title: $0.title, extensions: [$0.fileExtension])
      })
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  func table() -> String {
    (["Read:"] + read.map(Self.line) + ["Written:"] + write.map(Self.line)).joined(separator: "\n")
  }

  private static func line(_ entry: Entry) -> String {
    let padding = String(repeating: " ", count: max(1, 10 - entry.name.count))
    let extensions = entry.extensions.map { ".\($0)" }.joined(separator: ", ")
    return "  \(entry.name)\(padding)\(entry.title) (\(extensions))"
  }
}
