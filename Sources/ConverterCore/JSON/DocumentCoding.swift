/// The JSON form of the model: the names that its writing and its reading share.
///
/// Enumerations with raw values (``Cell/Kind``, ``Aside/Role``, ``Finding/Severity``) bring their names along.
enum DocumentCoding {
  /// The version of the form. It changes when a program that reads the old form could misread the new one; members that
  /// may be ignored are added without a change.
  static let schema = "convert.document/1"
}

/// The member `type` of a block.
enum BlockType: String {
  case heading, paragraph, listItem, table, figure, aside
}

extension Block {
  var type: BlockType {
    switch self {
    case .heading: .heading
    case .paragraph: .paragraph
    case .listItem: .listItem
    case .table: .table
    case .figure: .figure
    case .aside: .aside
    }
  }
}

/// The member `evidence`; the confidence of a recogniser is a member of its own.
package enum EvidenceName: String {
  case stated, ruled, aligned, recognised, computed
}

extension Evidence {
  /// The name in all outputs.
  package var name: EvidenceName {
    switch self {
    case .stated: .stated
    case .ruled: .ruled
    case .aligned: .aligned
    case .recognised: .recognised
    case .computed: .computed
    }
  }
}
