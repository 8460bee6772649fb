internal import ArgumentParser
internal import ConverterContracts
internal import ConverterCore
internal import PluginHost

/// `convert plugins check`: whether a plug-in does what it must, and in words what is wrong.
struct PluginCheckCommand: AsynchronousCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a plug-in: its file, its hello, and with samples how it reads and writes.",
    discussion: """
      A plug-in that reads is given the samples and many damaged copies of them: it must answer each with a document or an \
      error, in time and the same way each time, keep to the limits, and say where each block comes from. One \
      that writes is given what the samples hold. What is wrong goes to standard error; the exit status is then 1.
      """)

  @Argument(
    help: ArgumentHelp("The file or folder of the plug-in, or the name of an installed one.", valueName: "file"))
  var plugin: String

  @Argument(help: ArgumentHelp("Small files that the plug-in reads, or files to write.", valueName: "sample"))
  var samples: [String] = []

  @Option(help: ArgumentHelp("How many damaged copies of each sample are read.", valueName: "number"))
  var damages = 60

  @Option(help: ArgumentHelp("The time for each answer.", valueName: "seconds"))
  var timeLimit = 10

  func validate() throws {
    guard damages >= 0, timeLimit > 0 else { throw ValidationError("--damages and --time-limit are positive numbers.") }
  }

  func run() async throws {
    let selection = try KnownPlugins.selection(named: [plugin])
    let known = try KnownPlugins.all(named: [plugin])
    guard let manifest = try known.first(where: { $0.state == .named })?.manifest.get() else { return }
    var options = PluginOptions()
    options.plugin = [plugin]
    var settings = options.settings()
    settings.allowance = .seconds(timeLimit)
    let check = PluginCheck(manifest: manifest, selection: selection, settings: settings, damages: damages)
    throw await check.run(samples) ? ExitStatus.converted : .incomplete
  }
}

/// One check of a plug-in: says on standard output what was done, and on standard error what is wrong.
struct PluginCheck {
  let manifest: PluginManifest
  let selection: PluginSelection
  let settings: PluginSettings
  let damages: Int

  /// - Returns: whether nothing is wrong.
  func run(_ samples: [String]) async -> Bool {
    let set = PluginSet(selection, settings)
    let session = PluginSession(manifest, settings)
    do throws(PluginProblem) {
      try session.greet()
    } catch {
      StandardError.print(error.sentence)
      return false
    }
    say("\(manifest.name) \(manifest.version) says hello.")
    var violations: [String] = []
    for sample in samples { violations += await check(sample, session, set) }
    for violation in violations { StandardError.print(StandardError.visible(violation)) }
    if samples.isEmpty { say("Without a sample, nothing was read or written.") }
    if violations.isEmpty { say("Nothing is wrong.") }
    return violations.isEmpty
  }

  private func check(_ sample: String, _ session: PluginSession, _ set: PluginSet) async -> [String] {
    let converter = StandardConverter.make(ReadingChoices(), set)
    do throws(ReadingError) {
      let input = Input(name: sample, relativePath: sample)
      var source = try input.source(format: nil, within: .standard)
      source.format = try converter.detect(source).format.name
      if manifest.reads.contains(where: { $0.name == source.format }) {
        return await checkReading(source, session)
      }
      guard !manifest.writes.isEmpty else {
        return ["\(sample): it is taken for “\(source.format ?? "")”, which this plug-in does not read"]
      }
      let document = try await converter.document(from: source)
      return manifest.writes.flatMap { checkWriting(document, sample, ProcessWriter(session, $0)) }
    } catch {
      return ["\(sample): \(error)"]
    }
  }

  private func checkReading(_ source: Source, _ session: PluginSession) async -> [String] {
    // The plug-in's time is over before that of the contract.
    let contract = ReaderContract(ProcessReader(session), damages: damages, within: settings.allowance * 3)
    var violations = await contract.violations(reading: [source])
    let verb = violations.isEmpty ? "read" : "tried"
    say("\(source.name): \(verb) as \(source.format ?? ""), with \(damages) damaged copies.")
    if violations.isEmpty, let document = try? ProcessReader(session).read(source, within: .standard),
      document.blocks.isEmpty
    {
      violations.append(
        "\(source.name): its document has no blocks; where there is nothing to read, the answer is the error “empty”")
    }
    if session.speaksUnasked(within: .milliseconds(100)) {
      violations.append(
        "\(source.name): after its answer, the plug-in “\(manifest.name)” says something that nobody asked for")
    }
    return violations
  }

  private func checkWriting(_ document: Document, _ sample: String, _ writer: ProcessWriter) -> [String] {
    do throws(WritingError) {
      var (first, second) = (MemorySink(separatesParts: true), MemorySink(separatesParts: true))
      try writer.write(document, to: &first)
      try writer.write(document, to: &second)
      say("\(sample): written as \(writer.format.name), \(first.bytes.count) bytes.")
      var violations: [String] = []
      if first.parts != second.parts {
        violations.append("\(sample): the same document gives other bytes the second time")
      }
      let names = first.parts.map(\.name)
      if Set(names).count < names.count { violations.append("\(sample): two parts of the output have one name") }
      return violations
    } catch {
      return ["\(sample): \(error)"]
    }
  }

  private func say(_ sentence: String) {
    StandardOutput.print(StandardError.visible(sentence))
  }
}
