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

  @Test func `says of each grid all that the document's own descriptor says`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.csv", Data("name,count\nwells,4\n".utf8))
    try scratch.file("in/b.csv", Data("name,count\nroads,5\n".utf8))
    #expect(try Program.run(["in", "--crlf"] + Self.options, in: scratch.folder).status == 0)
    func resources(of name: String) throws -> [[String: Any]] {
      let whole = try JSONSerialization.jsonObject(with: Data(try scratch.text("out/\(name)").utf8))
      return try #require((whole as? [String: Any])?["resources"] as? [[String: Any]])
    }
    var own = try #require(try resources(of: "a.csv.datapackage.json").first)
    let listed = try #require(try resources(of: "datapackage.json").first)
    #expect(own["dialect"] != nil && own["schema"] != nil)
    own["name"] = "d1-t1"
    own["sources"] = [["title": "in/a.csv"]]
    #expect(own as NSDictionary == listed as NSDictionary)
    // What somebody has added is kept, and what is none any more is left out.
    let changed = try scratch.text("out/a.csv.datapackage.json").replacing(
      "{\"name\"", with: "{\"share\":0.50,\"name\"")
    try scratch.file("out/a.csv.datapackage.json", Data(changed.utf8))
    try scratch.file("out/b.csv.datapackage.json", Data("{\"resources\":[{\"name\":5}]}".utf8))
    for name in ["c.txt", "d.txt"] { try scratch.file(name, Data("no table".utf8)) }
    #expect(try Program.run(["c.txt", "d.txt"] + Self.options, in: scratch.folder).status == 0)
    #expect(try package(in: scratch) == ["d1-t1 a.csv.t1.csv in/a.csv"])
    #expect(try scratch.text("out/datapackage.json").contains("\"share\":0.50,"))
  }

  @Test func `of tables that exist and are kept is still whole`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.csv", Data("name,count\nwells,4\n".utf8))
    for options in [[], ["--on-exists", "skip"]] {
      #expect(try Program.run(["in"] + Self.options + options, in: scratch.folder).status == 0)
      #expect(try package(in: scratch).count == 1)
    }
  }

  @Test func `of somebody else is not replaced unasked`() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { try scratch.file("in/\(name).csv", Data("name,count\nwells,4\n".utf8)) }
    try scratch.file("out/datapackage.json", Data("{}".utf8))
    let result = try Program.run(["in"] + Self.options, in: scratch.folder)
    #expect(result.status == 1)
    #expect(result.messages == "convert: out/datapackage.json exists already; --on-exists replace replaces it\n")
    #expect(try scratch.text("out/datapackage.json") == "{}")
    #expect(try Program.run(["in"] + Self.options + ["--on-exists", "replace"], in: scratch.folder).status == 0)
    #expect(try package(in: scratch).count == 2)
  }
}
