internal import PluginHost

extension Batch: JobResults {
  var isStopped: Bool { stop != nil }

  func beginOutput() -> JobOutput { JobOutput() }

  func take(_ piece: WorkerOutput, of job: InputJob, _ member: Member?, into output: inout JobOutput) {
    guard (0..<writerCount).contains(piece.writer) else { return }
    output.take(piece) { sink(of: job, member: member, writer: $0) }
  }

  mutating func wait(_ sources: some Sequence<(name: String, output: JobOutput)>) {
    showProgress { sources.min { $0.output.start < $1.output.start }.map { ($0.name, $0.output.start) } }
  }
}
