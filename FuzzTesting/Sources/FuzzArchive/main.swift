@testable import Archives
import ConverterCore
import FoundationEssentials
import FuzzSupport

/// An archive with all archives inside it; the first byte says its format.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Data(bytes: start, count: count)
  guard let first = bytes.first else { return 0 }
  let formats = ArchiveFormat.allCases
  let source = Source(name: "input", bytes: Data(bytes.dropFirst()))
  var walk = ArchiveWalk(source, formats[Int(first) % formats.count], within: fuzzingLimits) { member in
    guard ArchiveFormat.mayBegin(member.bytes) else { return nil }
    let detected = try? FormatDetector(formats: ArchiveFormat.formats).detect(member)
    return detected.flatMap { ArchiveFormat(rawValue: $0.format.name) }
  }
  var names: Set<String> = []
  while let item = walk.next() {
    precondition(item.position == names.count, "positions count from 0")
    precondition(names.insert(item.name).inserted, "each item has a name of its own")
    if case .document = item.content { precondition(MemberPath.isRelative(item.path), "no path leads out") }
  }
  return 0
}
