internal import Glibc

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
    if let path = value(ofVariable: variable), path.hasPrefix("/") { return path }
    return value(ofVariable: "HOME").map { $0 + "/" + fallback }
  }

  /// One variable of the environment: each run asks for two or three, and all of them as a dictionary cost a million instructions.
  private static func value(ofVariable name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
