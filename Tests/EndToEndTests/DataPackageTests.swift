import Foundation
import Testing

/// The descriptor that a batch leaves in its folder.
@Suite struct DataPackageTests {
  private struct Package: Decodable {
    struct Resource: Decodable {
      var name: String
      var path: String
      var sources: [[String: String]]
    }
    var resources: [Resource]
  }

  private func package(in scratch: Scratch) throws -> [String] {
    let bytes = Data(try scratch.text("out/datapackage.json").utf8)
    return try JSONDecoder().decode(Package.self, from: bytes).resources.map {
      "\($0.name) \($0.path) \($0.sources[0]["title"] ?? "")"
    }
  }

  private static let options = ["-o", "out", "--to", "csv,datapackage", "--quiet"]

  @Test(arguments: ["0", "2"]) func `describes the grids of all documents of the manifest`(_ jobs: String) throws {
    let scratch = try Scratch()
    for name in ["a.csv", "sub/b.csv", "packed.csv"] {
      try scratch.file("in/\(name)", Data("name,count\nwells,4\n".utf8))
    }
    try scratch.file("in/none.txt", Data("no table".utf8))
    #expect(try Program.shell("tar -C in -cf in/z.tar packed.csv && rm in/packed.csv", in: scratch.folder).status == 0)
    #expect(try Program.run(["in"] + Self.options + ["--jobs", jobs], in: scratch.folder).status == 0)
    let resources = [
      "d1-t1 a.csv.t1.csv in/a.csv", "d3-t1 sub/b.csv.t1.csv in/sub/b.csv",
      "d4-t1 z.tar/packed.csv.t1.csv in/z.tar!packed.csv",
    ]
    #expect(try package(in: scratch) == resources)
    for resource in resources {
      #expect(scratch.files.contains("out/\(resource.split(separator: " ")[1])"))
    }
    // A later batch adds its own.
    try scratch.file("c.csv", Data("name,count\nwells,4\n".utf8))
    try scratch.file("d.txt", Data())
    _ = try Program.run(["c.csv", "d.txt"] + Self.options, in: scratch.folder)
    #expect(try package(in: scratch) == resources + ["d6-t1 c.csv.t1.csv c.csv"])
  }

  @Test func `of somebody else is not replaced unasked`() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { try scratch.file("in/\(name).csv", Data("name,count\nwells,4\n".utf8)) }
    try scratch.file("out/datapackage.json", Data("{}".utf8))
    let result = try Program.run(["in"] + Self.options, in: scratch.folder)
    #expect(result.status == 1)
    #expect(result.messages == "convert: out/datapackage.json exists already\n")
    #expect(try scratch.text("out/datapackage.json") == "{}")
    #expect(try Program.run(["in"] + Self.options + ["--on-exists", "replace"], in: scratch.folder).status == 0)
    #expect(try package(in: scratch).count == 2)
  }
}
