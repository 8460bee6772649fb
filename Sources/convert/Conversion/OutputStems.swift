internal import ConverterCore

/// Where the outputs of the inputs of a batch begin: `DIR/path/of/input`, which each output continues, `DIR/a.zip.txt`, `DIR/a.zip/b.txt.json`.
///
/// What the batch writes itself keeps its names, and so do the files in an archive: an input that is called as one of these gets
/// another name, `manifest#2`, `a.zip#2/b.txt`.
struct OutputStems {
  private let folder: String
  private let ownNames: [String]
  /// The paths of inputs below which other inputs lie: an archive and a folder of one name, from two places.
  private let crowded: Set<ExactText>
  /// The paths of all inputs.
  private let all: Set<ExactText>

  /// - Parameter ownNames: the names in the folder that the batch itself writes.
  init(of inputs: [Input], in folder: String, ownNames: [String]) {
    self.folder = folder
    self.ownNames = ownNames
    let all = Set(inputs.map { ExactText($0.relativePath) })
    self.all = all
    crowded = Set(
      inputs.lazy.flatMap { Self.folders(above: $0.relativePath) }.map { ExactText(String($0)) }.filter(all.contains))
  }

  func stem(of input: Input) -> String {
    let path = input.relativePath
    let first = path.prefix { $0 != "/" }
    let isOwn = ownNames.contains { $0 == first || first.count == path.count && $0.hasPrefix("\(first).") }
    let taken = isOwn ? first : Self.folders(above: path).first { crowded.contains(ExactText(String($0))) }
    guard let taken else { return "\(folder)/\(path)" }
    let rest = path[taken.endIndex...]
    var number = 2
    while all.contains(ExactText("\(taken)#\(number)\(rest)")) { number += 1 }
    return "\(folder)/\(taken)#\(number)\(rest)"
  }

  /// The folders that a path names, the outermost first.
  private static func folders(above path: String) -> [Substring] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { path[..<$0] }
  }
}
