internal import ConverterCore
internal import PluginHost

/// Many sources worked on one after the other or in worker processes; results are handed over in the order of the inputs,
/// whatever order they end in.
struct Series<Work: SeriesWork>: Sendable {
  var inputs: [Input]
  var work: Work
  var isolation: Isolation
  var printer: FindingPrinter
}

extension Series {
  /// Works on all inputs; what goes wrong with one does not stop the others.
  ///
  /// - Returns: the status of the whole run.
  /// - Throws: what the output throws; no further source is begun then.
  func run(into output: inout some SeriesOutput) async throws(WritingError) -> ExitStatus {
    switch isolation {
    case .none:
      var statuses: [Outcome.Status] = []
      for input in inputs {
        var steps = work.pipeline.sources(of: input)
        while let step = steps.next() {
          let result = await work.process(step.content)
          if !result.pieces.isEmpty { try output.take(result.pieces) }
          output.note(result.outcome)
          printer.print(result.outcome)
          statuses.append(result.outcome.status)
        }
      }
      return ExitStatus(of: statuses)
    case .workers(let workers):
      let known = await resultsWithoutWorkers()
      let pending = inputs.indices.filter { known[$0] == nil }.map { InputJob(index: $0) }
      var jobs = InputJobs(inputs, pending: pending, for: SeriesResults(output, printer: printer, known: known))
      WorkerPool(workers).run(&jobs)
      output = jobs.results.output
      return try jobs.results.finish()
    }
  }

  /// The results, by position, for inputs that no worker can read: standard input, and folders that could not be listed.
  private func resultsWithoutWorkers() async -> [Int: [SeriesResult]] {
    var results: [Int: [SeriesResult]] = [:]
    for (index, input) in inputs.enumerated() where input.isStandardInput || input.failure != nil {
      var steps = work.pipeline.sources(of: input)
      while let step = steps.next() { results[index, default: []].append(await work.process(step.content)) }
    }
    return results
  }
}
