public import ArgumentParser
public import ConverterCore

/// The options that say how to write.
struct WritingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "CSV: leave the positions that a merged cell covers blank, or repeat its text there (blank, repeat).",
      valueName: "mode"))
  var spans: CSVWriter.SpanFill = .blank

  @Flag(help: "CSV: end lines with CR LF instead of LF.")
  var crlf = false

  @Flag(help: "CSV: begin with a byte order mark, for spreadsheet programs.")
  var bom = false

  @Flag(help: "CSV: put an apostrophe before texts that a spreadsheet program would take for a formula.")
  var escapeFormulas = false

  var choices: WritingChoices {
    WritingChoices(
      spans: spans,
      dialect: CSVDialect(lineEnding: crlf ? .crlf : .lf, byteOrderMark: bom, escapesFormulas: escapeFormulas))
  }
}

extension CSVWriter.SpanFill: ExpressibleByArgument {}
