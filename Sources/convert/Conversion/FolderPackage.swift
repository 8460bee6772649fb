internal import ConverterCore
internal import FoundationEssentials

/// The Data Package of a whole batch: `datapackage.json` in the output folder, the name that programs look for. It has the
/// resources of all descriptors that the manifest lists, in its order (datapackage.org, version 2).
///
/// Resources are named by document and table, `d3-t1`; their paths begin at the folder.
struct FolderPackage {
  private let folder: String

  /// The path of the file.
  let path: String

  init(folder: String) {
    self.folder = folder
    path = "\(folder)/datapackage.json"
  }

  /// Writes the file anew; descriptors that have been removed, or changed beyond recognition, are left out.
  func write(_ lines: [Manifest.Line], _ staging: Staging) throws(WritingError) {
    var sink = FileSink(
      stem: path, fileExtension: nil, separatesParts: false, overwriting: .always,
      temporaryStem: staging.file("datapackage"))
    var output = OutputBuffer()
    output.append("{\"$schema\":\"https://datapackage.org/profiles/2.0/datapackage.json\",\"resources\":[")
    var separator = "\n"
    for (index, line) in lines.enumerated() {
      for resource in resources(of: line, named: "d\(index + 1)-") {
        output.append(separator)
        output.append(resource)
        separator = ",\n"
        try output.flushIfFull(to: &sink)
      }
    }
    output.append("\n]}\n")
    try output.flush(to: &sink)
    _ = try sink.commit()
  }

  /// The resources of a document as JSON.
  private func resources(of line: Manifest.Line, named prefix: String) -> [String] {
    let suffix = ".\(DataPackageWriter().format.fileExtension)"
    guard let output = line.outputs.first(where: { $0.hasSuffix(suffix) && $0.hasPrefix(folder + "/") }),
      let bytes = try? InputFile.bytes(of: output),
      let descriptor = try? JSONDecoder().decode(Descriptor.self, from: bytes)
    else { return [] }
    let name = output.dropFirst(folder.utf8.count + 1)
    let place = name.lastIndex(of: "/").map { name[...$0] } ?? ""
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return descriptor.resources.compactMap { resource in
      var resource = resource
      resource.name = prefix + resource.name
      resource.path = place + resource.path
      resource.sources = [Origin(title: line.source)]
      return (try? encoder.encode(resource)).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// What ``DataPackageWriter`` writes.
  private struct Descriptor: Decodable {
    var resources: [Resource]
  }

  private struct Resource: Codable {
    var name: String
    var type: String
    var path: String
    var title: String?
    var format: String
    var mediatype: String
    var encoding: String
    var dialect: Dialect
    var schema: Schema
    /// The document.
    var sources: [Origin]?
  }

  private struct Dialect: Codable {
    var lineTerminator: String?
    var header: Bool?
    var headerRows: [Int]?
    var headerJoin: String?
  }

  private struct Schema: Codable {
    var fields: [Field]
  }

  private struct Field: Codable {
    var name: String
    var type: String
    var groupChar: String?
  }

  private struct Origin: Codable {
    var title: String
  }
}
