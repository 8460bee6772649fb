/// The JSON form of the model: the names that its writing and its reading share.
///
/// Enumerations with raw values (``Cell/Kind``, ``Aside/Role``, ``Finding/Severity``) bring their names along.
enum DocumentCoding {
  /// The version of the form. It changes when a program that reads the old form could misread the new one; members that
  /// may be ignored are added without a change.
  static let schema = "convert.document/1"
}

extension Block {
  /// The value of the member `type`.
  var typeName: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "listItem"
    case .table: "table"
    case .figure: "figure"
    case .aside: "aside"
    }
  }
}

extension Evidence {
  /// The name in all outputs; the confidence of a recogniser is apart.
  var name: String {
    switch self {
    case .stated: "stated"
    case .ruled: "ruled"
    case .aligned: "aligned"
    case .recognised: "recognised"
    case .computed: "computed"
    }
  }
}
