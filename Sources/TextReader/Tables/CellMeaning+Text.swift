internal import ConverterCore

extension CellMeaning {
  /// Classifies the text of a cell, or a line that may be one.
  init(_ text: String) {
    self.init(text, units: .common)
  }
}
