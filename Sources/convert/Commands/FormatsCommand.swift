internal import Archives
internal import ArgumentParser
internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// `convert formats`: what can be read and written.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be read and written.")

  @Flag(help: "Print JSON for other programs.")
  var json = false

  @OptionGroup(title: "Plug-ins")
  var plugins: PluginOptions

  func run() throws {
    // A plug-in that cannot be used is told here as anywhere.
    _ = try plugins.selection
    let listing = FormatListing(try PluginListing.known(named: plugins.plugin))
    StandardOutput.print(json ? try listing.json() : listing.table())
  }
}

/// All formats, as printed.
struct FormatListing: Codable {
  struct Entry: Codable {
    var name: String
    var title: String
    var extensions: [String]
    /// The plug-in that reads or writes the format, and whether it does so now.
    var plugin: String?
    var state: State?
  }

  /// How a format of a plug-in stands.
  enum State: String, Codable {
    case off, on
    /// The plug-in is on, and the program's own reader or writer of this name comes before it.
    case covered
    /// The program's own; a plug-in comes before it.
    case replaced
  }

  var read: [Entry]
  var write: [Entry]

  /// - Parameter plugins: all that are known, those that cannot be used among them.
  init(_ plugins: [KnownPlugin]) {
    read = (StandardConverter.ownReaders(ReadingChoices()).flatMap(\.formats) + ArchiveFormat.formats).map {
      Entry(name: $0.name, title: $0.title, extensions: $0.extensions)
    }
    write = StandardWriters.all(WritingChoices()).map(\.format).map {
      Entry(name: $0.name, title: $0.title, extensions: [$0.fileExtension])
    }
    for plugin in plugins {
      guard case .success(let manifest) = plugin.manifest else { continue }
      for format in manifest.reads {
        let entry = Entry(
          name: format.name, title: format.title, extensions: format.extensions, plugin: plugin.name)
        Self.add(entry, plugin.state, manifest.priority, to: &read)
      }
      for format in manifest.writes {
        let entry = Entry(
          name: format.name, title: format.title, extensions: [format.fileExtension], plugin: plugin.name)
        Self.add(entry, plugin.state, manifest.priority, to: &write)
      }
    }
  }

  private static func add(_ entry: Entry, _ state: KnownPlugin.State, _ priority: Int, to entries: inout [Entry]) {
    var entry = entry
    let own = entries.firstIndex { $0.plugin == nil && $0.name == entry.name }
    entry.state = state == .off ? .off : own != nil && priority <= 0 ? .covered : .on
    if let own, entry.state == .on { entries[own].state = .replaced }
    entries.append(entry)
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
    let plugin = entry.plugin.map { "plug-in \($0), " } ?? ""
    let state = entry.state.map { " [\(plugin)\($0.rawValue)]" } ?? ""
    return "  \(entry.name)\(padding)\(entry.title) (\(extensions))\(state)"
  }
}
