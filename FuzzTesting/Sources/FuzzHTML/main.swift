import ConverterCore
import FoundationEssentials
import FuzzSupport
import HTMLReader

/// A page, or an archive of pages where the bytes begin as one does.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Data(bytes: start, count: count)
  let format = bytes.starts(with: Array("MIME-Version:".utf8)) ? "mhtml" : "html"
  fuzz(bytes, as: format) { source, limits throws(ReadingError) in
    try HTMLReader().read(source, within: limits)
  }
  if format == "mhtml" { fuzzAttachments(bytes, as: format, HTMLReader()) }
  return 0
}
