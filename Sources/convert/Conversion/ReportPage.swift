internal import ConverterCore

/// The manifest of a batch as one page that needs nothing else: figures, then all sources with filters.
struct ReportPage {
  private let summary: BatchSummary
  private let lines: [Manifest.Line]

  init(_ lines: [Manifest.Line]) {
    self.lines = lines
    var summary = BatchSummary()
    for line in lines { summary.add(line) }
    self.summary = summary
  }

  /// The whole page as HTML; the filters are a few lines of script, without which everything is shown.
  var html: String {
    let statuses = summary.statuses.sorted { $0.key < $1.key }
    let reasons = summary.reasons.sorted { $0.key < $1.key }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>Conversion report</title>
      <style>
      body { font: 14px/1.45 system-ui, sans-serif; margin: 2em; color: #222; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: .2em .6em; border-bottom: 1px solid #ddd; vertical-align: top; white-space: nowrap; }
      th:first-child, td:first-child, td:last-child { white-space: normal; overflow-wrap: anywhere; }
      td:first-child { min-width: 12em; } td:last-child { min-width: 16em; }
      th { position: sticky; top: 0; background: #fff; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; }
      .failed, .crashed, .stopped { color: #a00; } .partial { color: #960; } .skipped { color: #777; }
      form > * { margin-right: 1em; }
      </style>
      </head>
      <body>
      <h1>Conversion report</h1>
      <p>\(summary.sources): \(statuses.map { "\($0.value) \(Self.escaped($0.key))" }.joined(separator: ", ")).</p>
      <h2>Slowest</h2>
      <ol>
      \(summary.slowest.map { "<li>\($0.milliseconds) ms: \(Self.escaped($0.source))</li>" }.joined(separator: "\n"))
      </ol>
      <h2>Sources</h2>
      <form onsubmit="return false">
      <label>Status <select id="status"><option value="">all</option>\(Self.options(statuses))</select></label>
      <label>Reason <select id="reason"><option value="">all</option>\(Self.options(reasons))</select></label>
      <label>Name <input id="name" type="search"></label>
      <output id="count"></output>
      </form>
      <table>
      <thead><tr><th>Source<th>Format<th>Status<th>Findings<th>ms<th>Reason</tr></thead>
      <tbody id="sources">
      \(lines.map(Self.row).joined(separator: "\n"))
      </tbody>
      </table>
      <script>
      const status = document.getElementById("status"), reason = document.getElementById("reason");
      const name = document.getElementById("name"), count = document.getElementById("count");
      const rows = [...document.getElementById("sources").rows];
      function filter() {
        let shown = 0;
        for (const row of rows) {
          const fits = (!status.value || row.dataset.status === status.value)
            && (!reason.value || row.dataset.reason === reason.value)
            && row.cells[0].textContent.toLowerCase().includes(name.value.toLowerCase());
          row.hidden = !fits;
          if (fits) shown++;
        }
        count.textContent = shown + " shown";
      }
      for (const input of [status, reason, name]) input.addEventListener("input", filter);
      filter();
      </script>
      </body>
      </html>

      """
  }

  private static func row(_ line: Manifest.Line) -> String {
    let status = escaped(line.status.rawValue)
    let reason = line.error.map { "\(escaped($0.code)): \(escaped($0.sentence))" } ?? ""
    return """
      <tr class="\(status)" data-status="\(status)" data-reason="\(escaped(line.error?.code ?? ""))">\
      <td>\(escaped(line.source))<td>\(escaped(line.format ?? ""))<td>\(status)\
      <td class="number">\(line.findings)<td class="number">\(line.milliseconds)<td>\(reason)</tr>
      """
  }

  private static func options(_ counts: [(key: String, value: Int)]) -> String {
    counts.map { "<option value=\"\(escaped($0.key))\">\(escaped($0.key)) (\($0.value))</option>" }.joined()
  }

  /// Text for HTML, also inside quotes; control characters are shown, as on a terminal.
  private static func escaped(_ text: String) -> String {
    MarkupText.escaped(StandardError.visible(text))
  }
}
