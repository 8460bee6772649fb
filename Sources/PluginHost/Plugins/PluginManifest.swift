public import ConverterCore

/// What a plug-in says about itself in its file `plugin.json`: which program it is, what it reads and writes.
///
///     {
///       "protocol": "convert.plugin/1",
///       "name": "eml",
///       "version": "1.0",
///       "command": ["python3", "eml_reader.py"],
///       "reads": [{"name": "eml", "title": "E-mail message", "extensions": ["eml"]}]
///     }
public struct PluginManifest: Hashable, Sendable {
  /// The version of the protocol, which is also that of this file.
  public static let protocolVersion = "convert.plugin/1"

  /// The name of the file within the folder of the plug-in.
  public static let fileName = "plugin.json"

  /// What a plug-in can be given beyond the bytes of a source. Raw values stand in the file.
  public enum Feature: String, Hashable, Sendable, CaseIterable {
    /// The password that a person gave.
    case password
    /// The encoding of text that a person chose.
    case encoding
  }

  /// The name by which a person turns the plug-in on: lower-case letters, digits and hyphens.
  public var name: String

  /// Any text that tells versions apart.
  public var version: String

  /// One sentence for people, empty where the file has none.
  public var summary: String

  /// The program and its arguments. It starts in the folder of the file, so `./reader` is a program beside it; a name
  /// without a slash is looked for in the folders of programs.
  public var command: [String]

  /// The formats that are read, with the marks by which they are known.
  public var reads: [Format]

  /// The formats that are written.
  public var writes: [OutputFormat]

  /// What the plug-in wants to be told.
  public var features: [Feature]

  /// Above 0, its formats take the place of formats of the same name, or with the same marks, that the program reads or
  /// writes itself; among plug-ins the higher number wins.
  public var priority: Int

  /// The path of the file.
  public var path: String

  /// The folder of the file.
  public var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// What is wrong with a plug-in as it is declared or chosen, in one sentence with a full stop.
public struct PluginProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public var sentence: String

  public init(_ sentence: String) {
    self.sentence = sentence
  }

  public var description: String { sentence }
}
