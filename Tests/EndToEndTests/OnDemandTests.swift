import Foundation
import Testing

/// Libraries that are opened when they are first needed. One that is damaged stands for one that is missing.
@Suite struct OnDemandTests {
  /// A folder that the dynamic linker searches first, with empty files in place of the libraries.
  private func broken() throws -> (Scratch, environment: [String: String]) {
    let scratch = try Scratch()
    for name in ["libarchive.so.13", "libsqlite3.so.0"] { try scratch.file("lib/" + name, Data()) }
    try scratch.file("in/report.txt", Data("a report\n".utf8))
    let packed = try Program.shell("tar -C in -czf report.tgz report.txt", in: scratch.folder)
    #expect(packed.status == 0, "\(packed.messages)")
    return (scratch, ["LD_LIBRARY_PATH": scratch.url("lib").path])
  }

  @Test func `documents are read without the libraries of archives and databases`() throws {
    let (scratch, environment) = try broken()
    let result = try Program.run(["in/report.txt"], in: scratch.folder, environment: environment)
    #expect(result.output == "a report\n")
    #expect(result.messages.isEmpty)
  }

  @Test(arguments: [[], ["-o", "out"]])
  func `an archive says which library it lacks`(_ options: [String]) throws {
    let (scratch, environment) = try broken()
    let result = try Program.run(["report.tgz"] + options, in: scratch.folder, environment: environment)
    #expect(result.messages.hasPrefix("convert: report.tgz: cannot be read: "))
    #expect(result.messages.contains("libarchive.so.13: file too short"))
    #expect(result.status == 1)
  }

  @Test func `a database says which library it lacks`() throws {
    let (scratch, environment) = try broken()
    let result = try Program.run(
      ["in/report.txt", "--to", "sqlite", "-o", "report.sqlite"], in: scratch.folder, environment: environment)
    #expect(result.messages.contains("the database cannot be written: "))
    #expect(result.messages.contains("libsqlite3.so.0: file too short"))
    #expect(result.status == 1)
    #expect(!scratch.files.contains("report.sqlite"))
  }
}
