internal import ConverterCore

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
    var json = JSONOutput(startsLines: false)
    json.buffer.append("{\"$schema\":\"\(DataPackageWriter.profile)\",\"resources\":[")
    for (index, line) in lines.enumerated() {
      for resource in resources(of: line, named: "d\(index + 1)-") {
        json.separate()
        json.buffer.append("\n")
        json.value(.object(resource))
        try json.buffer.flushIfFull(to: &sink)
      }
    }
    json.buffer.append("\n]}\n")
    try json.buffer.flush(to: &sink)
    _ = try sink.commit()
  }

  /// The resources of a document, each with all that ``DataPackageWriter`` says of it.
  private func resources(of line: Manifest.Line, named prefix: String) -> [[String: JSONValue]] {
    let suffix = ".\(DataPackageWriter().format.fileExtension)"
    guard let output = line.outputs.first(where: { $0.hasSuffix(suffix) && $0.hasPrefix(folder + "/") }),
      let bytes = try? InputFile.bytes(of: output), case .object(let descriptor)? = try? JSONValue(json: bytes),
      case .array(let resources)? = descriptor["resources"]
    else { return [] }
    let relative = output.dropFirst(folder.utf8.count + 1)
    let place = relative.lastIndex(of: "/").map { relative[...$0] } ?? ""
    return resources.compactMap { resource in
      guard case .object(var members) = resource, case .string(let name)? = members["name"],
        case .string(let path)? = members["path"]
      else { return nil }
      members["name"] = .string(prefix + name)
      members["path"] = .string(place + path)
      members["sources"] = .array([.object(["title": .string(line.source)])])
      return members
    }
  }
}
