// swift-tools-version: 6.2
// A converter of documents (PDF, Word, web pages, text and archives of them) into text, tables and records.
//
// System packages: see `script/bootstrap`, which installs them on Debian and Ubuntu; the providers below name them.

import Foundation
import PackageDescription

/// One set of settings for all Swift targets.
let strict: [SwiftSetting] = [
  // Each touch of unsafe memory is marked, so that it can be reviewed; C libraries stay behind owners.
  .strictMemorySafety(),
  // Warnings are findings of the compiler; none may wait.
  .treatAllWarnings(as: .error),
  // `any` is spelled out: an existential costs and should be seen.
  .enableUpcomingFeature("ExistentialAny"),
  // C libraries stay out of the public surface unless said otherwise.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member is visible only where its module is imported: moving a file cannot change what it sees.
  .enableUpcomingFeature("MemberImportVisibility"),
  // Asynchronous functions stay on their caller's executor: readers do not hop between threads.
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Whether the shim can be a subclass of poppler's OutputDev, which sees lines and shading as well as text.
///
/// Else, or where CONVERT_WITHOUT_PRIVATE_POPPLER is set, the shim reads text through poppler-glib. Only one of both is
/// linked: poppler-glib brings 22 shared libraries, which cost each start of the program 3.4 ms on top of poppler's 4.4.
/// (After installing the headers, `swift package purge-cache` makes SwiftPM look again.)
let hasPrivatePoppler =
  Context.environment["CONVERT_WITHOUT_PRIVATE_POPPLER"] == nil
  && ["/usr/include", "/usr/local/include", "/opt/homebrew/include"].contains {
    FileManager.default.fileExists(atPath: $0 + "/poppler/OutputDev.h")
  }

let package = Package(
  name: "convert",
  products: [
    .executable(name: "convert", targets: ["convert"]),
    .library(name: "ConverterCore", targets: ["ConverterCore"]),
    .library(name: "PageLayout", targets: ["PageLayout"]),
    .library(name: "PDFReader", targets: ["PDFReader"]),
    .library(name: "DocxReader", targets: ["DocxReader"]),
    .library(name: "DocReader", targets: ["DocReader"]),
    .library(name: "RTFReader", targets: ["RTFReader"]),
    .library(name: "TextReader", targets: ["TextReader"]),
    .library(name: "HTMLReader", targets: ["HTMLReader"]),
    .library(name: "PluginHost", targets: ["PluginHost"]),
    .library(name: "ConverterTesting", targets: ["ConverterTesting"]),
    // Nothing in them is public: for the fuzz targets in `FuzzTesting`, which are built with testing enabled.
    .library(name: "Archives", targets: ["Archives"]),
    .library(name: "Containers", targets: ["Containers"]),
    .library(name: "ReportProfile", targets: ["ReportProfile"]),
  ],
  // What needs heavy system libraries can be left out: `swift build --product convert --disable-default-traits`.
  traits: [
    .trait(name: "PDF", description: "Reads PDF; needs poppler."),
    .default(enabledTraits: ["PDF"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Many bytes of a text in one step. No product, so that its declarations can be public: the compiler takes into other modules only
    // the steps of those.
    .target(name: "Bytes", swiftSettings: strict),

    // The document model, the Reader and Writer protocols, detection, the writers. Knows no format and no C library.
    .target(name: "ConverterCore", dependencies: ["Bytes"], swiftSettings: strict),

    // From the ink of a page to blocks; knows no PDF.
    .target(name: "PageLayout", dependencies: ["ConverterCore"], swiftSettings: strict),

    // Names and bytes inside bytes.
    .target(name: "Containers", dependencies: ["Bytes", "ConverterCore", "CZlib"], swiftSettings: strict),

    // Archives in many formats, and archives inside archives, as sources.
    .target(name: "Archives", dependencies: ["ConverterCore", "Containers", "CArchive"], swiftSettings: strict),

    // XML pull reading.
    .target(name: "Markup", dependencies: ["Bytes", "ConverterCore"], swiftSettings: strict),

    // Readers: one module a format, none imports another.
    .target(
      name: "PDFReader", dependencies: ["ConverterCore", "PageLayout", "CPopplerShim"],
      swiftSettings: strict),
    .target(name: "DocxReader", dependencies: ["ConverterCore", "Containers", "Markup"], swiftSettings: strict),
    .target(name: "TextReader", dependencies: ["Bytes", "ConverterCore"], swiftSettings: strict),
    .target(name: "DocReader", dependencies: ["Bytes", "ConverterCore", "Containers"], swiftSettings: strict),
    .target(name: "RTFReader", dependencies: ["ConverterCore"], swiftSettings: strict),
    .target(name: "HTMLReader", dependencies: ["Bytes", "ConverterCore"], swiftSettings: strict),

    // Readers in other processes: isolation, limits, one protocol.
    .target(name: "PluginHost", dependencies: ["ConverterCore", "CSandbox"], swiftSettings: strict),
    // System calls that Swift cannot make: they take a variable number of arguments.
    .target(name: "CSandbox", publicHeadersPath: "include"),

    // Known report families: tables to records, and their arithmetic. Knows no format.
    .target(
      name: "ReportProfile", dependencies: ["Bytes", "ConverterCore"],
      resources: [
        .embedInCode("Profiles/cn-ogi-annual-report.json"), .embedInCode("Profiles/us-foia-annual-report.json"),
      ],
      swiftSettings: strict),

    // Documents as an SQLite database, alone or a whole batch.
    .target(name: "SQLiteWriter", dependencies: ["ConverterCore", "ReportProfile", "CSQLite"], swiftSettings: strict),

    // The command line; the only place that names concrete readers.
    .executableTarget(
      name: "convert",
      dependencies: [
        "ConverterCore", "Archives", "Containers", "DocxReader", "DocReader", "RTFReader", "HTMLReader",
        "TextReader", "ReportProfile", "PluginHost", "SQLiteWriter", "ConverterContracts", "CNettle",
        .target(name: "PageLayout", condition: .when(traits: ["PDF"])),
        .target(name: "PDFReader", condition: .when(traits: ["PDF"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What every reader owes, as a check that tests and `convert plugins check` share.
    .target(name: "ConverterContracts", dependencies: ["ConverterCore"], swiftSettings: strict),

    // Contracts and builders for our tests and for authors of readers and writers.
    .target(
      name: "ConverterTesting", dependencies: ["ConverterCore", "ConverterContracts"],
      swiftSettings: strict),

    // C libraries, each imported by exactly one module.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    // Opened when first needed, and therefore not linked: no pkg-config, which would say otherwise.
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    // Both carry only flags for the shim.
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler", providers: [.apt(["libpoppler-private-dev", "poppler-data"])]),
    .systemLibrary(
      name: "CPopplerGlib", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev", "poppler-data"])]),
    // poppler behind a plain C header: all ink of a page in one pass.
    .target(
      name: "CPopplerShim", dependencies: hasPrivatePoppler ? ["CPoppler"] : ["CPopplerGlib"],
      publicHeadersPath: "include",
      cxxSettings: [.define("NDEBUG", .when(configuration: .release))]
        + (hasPrivatePoppler ? [] : [.define("CVT_WITHOUT_PRIVATE_POPPLER")])),

    .testTarget(name: "BytesTests", dependencies: ["Bytes", "ConverterTesting"], swiftSettings: strict),
    .testTarget(
      name: "ConverterCoreTests", dependencies: ["ConverterCore", "ConverterTesting"], swiftSettings: strict),
    .testTarget(
      name: "PageLayoutTests", dependencies: ["ConverterCore", "PageLayout", "ConverterTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ContainersTests", dependencies: ["ConverterCore", "Containers", "ConverterTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ArchivesTests", dependencies: ["Archives", "CLibArchive", "ConverterCore"], swiftSettings: strict),
    // Beside which tests hold ours, or by which they make samples.
    .systemLibrary(
      name: "CLibArchive", path: "Tests/CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CLibSQLite", path: "Tests/CLibSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Beside libxml2, which the program itself does not need.
    .systemLibrary(
      name: "CLibXML2", path: "Tests/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .testTarget(
      name: "MarkupTests", dependencies: ["ConverterCore", "Markup", "ConverterTesting", "CLibXML2"],
      swiftSettings: strict),
    .testTarget(
      name: "PDFReaderTests", dependencies: ["ConverterCore", "PageLayout", "PDFReader", "ConverterTesting"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "DocxReaderTests", dependencies: ["ConverterCore", "Containers", "DocxReader", "ConverterTesting"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "TextReaderTests", dependencies: ["ConverterCore", "TextReader", "ConverterTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportProfileTests", dependencies: ["ConverterCore", "ReportProfile", "TextReader", "ConverterTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "DocReaderTests", dependencies: ["ConverterCore", "Containers", "DocReader", "ConverterTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "RTFReaderTests", dependencies: ["ConverterCore", "RTFReader", "ConverterTesting"], swiftSettings: strict),
    .testTarget(name: "PluginHostTests", dependencies: ["ConverterCore", "PluginHost"], swiftSettings: strict),
    .testTarget(
      name: "HTMLReaderTests", dependencies: ["ConverterCore", "HTMLReader", "ConverterTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "SQLiteWriterTests",
      dependencies: ["ConverterCore", "ReportProfile", "SQLiteWriter", "CLibSQLite", "ConverterTesting"],
      swiftSettings: strict),
    // Parts of the command line that no run of the program shows.
    .testTarget(
      name: "ConvertTests", dependencies: ["convert", "ConverterCore", "PluginHost"], swiftSettings: strict),
    // The built program, run as its users run it.
    .testTarget(name: "EndToEndTests", dependencies: ["convert"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  // poppler's headers need C++20 from release 25.03 on.
  cxxLanguageStandard: .cxx20
)
