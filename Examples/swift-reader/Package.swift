// swift-tools-version: 6.2
// A plug-in in Swift: a reader in a module of its own, and an executable of three lines that serves it. `count-cells` uses the
// library without plug-ins.

import PackageDescription

let package = Package(
  name: "swift-reader",
  dependencies: [.package(name: "convert", path: "../..")],
  targets: [
    .target(name: "GreetingReader", dependencies: [.product(name: "ConverterCore", package: "convert")]),
    .executableTarget(
      name: "greeting-plugin",
      dependencies: ["GreetingReader", .product(name: "PluginHost", package: "convert")]),
    .executableTarget(
      name: "count-cells",
      dependencies: [
        .product(name: "ConverterCore", package: "convert"), .product(name: "TextReader", package: "convert"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
