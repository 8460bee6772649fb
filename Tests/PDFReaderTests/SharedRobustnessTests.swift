import ConverterCore
import Foundation
import PDFReader
import Testing

private let sharedFiles = "../shared/cases/robustness/"

/// Broken and hostile files that others have collected, where they are at hand.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: sharedFiles), "the shared cases are not here"))
struct SharedRobustnessTests {
  /// The time that one small file may take, in a build that is not optimised.
  private static let limit = Duration.seconds(30)

  @Test func `every PDF ends with a document or a typed error, in time`() throws {
    let names = FileManager.default.enumerator(atPath: sharedFiles)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.lowercased().hasSuffix(".pdf") }.sorted()
    try #require(files.count > 100)
    var documents = 0
    for file in files {
      let bytes = try Data(contentsOf: URL(filePath: sharedFiles + file))
      let start = ContinuousClock.now
      do throws(ReadingError) {
        let document = try PDFReader().read(Source(name: file, bytes: bytes), within: .standard)
        #expect((document.metadata.pageCount ?? 0) > 0, "\(file)")
        #expect(!document.findings.contains { $0.code == "layout.text.lost" }, "\(file)")
        documents += 1
      } catch {
        #expect(!error.description.isEmpty)
      }
      #expect(.now - start < Self.limit, "\(file)")
    }
    // Most are whole but for one corner: a reader that refused them all would pass the rest of this test.
    #expect(documents > files.count / 2)
  }
}
