internal import ConverterCore

/// Converts what arrives in folders until it is stopped.
///
/// Each round is a batch of its own over the files that are new or have changed since they were converted, so the manifest is
/// whole after each.
struct WatchRun: Sendable {
  var folders: [FilePath]
  var selection: Selection
  /// What to do with the inputs of a round.
  var conversion: Conversion
}

extension WatchRun {
  /// Never returns unless the folders cannot be watched.
  func run() async -> ExitStatus {
    do throws(WritingError) {
      let watch = try FolderWatch()
      var settled: [FilePath: FileIdentity] = [:]
      while true {
        // A folder is watched before it is listed: what arrives meanwhile is told by the watch then.
        let all = Inputs(selection: selection, outputFolder: conversion.destination.folder).expand(
          folders, entering: watch.add)
        var fresh: [FilePath: FileIdentity] = [:]
        let inputs = all.filter { input in
          guard let identity = FileIdentity(at: input.path), settled[input.path] != identity else { return false }
          return fresh.updateValue(identity, forKey: input.path) == nil
        }
        if await settle(inputs, among: all) {
          settled.merge(fresh) { $1 }
          watch.wait()
        } else {
          watch.wait(atMost: Self.patience)
        }
      }
    } catch {
      return .afterWriting(error)
    }
  }

  /// A round that could not be finished is tried again after this time even if nothing arrives: room on a disk makes no news.
  private static let patience = Duration.seconds(10)

  /// Converts the inputs of a round.
  ///
  /// - Returns: whether each of them has its line in the manifest. One that was stopped has none for any, so that all are inputs again
  ///   of the next, which knows from the journal what is done.
  private func settle(_ inputs: [Input], among all: [Input]) async -> Bool {
    guard !inputs.isEmpty else { return true }
    var round = conversion
    round.inputs = inputs
    round.neighbours = all
    do throws(WritingError) {
      _ = try await round.runToEnd()
      return true
    } catch {
      _ = ExitStatus.afterWriting(error)
      return false
    }
  }
}
