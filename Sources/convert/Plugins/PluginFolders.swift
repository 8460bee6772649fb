internal import FoundationEssentials

/// Where plug-ins and the list of those that are on are kept (XDG Base Directory Specification).
enum PluginFolders {
  /// One folder a plug-in, named as the plug-in, with its `plugin.json`.
  static var installed: String? { path("XDG_DATA_HOME", ".local/share").map { $0 + "/convert/plugins" } }

  /// The names of the plug-ins that are on, one a line.
  static var enabledList: String? { path("XDG_CONFIG_HOME", ".config").map { $0 + "/convert/plugins" } }

  /// - Parameters:
  ///   - variable: the environment variable that names the folder; paths that are not absolute do not count.
  ///   - fallback: the path below the home folder.
  private static func path(_ variable: String, _ fallback: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment[variable], path.hasPrefix("/") { return path }
    return environment["HOME"].map { $0 + "/" + fallback }
  }
}
