internal import ConverterCore

/// Captions and headers.
extension TableMapping {
  func caption(_ token: RowToken) -> Int? {
    for case .caption(let table) in token.roles { return table }
    return nil
  }

  mutating func begin(_ table: Int) {
    guard current != table else { return }
    current = table
    header = HeaderReading()
    lastRow = nil
    lastRepeated = nil
    group = nil
  }

  mutating func readHeader(_ filled: [RowToken]) {
    var votes = Array(repeating: 0, count: form.tables.count)
    for token in filled {
      let roles = token.roles
      for (index, role) in roles.enumerated() where role.namesColumns {
        guard let table = role.table, !roles[..<index].contains(where: { $0.namesColumns && $0.table == table })
        else { continue }
        votes[table] += 1
      }
    }
    let most = votes.max() ?? 0
    if let best = votes.firstIndex(of: most), most > 0, votes[current ?? best] < most || current == nil { begin(best) }
    header.add(filled)
    for token in filled where token.roles.contains(where: \.namesColumns) {
      mapping.readUnit(in: mapping.texts[token].text, token.roles)
    }
  }

  mutating func closeHeader() {
    if !header.isClosed { header.isClosed = true }
  }
}
