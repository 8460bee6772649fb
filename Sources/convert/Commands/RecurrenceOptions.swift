internal import ArgumentParser

/// The options about inputs that come again and inputs that come later.
struct RecurrenceOptions: ParsableArguments {
  @Flag(
    help:
      "Convert only the first of inputs with the same content (SHA-256), and the first of such members of each archive."
  )
  var sameContentOnce = false

  @Flag(help: "Convert what is in the folders, then what arrives there until stopped; what changes is converted anew.")
  var watch = false
}
