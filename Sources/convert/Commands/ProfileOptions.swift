internal import ArgumentParser
internal import ConverterCore
internal import ReportProfile

/// The options that say which family of reports is meant.
struct ProfileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The profile of the reports: the file of one of your own, or the id of one that comes with the program; default: \(Self.usual).",
      valueName: "file or id"))
  var profile: String?

  private static let usual = "cn.ogi.annual_report"

  /// Whether a profile was asked for by name.
  var isNamed: Bool { profile != nil }

  /// Reads the profile; what is wrong with it is wrong usage.
  func loaded() throws(ProfileProblem) -> Profile {
    try ProfileFile.named(profile ?? Self.usual)
  }
}

/// Why there is no profile.
struct ProfileProblem: Error, CustomStringConvertible {
  var sentence: String

  var description: String { sentence }
}

/// The files of profiles.
enum ProfileFile {
  /// A profile by the id of one that comes with the program, or by the path of a file.
  static func named(_ name: String) throws(ProfileProblem) -> Profile {
    for file in Profile.builtInFiles {
      let profile = try read(file.bytes, name: file.name)
      if profile.id == name { return profile }
    }
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = Array(try InputFile.bytes(of: name))
    } catch {
      throw ProfileProblem(sentence: "The profile “\(name)” cannot be read: \(error.description).")
    }
    return try read(bytes, name: name)
  }

  static func read(_ bytes: [UInt8], name: String) throws(ProfileProblem) -> Profile {
    do throws(ProfileError) {
      return try Profile(json: bytes)
    } catch {
      throw ProfileProblem(sentence: "The profile “\(name)” is not valid: \(error).")
    }
  }
}
