@testable import Containers
import ConverterCore
import FoundationEssentials
import FuzzSupport

/// All members of an archive.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Source(name: "input", bytes: Data(bytes: start, count: count), format: "zip")
  guard let archive = try? ZipArchive(source, within: fuzzingLimits) else { return 0 }
  for index in archive.members.indices {
    _ = archive.members[index].name
    _ = try? archive.contents(at: index)
  }
  return 0
}
