// swift-tools-version: 6.2
// One libFuzzer target per parser of outside bytes. The product knows nothing of this package; `script/fuzz` builds and
// runs it, with testing enabled, so that the targets reach parsers that are no one else's business.

import Foundation
import PackageDescription

/// As SwiftPM calls the package of the program, whose declarations of access level `package` one target needs: by its folder.
let program = URL(fileURLWithPath: Context.packageDirectory).deletingLastPathComponent().lastPathComponent.lowercased()

/// A fuzz target and the module whose parser it feeds.
func fuzzer(_ name: String, _ module: String) -> Target {
  .executableTarget(name: name, dependencies: [.product(name: module, package: "convert"), "FuzzSupport"])
}

let package = Package(
  name: "FuzzTesting",
  dependencies: [
    .package(name: "convert", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
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
    // The sources of the program itself, by a link: nothing can depend on an executable of another package.
    .executableTarget(
      name: "FuzzRecords",
      dependencies: [
        "ConverterCore", "Archives", "Containers", "DocxReader", "DocReader", "RTFReader", "HTMLReader", "TextReader",
        "ReportProfile", "PluginHost", "SQLiteWriter", "ConverterContracts", "CNettle",
      ].map { .product(name: $0, package: "convert") } + [
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: [.unsafeFlags(["-package-name", program])]),
  ]
)
