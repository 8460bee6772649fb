import ConverterCore
import ConverterTesting
import Testing

@testable import RTFReader

@Suite struct RandomTests {
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `each word of a file of random marks comes out once`(seed: UInt64) throws {
    var random = RandomText(seed: seed)
    let rtf = random.file()
    let words = try document(rtf).blocks.words
    #expect(words.map(String.init).sorted() == (0..<random.wordCount).map { "w\($0 + 1)" }.sorted(), "\(rtf)")
  }
}

/// A file of numbered words between marks of paragraphs, cells and rows, in groups, notes, text boxes and fields, in any order.
private struct RandomText {
  private var generator: SeededGenerator
  private(set) var wordCount = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func file() -> String {
    #"{\rtf1\ansi "# + flow(length: Int.random(in: 10...60, using: &generator), depth: 0) + "}"
  }

  private mutating func flow(length: Int, depth: Int) -> String {
    (0..<length).map { _ in piece(depth: depth) }.joined()
  }

  private mutating func piece(depth: Int) -> String {
    guard Bool.random(using: &generator) else {
      wordCount += 1
      return "w\(wordCount)\\~ "
    }
    let marks = [
      #"\par "#, #"\cell "#, #"\row "#, #"\trowd "#, #"\trowd\cellx900\cellx1800 "#, #"\pard "#, #"\intbl "#,
      #"\itap0 "#,
      #"\itap2 "#, #"\nestcell "#, #"{\*\nesttableprops\trowd\cellx500\nestrow}{\nonesttables\par}"#, #"\sect "#,
      #"\line "#,
    ]
    let groups = [
      (#"{\b "#, "}"), (#"{\plain "#, "}"), (#"{\footnote\pard "#, "}"), (#"{\shp{\*\shpinst{\shptxt\pard "#, "}}}"),
      (#"{\field{\*\fldinst PAGE}{\fldrslt "#, "}}"),
    ]
    let choice = Int.random(in: 0..<(marks.count + (depth < 4 ? groups.count : 0)), using: &generator)
    guard choice >= marks.count else { return marks[choice] }
    let (open, close) = groups[choice - marks.count]
    return open + flow(length: Int.random(in: 1...5, using: &generator), depth: depth + 1) + close
  }
}

extension [Block] {
  /// The words of all blocks and cells.
  fileprivate var words: [Substring] {
    flatMap { block -> [Substring] in
      switch block {
      case .paragraph(let paragraph): paragraph.text.words
      case .heading(let heading): heading.text.words
      case .listItem(let item): item.text.words
      case .figure: []
      case .aside(let aside): aside.blocks.words
      case .table(let table): table.cells.flatMap { $0.blocks.isEmpty ? $0.text.words : $0.blocks.words }
      }
    }
  }
}

extension String {
  fileprivate var words: [Substring] { split { $0.isWhitespace } }
}
