extension String {
  /// The scalars with `_` for each control character: in the name of a file they could steer a terminal, or end a line of a list.
  package init(replacingControlsIn scalars: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars.map { $0.properties.generalCategory == .control ? "_" : $0 }))
  }

  /// Whether a byte is, or begins, a control character; few texts that have none say so.
  var mayHoldControls: Bool { utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 } }
}
