/// A column of a table as a field of a Table Schema (datapackage.org, version 2).
struct PackageField: Hashable {
  /// The header texts over the column, joined; unlike all other names of the table.
  let name: String

  /// Whether all values are plain numbers; text otherwise.
  let isNumber: Bool

  /// Whether commas group the digits of some of them.
  let hasGroups: Bool
}

extension PackageField {
  /// The fields of a table from left to right.
  static func fields(of table: Table) -> [PackageField] {
    var columns = Array(repeating: Column(), count: table.columnCount)
    for cell in table.cells {
      for column in cell.columns { columns[column].add(cell, of: table) }
    }
    var taken: Set<String> = []
    return columns.enumerated().map { index, column in
      let plain = column.names.isEmpty ? "column \(index + 1)" : column.names.joined(separator: HeaderPaths.separator)
      var name = plain
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(plain) (\(number))"
        number += 1
      }
      let isNumber = column.isNumber && column.hasValues
      return PackageField(name: name, isNumber: isNumber, hasGroups: isNumber && column.hasGroups)
    }
  }

  func write(to json: inout JSONOutput) {
    json.separate()
    json.beginObject()
    json.member("name", name)
    json.member("type", word: isNumber ? "number" : "string")
    if hasGroups { json.member("groupChar", word: ",") }
    json.endObject()
  }

  /// What is known of a column after some of its cells.
  private struct Column {
    var names: [String] = []
    var hasValues = false
    var isNumber = true
    var hasGroups = false

    mutating func add(_ cell: Cell, of table: Table) {
      let text = cell.displayText
      if cell.rows.lowerBound < table.headerRowCount {
        let name = TextJoining.oneLine(text)
        if !name.isEmpty { names.append(name) }
      } else if !text.isEmpty {
        hasValues = true
        // What a program that knows no other language reads as a number.
        let digits = text.filter { $0 != "," }
        isNumber = isNumber && cell.label == nil && Quantity(text)?.number == digits
        hasGroups = hasGroups || digits.utf8.count < text.utf8.count
      }
    }
  }
}
