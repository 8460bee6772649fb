internal import ConverterCore
internal import ReportProfile

/// How verdicts are written.
struct CheckFormat: Sendable {
  enum Name: String, CaseIterable, Sendable {
    case text, json, html
  }

  private let name: Name
  private let text: CheckTextWriter

  /// - Parameter explainsDoubts: whether the text tells checks that cannot be told too.
  init(_ name: Name, explainsDoubts: Bool) {
    self.name = name
    text = CheckTextWriter(explainsDoubts: explainsDoubts)
  }
}

extension CheckFormat {
  func writePrologue(to output: inout OutputBuffer) {
    switch name {
    case .text: break
    case .json: CheckJSONWriter().writePrologue(to: &output)
    case .html: CheckHTMLWriter().writePrologue(to: &output)
    }
  }

  func write(_ report: CheckedReport, to output: inout OutputBuffer) {
    switch name {
    case .text: text.write(report, to: &output)
    case .json: CheckJSONWriter().write(report, to: &output)
    case .html: CheckHTMLWriter().write(report, to: &output)
    }
  }

  /// What stands between two reports.
  func writeSeparator(to output: inout OutputBuffer) {
    if name == .json { output.append(CheckJSONWriter.separator) }
  }

  /// - Parameter unchecked: the sources that gave no report.
  func writeEpilogue(_ unchecked: [UncheckedSource], to output: inout OutputBuffer) {
    switch name {
    case .text: text.writeEpilogue(unchecked, to: &output)
    case .json: CheckJSONWriter().writeEpilogue(unchecked, to: &output)
    case .html: CheckHTMLWriter().writeEpilogue(unchecked, to: &output)
    }
  }
}
