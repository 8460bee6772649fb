internal import Archives
internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// One thing to convert: a file, or standard input.
struct Input: Hashable, Sendable {
  /// The name as given on the command line, continued below folders; `-` for standard input. Bytes that are no UTF-8 are
  /// told as `%B1`.
  var name: String

  /// The name as bytes where it is no UTF-8, by which the file is opened.
  var rawName: [UInt8]?

  /// The path of outputs below an output folder, without the extension of the output: the base name of a named file, the
  /// path below a named folder, the path as listed; long names cut (``MemberPath/fitting(_:)``).
  var relativePath: String

  /// Why there is nothing to read: a folder cannot be listed, or this is a link or device below one.
  var failure: ReadingError?

  /// Whether that is no fault, as for links in archives.
  var isPassedOver = false

  var isStandardInput: Bool { name == "-" }

  /// The path by which the system opens the file.
  var path: FilePath { rawName.map(FilePath.init(bytes:)) ?? FilePath(name) }
}

/// The inputs that names stand for.
struct Inputs {
  /// Which files below folders are taken.
  var selection = Selection()

  /// The folder of the outputs, which is left out below folders: the next run would convert what this one wrote.
  var outputFolder: String?

  /// Files as named, and the files below named folders in the order of their bytes; of the latter, those that are selected.
  /// Links, devices and pipes below folders are passed over. Nothing is opened, only folders are listed.
  ///
  /// - Parameter entering: is told each folder before it is listed.
  func expand(_ arguments: [FilePath], entering: (FilePath) -> Void = { _ in }) -> [Input] {
    arguments.flatMap { argument -> [Input] in
      guard argument.text != "-", Folder.exists(at: argument) else {
        let name = argument.text == "-" ? "stdin" : argument.lastComponent.text
        return [Input(argument, relativePath: MemberPath.fitting(name))]
      }
      return files(below: argument, to: "", entering)
    }
  }

  /// Files and folders of a list; outputs keep their whole paths. What a listed folder holds comes with the folder, by the rules
  /// for folders, though the list names it too, as that of `find` does.
  func expand(list: [FilePath]) -> [Input] {
    let folders = Set(list.filter { $0.kind == S_IFDIR }.map(\.normalizedComponents))
    let listed = list.map { (path: $0, isInFolder: $0.isBelow(oneOf: folders)) }
    let found = listed.map { path, isInFolder in
      !isInFolder && Folder.exists(at: path) ? files(below: path, to: Self.wholePath(of: path)) { _ in } : nil
    }
    return zip(listed, found).flatMap { entry, files -> [Input] in
      if let files { return files }
      // What is not there any more has come with no folder.
      if entry.isInFolder, entry.path.kind != 0 { return [] }
      return [Input(entry.path, relativePath: MemberPath.fitting(Self.wholePath(of: entry.path)))]
    }
  }

  /// The path of outputs for what a list names.
  private static func wholePath(of path: FilePath) -> String {
    // As scalars: a slash before a combining mark is a slash to the system.
    path.text.unicodeScalars.split(separator: "/").map { String($0) }.filter { $0 != "." && $0 != ".." }
      .joined(separator: "/")
  }

  /// Whether a name promises an archive, so that its documents go to a folder.
  static func isNamedAsArchive(_ name: String) -> Bool {
    let promised = Source(name: name, bytes: Data()).fileExtension
    return ArchiveFormat.formats.contains { $0.extensions.contains(promised) }
  }

  private func isOutputFolder(_ path: FilePath) -> Bool {
    guard let outputFolder, let identity = FilePath(outputFolder).identity else { return false }
    return path.identity == identity
  }

  /// - Parameters:
  ///   - folder: what is listed.
  ///   - output: the path of the outputs of the folder that was named.
  ///   - inside: the path below that folder, which patterns are compared with.
  ///   - entering: is told each folder before it is listed.
  private func files(
    below folder: FilePath, to output: String, inside: String = "", _ entering: (FilePath) -> Void
  ) -> [Input] {
    func path(_ upper: String, _ lower: String) -> String {
      upper.isEmpty || lower.isEmpty ? upper + lower : "\(upper)/\(lower)"
    }
    entering(folder)
    let entries: [Folder.Entry]
    do throws(ReadingError) {
      entries = try Folder.entries(in: folder)
    } catch {
      var input = Input(folder, relativePath: path(output, inside))
      input.failure = error
      return [input]
    }
    return entries.flatMap { entry -> [Input] in
      let place = folder.appending(entry.name)
      let relative = path(inside, entry.name.text)
      guard selection.mayHold(relative) else { return [] }
      let kind = entry.kind == 0 ? place.kind : entry.kind
      if kind == S_IFDIR {
        return isOutputFolder(place) ? [] : files(below: place, to: output, inside: relative, entering)
      }
      guard selection.takes(relative, isArchive: Self.isNamedAsArchive(relative)) else { return [] }
      var input = Input(place, relativePath: MemberPath.fitting(path(output, relative)))
      if kind != S_IFREG {
        input.failure = ReadingError(.refused(detail: kind == S_IFLNK ? MemberPath.link : MemberPath.device))
        input.isPassedOver = true
      }
      return [input]
    }
  }
}

extension Input {
  init(_ path: FilePath, relativePath: String) {
    self.init(name: path.text, rawName: path.isText ? nil : path.bytes, relativePath: relativePath)
  }

  /// Opens the input.
  ///
  /// - Throws: ``ReadingError`` where it cannot be opened.
  func source(format: String?, within limits: Limits) throws(ReadingError) -> Source {
    if let failure { throw failure }
    if isStandardInput {
      return Source(name: name, bytes: try InputFile.standardInput(within: limits), format: format)
    }
    let file = try InputFile.contents(of: path)
    return Source(name: name, bytes: file.bytes, format: format, isMapped: file.isMapped)
  }
}
