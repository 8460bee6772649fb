extension String {
  /// The scalars with `_` for each control character: in the name of a file they could steer a terminal, or end a line of a list.
  package init(replacingControlsIn scalars: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars.map { $0.properties.generalCategory == .control ? "_" : $0 }))
  }
}
