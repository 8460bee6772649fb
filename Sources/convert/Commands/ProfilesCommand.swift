internal import ArgumentParser
internal import ConverterCore
internal import ReportProfile

/// `convert profiles`: which families of reports are known, and whether a file of one's own is a valid profile.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the report profiles that come with the program, or check files of your own.",
    discussion: """
      Prints one line per form: the profile, the form, its cells and rules, the file. A file that is no valid profile is \
      told on standard error with the place of the mistake; the exit status is then 1.
      """)

  @Argument(help: ArgumentHelp("Files of profiles; none lists those that come with the program.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    var status = ExitStatus.converted
    for name in files.isEmpty ? Profile.builtInFiles.map(\.name) : files {
      do throws(ProfileProblem) {
        list(try profile(name), file: name)
      } catch {
        StandardError.print("convert: \(error.sentence)")
        status = .incomplete
      }
    }
    throw status
  }

  private func profile(_ name: String) throws(ProfileProblem) -> Profile {
    if files.isEmpty, let file = Profile.builtInFiles.first(where: { $0.name == name }) {
      return try ProfileFile.read(file.bytes, name: name)
    }
    return try ProfileFile.named(name)
  }

  private func list(_ profile: Profile, file: String) {
    for form in profile.forms {
      let fields = [
        profile.id, form.id, "\(form.cellCount) cells", "\(form.rules.count) rules", profile.title, form.title, file,
      ]
      StandardOutput.print(fields.joined(separator: "\t"))
    }
  }
}
