internal import ConverterCore

/// Ties notes to the blocks that refer to them by links, as office programs write them at the end of a page:
///
///     <p>text<a href="#_ftn1" name="_ftnref1">[1]</a></p> … <div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> note</p></div>
struct Notes {
  /// The number of blocks before the one that first refers to a name.
  private var references: [String: Int] = [:]

  /// The names by which each note is referred to, by its place among the blocks.
  private var names: [Int: [String]] = [:]

  /// Notes a link in the block that will have this place.
  mutating func refer(to target: ArraySlice<UInt8>, fromBlock block: Int) {
    guard target.first == UInt8(ascii: "#") else { return }
    let name = String(decoding: target.dropFirst(), as: UTF8.self)
    if references[name] == nil { references[name] = block }
  }

  /// Notes that the block of this place is a note.
  mutating func add(_ node: Int, in tree: HTMLTree, atBlock block: Int) {
    let inner = tree.descendants(of: node).filter { tree.name($0) == .a }
    names[block] = ([node] + inner).flatMap { element in
      [AttributeName.id, .name].compactMap { tree.string($0, of: element) }
    }
  }

  /// The blocks with each note behind the block that refers to it; notes without reference stay.
  func placed(_ blocks: [Block]) -> [Block] {
    var following: [Int: [Int]] = [:]
    var moved: Set<Int> = []
    for (note, names) in names.sorted(by: { $0.key < $1.key }) {
      guard let place = names.compactMap({ references[$0] }).min(), place < note else { continue }
      following[place, default: []].append(note)
      moved.insert(note)
    }
    if moved.isEmpty { return blocks }
    return blocks.indices.filter { !moved.contains($0) }.flatMap { index in
      [blocks[index]] + (following[index] ?? []).map { blocks[$0] }
    }
  }
}
