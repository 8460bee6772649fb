internal import ArgumentParser

/// A command whose asynchronous work begins on the thread that calls it, the main thread.
///
/// It is no `AsyncParsableCommand`, whose work leaves its caller's thread, as asynchronous functions do in the module that it
/// comes from: the conversion of one small file would start four threads to do its work on one of them.
protocol AsynchronousCommand: ParsableCommand {
  mutating func run() async throws
}
