import ConverterCore
import Foundation

@testable import PluginHost

/// Plug-ins here are small shell scripts: what matters is how the host takes what they do.
enum TestPlugin {
  static let hello = #"read -r line; echo '{"type":"hello","protocol":"convert.plugin/1"}'"# + "\n"

  /// Takes one request: its number becomes `$job`, and its bytes become `$bytes`.
  static let request = #"""
    read -r line || exit 0
    count=${line##*\"bytes\":}; count=${count%%[,\}]*}
    job=${line##*\"job\":}; job=${job%%[,\}]*}
    bytes=$(head -c "$count")
    """# + "\n"

  static let document =
    #"{"schema":"convert.document/1","blocks":[{"type":"paragraph","text":"a","origin":{"lines":[1,1],"evidence":"stated"}}]}"#

  /// Answers with a document whose text is one in the words of the shell.
  ///
  /// - Parameters:
  ///   - text: such as `$bytes`.
  ///   - job: the number that the answer repeats, likewise; none where it is empty.
  static func says(_ text: String, job: String = "$job") -> String {
    let member = job.isEmpty ? "" : #","job":%d"#
    return "answer='\(document)'; answer=${answer/XX/\(text)}\n".replacing(#""a""#, with: #""XX""#)
      + "printf '{\"type\":\"document\",\"bytes\":%d\(member)}\\n%s' ${#answer} \(job) \"$answer\"\n"
  }

  /// Answers with a message and the bytes after it.
  static func answer(_ type: String, _ payload: String = "") -> String {
    "printf '%s\\n%s' '{\"type\":\"\(type)\",\"bytes\":\(payload.utf8.count)}' '\(payload)'\n"
  }

  static func manifest(
    _ script: String, name: String = "test", reads: [Format] = [format("test")], writes: [OutputFormat] = [],
    priority: Int = 0
  ) -> PluginManifest {
    PluginManifest(
      name: name, version: "1", summary: "", command: ["/bin/bash", "-c", script], reads: reads, writes: writes,
      features: [], priority: priority, path: "\(FileManager.default.temporaryDirectory.path)/plugin.json")
  }

  static func format(_ name: String, extensions: [String] = ["test"], signatures: [Signature] = []) -> Format {
    Format(name: name, title: name, extensions: extensions, signatures: signatures)
  }

  static let source = Source(name: "a.test", bytes: Data("abc".utf8), format: "test")
}
