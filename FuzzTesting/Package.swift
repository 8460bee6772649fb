// swift-tools-version: 6.2
// One libFuzzer target per parser of outside bytes. The product knows nothing of this package; `script/fuzz` builds and
// runs it, with testing enabled, so that the targets reach parsers that are no one else's business.

import PackageDescription

/// A fuzz target and the module whose parser it feeds.
func fuzzer(_ name: String, _ module: String) -> Target {
  .executableTarget(name: name, dependencies: [.product(name: module, package: "convert"), "FuzzSupport"])
}

let package = Package(
  name: "FuzzTesting",
  dependencies: [.package(name: "convert", path: "..")],
  targets: [
    .target(name: "FuzzSupport", dependencies: [.product(name: "ConverterCore", package: "convert")]),
    fuzzer("FuzzText", "TextReader"),
    fuzzer("FuzzHTML", "HTMLReader"),
    fuzzer("FuzzDocx", "DocxReader"),
    fuzzer("FuzzDoc", "DocReader"),
    fuzzer("FuzzRTF", "RTFReader"),
    fuzzer("FuzzPDF", "PDFReader"),
    fuzzer("FuzzJSON", "ConverterCore"),
    fuzzer("FuzzZip", "Containers"),
    fuzzer("FuzzArchive", "Archives"),
    fuzzer("FuzzProfile", "ReportProfile"),
    fuzzer("FuzzFrames", "PluginHost"),
  ]
)
