internal import Archives
internal import ConverterCore
internal import PluginHost

/// A plan made ready: reads a source, changes its text as asked, and writes it by all writers.
struct Pipeline: Sendable {
  /// Those of documents by themselves, then those of merged outputs.
  let writers: [any Writer]
  /// How many writers write documents by themselves, with what stands before the first of a stream.
  private let aloneCount: Int
  private let plan: WorkPlan
  private let converter: Converter

  /// The plug-ins that the readers and writers use.
  let plugins: PluginSet

  init(_ plan: WorkPlan) {
    self.plan = plan
    plugins = PluginSet(plan.reading.plugins, plan.reading.pluginSettings)
    converter = StandardConverter.make(plan.reading, plugins)
    let alone = StandardWriters.named(plan.writers, plan.writing, plugins)
    aloneCount = alone.count
    writers = alone + plan.mergingWriters
  }

  var limits: Limits { plan.reading.limits }

  /// Whether of members of an archive with the same content only the first is read.
  var convertsSameContentOnce: Bool { plan.sameContentOnce }

  /// The format to take sources for instead of detecting it.
  var askedFormat: String? { plan.reading.format }
}

extension Pipeline {
  /// All that an input stands for, one after the other.
  ///
  /// - Parameters: as in ``SourceWalk/init(_:by:from:without:begins:)``.
  func sources(
    of input: Input, from start: Int = 0, without lost: [LostEntry] = [], begins: @escaping (Int) -> Void = { _ in }
  ) -> SourceWalk {
    SourceWalk(input, by: self, from: start, without: lost, begins: begins)
  }

  /// Whether a source is an archive, whose members are read instead of it.
  func archiveFormat(of source: Source) -> ArchiveFormat? {
    guard source.format == nil, ArchiveFormat.mayBegin(source.bytes) else { return nil }
    return (try? converter.detect(source)).flatMap { ArchiveFormat(rawValue: $0.format.name) }
  }

  /// Whether files that lie in documents are sources of their own.
  var readsAttachments: Bool { plan.reading.selection.includesAttachments }

  /// Goes through an archive, or through a document, which has no such format.
  func walk(
    _ source: Source, _ format: ArchiveFormat?, without lost: Set<Int>,
    begins: @escaping (_ entry: Int, _ position: Int) -> Void
  ) -> ArchiveWalk {
    ArchiveWalk(
      source, format, within: limits, password: plan.reading.password,
      includesHidden: plan.reading.selection.includesHidden, takes: plan.reading.selection.takesMember,
      attachments: attachments, lost: lost, begins: begins, archiveFormat: archiveFormat)
  }

  /// The files that lie in a document, where they are asked for.
  private func attachments(of source: Source) throws(ReadingError) -> [AttachedFile] {
    readsAttachments ? try converter.attachments(of: source) : []
  }

  /// Reads all of what a step of the walk gives.
  func read(_ content: SourceWalk.Content) async -> (Document?, Outcome) {
    var (stream, outcome) = await open(content)
    var document: Document?
    do throws(ReadingError) {
      document = try stream.take()?.collected(within: limits)
    } catch {
      outcome.fail(error)
    }
    return (document, outcome)
  }

  /// Begins to read what a step of the walk gives; reads all of it unless there is only one writer, which takes it piece by piece.
  func open(_ content: SourceWalk.Content) async -> (DocumentStream?, Outcome) {
    switch content {
    case .source(let source, let missing): await open(source, missing: missing)
    case .settled(let outcome): (nil, outcome)
    }
  }

  /// Begins to read one source, whose pieces go through the steps of normalization; what the outputs cannot say of it is remarked.
  ///
  /// - Parameter missing: why not all files that lie in it could be had.
  private func open(_ source: Source, missing: ReadingError?) async -> (DocumentStream?, Outcome) {
    do throws(ReadingError) {
      var stream = try await converter.stream(from: source)
      let normalizer = plan.normalizer
      stream.change = { normalizer.normalize(&$0) }
      var losses: [Finding] = []
      if writers.count != 1 || !(writers[0] is any StreamingWriter) {
        let document = try stream.collected(within: limits)
        losses = self.losses(of: document)
        stream = DocumentStream(document)
      }
      var outcome = Outcome(reading: stream)
      outcome.remarks += losses.map(Outcome.Remark.init)
      if let missing { outcome.miss(missing) }
      return (stream, outcome)
    } catch {
      var outcome = Outcome(name: source.name, error)
      outcome.sha256 = ContentDigest.sha256(source)
      return (nil, outcome)
    }
  }

  /// What the outputs cannot say of a document.
  private func losses(of document: Document) -> [Finding] {
    // Without writers, records are made of the tables alone, which is no loss.
    let holdsTablesAlone = !writers.isEmpty && writers.allSatisfy(\.format.holdsTablesAlone)
    let holdsNone = holdsTablesAlone && !document.blocks.isEmpty && document.tables.isEmpty
    return (holdsNone ? [.lostText(in: writers.map(\.format))] : []) + writers.flatMap { $0.losses(of: document) }
  }

  /// Writes a document that was begun to be read, if there is one; what is noticed on the way is added to its outcome.
  func write(
    _ document: inout DocumentStream?, by writer: any Writer, to sink: inout some ByteSink, _ outcome: inout Outcome
  ) throws(WritingError) {
    guard var stream = document.take() else { return }
    guard let writer = writer as? any StreamingWriter else {
      guard let whole = try? stream.collected(within: limits) else { return }
      return try writer.write(whole, to: &sink)
    }
    let seen = stream.findings.count
    try writer.write(&stream, to: &sink)
    outcome.add(stream.findings[seen...])
    if let failure = stream.failure { outcome.fail(failure) }
  }

  /// Reads one source and writes it by all writers, each into a sink of its own.
  ///
  /// - Parameter sink: makes the sink for the writer at a position.
  /// - Returns: what became of the source, the sinks in the order of the writers as far as they were begun, and what went wrong
  ///   in writing.
  func process<Sink: ByteSink>(
    _ content: SourceWalk.Content, sink: (Int) -> Sink
  ) async -> (Outcome, [Sink], WritingError?) {
    var (document, outcome) = await open(content)
    var sinks: [Sink] = []
    guard document != nil else { return (outcome, sinks, nil) }
    do throws(WritingError) {
      for (position, writer) in writers.enumerated() {
        var output = sink(position)
        if position < aloneCount { try writer.writePrologue(to: &output) }
        var current = position + 1 < writers.count ? document : document.take()
        try write(&current, by: writer, to: &output, &outcome)
        sinks.append(output)
      }
      return (outcome, sinks, nil)
    } catch {
      outcome.fail(error)
      return (outcome, sinks, error)
    }
  }
}
