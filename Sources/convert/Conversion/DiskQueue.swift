internal import ConverterCore
internal import PluginHost

/// Sources whose files are written out, on their way to their places.
///
/// Files get their names only once their bytes are on the disk. A wait for the disk takes as long as reading several small
/// documents, so sources wait in groups, and while the disk takes one group the next one fills.
struct DiskQueue {
  /// A source whose files are written out.
  struct Source {
    var job: InputJob
    var member: Member?
    var outcome: Outcome
    var output: JobOutput
    var duration: Duration
  }

  /// So many sources, or what ended so long ago, are worth a wait for the disk. Each wait also holds up the making of files, while
  /// the file system writes its own journal.
  private static let groupSize = 512
  private static let groupTime = Duration.seconds(1)
  /// No more sources than this wait: a slow disk slows the reading, and memory stays flat.
  private static let mostWaiting = 4096

  private var waiting: [Source] = []
  /// Sources whose files the disk is taking.
  private var syncing: (sources: [Source], wait: PendingSync)?
}

extension DiskQueue {
  mutating func add(_ source: Source) { waiting.append(source) }

  /// Takes out the sources whose files are on the disk by now, and has it take the next group where that is due.
  ///
  /// - Parameter record: whose disk it is; without one nothing waits.
  /// - Throws: ``WritingError`` where the disk refused.
  mutating func takeReady(_ record: BatchRecord?) throws(WritingError) -> [Source] {
    var ready: [Source] = []
    if let syncing, syncing.wait.isDone || waiting.count >= Self.mostWaiting { ready = try join(record) }
    if syncing == nil, let first = waiting.first,
      waiting.count >= Self.groupSize || .now - first.output.start > Self.groupTime
    {
      ready += beginGroup(record)
    }
    return ready
  }

  /// Waits for the disk and takes out all sources.
  ///
  /// - Throws: ``WritingError`` where the disk refused.
  mutating func takeAll(_ record: BatchRecord?) throws(WritingError) -> [Source] {
    try join(record) + beginGroup(record) + join(record)
  }

  /// Has the disk take the files of all sources that wait.
  ///
  /// - Returns: the sources that need not wait.
  private mutating func beginGroup(_ record: BatchRecord?) -> [Source] {
    defer { waiting = [] }
    guard let record, waiting.contains(where: { !$0.output.sinks.isEmpty }) else { return waiting }
    syncing = (waiting, record.sync())
    return []
  }

  private mutating func join(_ record: BatchRecord?) throws(WritingError) -> [Source] {
    guard let (sources, wait) = syncing else { return [] }
    syncing = nil
    wait.join()
    try record?.check(wait)
    return sources
  }
}
