import Foundation

/// The built program, run as its users run it.
struct Program {
  /// What a run printed and how it ended.
  struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The folder of the package, where samples are.
  static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program beside the running test bundle.
  static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("convert")

  /// Runs the program in a folder and waits for its end.
  static func run(
    _ arguments: [String], input: Data? = nil, in folder: URL = packageFolder, environment: [String: String] = [:]
  ) throws -> Result {
    try launch(executable, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a line of a shell in which `convert` is the program.
  static func shell(
    _ line: String, in folder: URL = packageFolder, environment: [String: String] = [:]
  ) throws -> Result {
    let path = executable.deletingLastPathComponent().path
    return try launch(
      URL(fileURLWithPath: "/bin/bash"), ["-c", line], input: nil, in: folder,
      environment: environment.merging(
        ["PATH": path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")]) { $1 })
  }

  private static func launch(
    _ executable: URL, _ arguments: [String], input: Data?, in folder: URL, environment: [String: String]
  ) throws -> Result {
    // Output goes to files: a pipe that nobody reads while the other is read would stop the program.
    let scratch = try Scratch()
    let outputURL = scratch.url("stdout")
    let messagesURL = scratch.url("stderr")
    let inputURL = scratch.url("stdin")
    try Data().write(to: outputURL)
    try Data().write(to: messagesURL)
    try (input ?? Data()).write(to: inputURL)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: inputURL)
    process.standardOutput = try FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: messagesURL)
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Result(
      status: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputURL), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messagesURL), as: UTF8.self))
  }
}

/// A folder that goes away with the value.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("convert-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Puts a file into the folder and returns its path.
  @discardableResult
  func file(_ name: String, _ bytes: Data) throws -> String {
    let url = url(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return url.path
  }

  /// All files below the folder, as paths relative to it, in order.
  var files: [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { (try? url($0).resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }.sorted()
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

/// Sets the permission bits of a file or folder.
func setPermissions(_ bits: Int, at path: String) throws {
  try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
}
