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
      var converted: [FilePath: FileIdentity] = [:]
      while true {
        // Folders first: what arrives while files are listed is told by the watch then.
        for folder in folders { watch.add(folder) }
        let fresh = Inputs(selection: selection, outputFolder: conversion.destination.folder).expand(folders).filter {
          input in
          guard let identity = FileIdentity(at: input.path), converted[input.path] != identity else { return false }
          converted[input.path] = identity
          return true
        }
        if !fresh.isEmpty {
          var round = conversion
          round.inputs = fresh
          _ = await round.run()
        }
        watch.wait()
      }
    } catch {
      return .afterWriting(error)
    }
  }
}
