internal import Archives
internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// One thing to convert: a file, or standard input.
struct Input: Hashable, Codable, Sendable {
  /// The name as given on the command line, continued below folders; `-` for standard input.
  var name: String

  /// The path of outputs below an output folder, without the extension of the output: the base name of a named file, the
  /// path below a named folder.
  var relativePath: String

  /// Why there is nothing to read, for a folder that cannot be listed.
  var failure: ReadingError?

  private enum CodingKeys: CodingKey {
    case name, relativePath
  }

  var isStandardInput: Bool { name == "-" }
}

/// The inputs that arguments stand for.
enum Inputs {
  /// Files as named, and the files below named folders in the order of their bytes. Hidden files and links below folders
  /// are left out. Nothing is opened, only folders are listed.
  static func expand(_ arguments: [String]) -> [Input] {
    arguments.flatMap { argument -> [Input] in
      guard argument != "-", Folder.exists(at: argument) else {
        let base = argument == "-" ? "stdin" : baseName(of: argument)
        return [Input(name: argument, relativePath: base)]
      }
      return files(below: argument, relativePath: "")
    }
  }

  /// Whether a name promises an archive, so that its documents go to a folder.
  static func isNamedAsArchive(_ name: String) -> Bool {
    let promised = Source(name: name, bytes: Data()).fileExtension
    return ArchiveFormat.formats.contains { $0.extensions.contains(promised) }
  }

  private static func files(below folder: String, relativePath: String) -> [Input] {
    let names: [String]
    do throws(ReadingError) {
      names = try Folder.names(in: folder)
    } catch {
      return [Input(name: folder, relativePath: relativePath, failure: error)]
    }
    return names.filter { !$0.hasPrefix(".") }.flatMap { name -> [Input] in
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let relative = relativePath.isEmpty ? name : "\(relativePath)/\(name)"
      switch kind(of: path) {
      case S_IFDIR: return files(below: path, relativePath: relative)
      case S_IFREG: return [Input(name: path, relativePath: relative)]
      default: return []
      }
    }
  }

  /// The kind of file, links not followed: below a folder they could lead out of it or in circles.
  private static func kind(of path: String) -> mode_t {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private static func baseName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension Input {
  /// Opens the input.
  ///
  /// - Throws: ``ReadingError`` where it cannot be opened.
  func source(format: String?, within limits: Limits) throws(ReadingError) -> Source {
    if let failure { throw failure }
    let bytes =
      isStandardInput ? try InputFile.standardInput(within: limits) : try InputFile.bytes(of: name)
    return Source(name: name, bytes: bytes, format: format)
  }
}
