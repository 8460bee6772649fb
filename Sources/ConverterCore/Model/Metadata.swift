/// What a document says about itself as a whole; members are `nil` where it does not say.
public struct Metadata: Hashable, Sendable {
  /// The title as stated in the file's properties, else as recognised at its head.
  public var title: String?

  /// The author as stated.
  public var author: String?

  /// The time of creation as an ISO 8601 string, in the zone in which the file states it.
  public var created: String?

  /// The time of the last change as an ISO 8601 string, in the zone in which the file states it.
  public var modified: String?

  /// The number of pages; only for formats that have pages.
  public var pageCount: Int?

  /// The main language as a BCP 47 tag, such as `zh` or `zh-CN`.
  public var language: String?

  public init(
    title: String? = nil,
    author: String? = nil,
    created: String? = nil,
    modified: String? = nil,
    pageCount: Int? = nil,
    language: String? = nil
  ) {
    self.title = title
    self.author = author
    self.created = created
    self.modified = modified
    self.pageCount = pageCount
    self.language = language
  }
}
