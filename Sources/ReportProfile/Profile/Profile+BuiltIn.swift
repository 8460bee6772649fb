extension Profile {
  /// The profiles that come with the program, by their files. The files are part of the program, so that it finds them
  /// wherever it is installed.
  package static var builtInFiles: [(name: String, bytes: [UInt8])] {
    [
      ("cn-ogi-annual-report.json", PackageResources.cn_ogi_annual_report_json),
      ("us-foia-annual-report.json", PackageResources.us_foia_annual_report_json),
    ]
  }

  /// The profiles that come with the program, read once.
  package static let builtIn: [Profile] = builtInFiles.compactMap { try? Profile(json: $0.bytes) }
}
