internal import ConverterCore
internal import PluginHost

/// A plug-in that is installed or named, whether it can be used or not.
struct KnownPlugin {
  enum State: String {
    /// Installed, and takes part in no run.
    case off
    /// Installed, and takes part in every run.
    case enabled
    /// Takes part in this run, by `--plugin`.
    case named
  }

  var name: String
  var path: String
  var state: State
  var manifest: Result<PluginManifest, PluginProblem>
}

/// The plug-ins of this user, and those that a run names.
enum KnownPlugins {
  /// All plug-ins that are installed or named, in the order of their names.
  static func all(named: [String]) throws(PluginProblem) -> [KnownPlugin] {
    let enabled = enabledNames
    let folder = PluginFolders.installed ?? ""
    let installed = ((try? Folder.names(in: FilePath(folder))) ?? []).map(\.text).filter { name in
      ExistingFile(at: "\(folder)/\(name)/\(PluginManifest.fileName)") != nil
    }
    // One that is on and has gone is told, too.
    let missing = enabled.filter { !installed.contains($0) }
    var plugins = (installed + missing).map { name in
      let path = "\(folder)/\(name)/\(PluginManifest.fileName)"
      return KnownPlugin(
        name: name, path: path, state: enabled.contains(name) ? .enabled : .off,
        manifest: Result { () throws(PluginProblem) in try installedManifest(name, path) })
    }
    for word in named {
      let plugin = try namedPlugin(word, among: plugins)
      // Named twice, in whatever words, it is one.
      let file = FilePath(plugin.path).identity
      if file != nil, plugins.contains(where: { $0.state == .named && FilePath($0.path).identity == file }) {
        continue
      }
      plugins.removeAll { $0.name == plugin.name && $0.state != .named }
      plugins.append(plugin)
    }
    return plugins.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
  }

  /// The plug-ins that take part in a run.
  ///
  /// - Parameter named: files, folders or names of installed plug-ins.
  /// - Throws: ``PluginProblem`` where one of them cannot be used, or two claim the same.
  static func selection(named: [String]) throws(PluginProblem) -> PluginSelection {
    // Nothing is listed where nothing is on.
    if named.isEmpty, enabledNames.isEmpty { return .none }
    var manifests: [PluginManifest] = []
    for plugin in try all(named: named) where plugin.state != .off {
      do throws(PluginProblem) {
        manifests.append(try plugin.manifest.get())
      } catch {
        let remedy = plugin.state == .enabled ? " ‘convert plugins disable \(plugin.name)’ turns it off." : ""
        throw PluginProblem(error.sentence + remedy)
      }
    }
    return try PluginSelection(manifests)
  }

  /// Reads a file; `path` may also be its folder.
  static func manifest(at path: String) throws(PluginProblem) -> PluginManifest {
    let file = Folder.exists(at: path) ? "\(path.hasSuffix("/") ? path : path + "/")\(PluginManifest.fileName)" : path
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = Array(try InputFile.bytes(of: file))
    } catch {
      throw PluginProblem("The plug-in “\(file)” cannot be used: \(error).")
    }
    return try PluginManifest(json: bytes, path: file)
  }

  private static func installedManifest(_ name: String, _ path: String) throws(PluginProblem) -> PluginManifest {
    let manifest = try manifest(at: path)
    guard manifest.name == name else {
      throw PluginProblem(
        "The plug-in “\(path)” cannot be used: its name is “\(manifest.name)” and its folder is named “\(name)”.")
    }
    return manifest
  }

  private static func namedPlugin(_ word: String, among known: [KnownPlugin]) throws(PluginProblem) -> KnownPlugin {
    guard word.contains("/") || word.hasSuffix(".json") || word == "." else {
      guard var plugin = known.first(where: { $0.name == word }) else {
        throw PluginProblem("There is no plug-in named “\(word)”; see ‘convert plugins’, or give the path of its file.")
      }
      plugin.state = .named
      return plugin
    }
    let manifest = try manifest(at: word)
    return KnownPlugin(name: manifest.name, path: manifest.path, state: .named, manifest: .success(manifest))
  }
}

extension KnownPlugins {
  /// The names in the list of plug-ins that are on; empty where there is no list, or none that this user may read.
  static var enabledNames: [String] {
    guard let path = PluginFolders.enabledList, let bytes = try? InputFile.bytes(of: path) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  /// Turns an installed plug-in on or off.
  static func setEnabled(_ name: String, _ isOn: Bool) throws(PluginProblem) {
    guard let path = PluginFolders.enabledList else {
      throw PluginProblem("There is no place for the list of plug-ins: HOME is not set.")
    }
    var names = enabledNames.filter { $0 != name }
    if isOn { names.append(name) }
    do throws(WritingError) {
      var sink = FileSink(stem: path, fileExtension: nil, separatesParts: false, overwriting: .always)
      let bytes = names.sorted().flatMap { Array("\($0)\n".utf8) }
      try sink.write(bytes.span)
      _ = try sink.commit()
    } catch {
      throw PluginProblem("The list of plug-ins cannot be written: \(error).")
    }
  }
}
