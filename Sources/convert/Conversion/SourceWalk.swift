internal import Archives
internal import ConverterCore

/// A document inside an archive or document, as told before it is read.
struct Member: Hashable, Sendable {
  /// Counts from 0 through all that is in the archive or document, those inside it included.
  var position: Int

  /// The name from the outside in: `a.zip!b/c.docx`.
  var name: String

  /// The path of its outputs below the folder of the archive or document, without the extension of the output.
  var path: String
}

/// Goes through what an input stands for: one document, with the files that lie in it before it where they are asked for, or every
/// document of an archive and then the archive itself.
struct SourceWalk {
  /// One thing that the manifest will have a line for.
  struct Step {
    /// `nil` for the input itself, which comes last.
    var member: Member?
    var content: Content
  }

  enum Content {
    /// A document to be read; with an error if not all files that lie in it could be had.
    case source(Source, missing: ReadingError?)
    /// Nothing to be read: why, or that an archive is done.
    case settled(Outcome)
  }

  private enum State {
    case unopened
    case walking(ArchiveWalk)
    case done
  }

  private let input: Input
  private let pipeline: Pipeline
  private let start: Int
  private let lost: [LostEntry]
  private let begins: (Int) -> Void
  private var state = State.unopened
  /// The members of this archive by the digests of their contents, where the same content is converted once.
  private var nameOfDigest: [String: String] = [:]

  /// - Parameters:
  ///   - start: members of an archive before this position are passed over.
  ///   - lost: entries of an archive that are not to be opened.
  ///   - begins: is told the number of an entry before it is unpacked and looked at, those passed over apart.
  init(
    _ input: Input, by pipeline: Pipeline, from start: Int, without lost: [LostEntry], begins: @escaping (Int) -> Void
  ) {
    self.input = input
    self.pipeline = pipeline
    self.start = start
    self.lost = lost
    self.begins = begins
  }
}

extension SourceWalk {
  /// The next step, or `nil` after the input itself.
  mutating func next() -> Step? {
    switch state {
    case .unopened: return open()
    case .walking(var walk):
      while let item = walk.next() {
        guard item.isOutermost else {
          let same = sameContent(item)
          if item.position < start { continue }
          state = .walking(walk)
          return Step(
            member: Member(position: item.position, name: item.name, path: item.path),
            content: same ?? content(of: item))
        }
        state = .done
        return Step(content: content(of: item))
      }
      state = .done
      return nil
    case .done: return nil
    }
  }

  private mutating func open() -> Step? {
    do throws(ReadingError) {
      let source = try input.source(format: pipeline.askedFormat, within: pipeline.limits)
      let format = pipeline.archiveFormat(of: source)
      guard format != nil || pipeline.readsAttachments else {
        state = .done
        return Step(content: .source(source, missing: nil))
      }
      let (start, begins) = (start, begins)
      state = .walking(
        pipeline.walk(source, format, without: Set(lost.map(\.entry))) { entry, position in
          if position >= start { begins(entry) }
        })
      return next()
    } catch {
      state = .done
      return Step(content: .settled(Outcome(input, error)))
    }
  }

  /// What to tell of a member whose content an earlier one has.
  private mutating func sameContent(_ item: ArchiveWalk.Item) -> Content? {
    guard pipeline.convertsSameContentOnce, case .document(let source, _) = item.content else { return nil }
    let digest = ContentDigest.sha256(source)
    guard let first = nameOfDigest[digest] else {
      nameOfDigest[digest] = item.name
      return nil
    }
    var outcome = Outcome(name: item.name, status: .skipped, .sameContent(as: first))
    outcome.sha256 = digest
    return .settled(outcome)
  }

  private func content(of item: ArchiveWalk.Item) -> Content {
    switch item.content {
    case .document(let source, let missing): return .source(source, missing: missing)
    case .hidden: return .settled(Outcome(name: item.name, status: .skipped, .hidden))
    case .link(let error): return .settled(Outcome(passingOver: item.name, error))
    case .unreadable(let error): return .settled(Outcome(name: item.name, Outcome.Failure(error)))
    case .lost(let entry):
      let known = lost.first { $0.entry == entry }
      return .settled(
        Outcome(name: item.name, status: known?.status ?? .crashed, known?.failure ?? .unreadableAnswer))
    case .end(let end):
      return .settled(
        Outcome(
          name: item.name, format: end.format.rawValue, sha256: ContentDigest.sha256(end.source),
          status: end.error == nil ? .converted : end.hasMembers ? .partial : .failed,
          remarks: end.findings.map(Outcome.Remark.init), error: end.error.map(Outcome.Failure.init)))
    }
  }
}

extension ArchiveWalk.Item {
  /// Whether it is the input itself.
  fileprivate var isOutermost: Bool {
    switch content {
    case .end, .document: path.isEmpty
    case .hidden, .link, .unreadable, .lost: false
    }
  }
}

extension Pipeline {
  /// What an input stands for where there is room for one document only; an archive is refused.
  func onlySource(of input: Input) -> SourceWalk.Content? {
    var steps = sources(of: input)
    guard let step = steps.next() else { return nil }
    return step.member == nil ? step.content : .settled(Outcome(name: input.name, .archive))
  }
}

extension Outcome.Failure {
  fileprivate static let archive = Outcome.Failure(
    code: "needs-folder", sentence: "is an archive; its documents need a folder to go to, name one with -o DIR/")

  /// A member of an archive that nobody means when they say "all documents".
  fileprivate static let hidden = Outcome.Failure(
    code: "hidden", sentence: "is left out: a hidden file; --hidden-files reads it")
}
