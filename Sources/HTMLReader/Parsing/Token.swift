/// A piece of markup.
enum Token {
  case startTag(Tag)
  case endTag(Tag)
  /// Characters, as a range of the tokenizer's bytes.
  case text(Range<Int32>)
  case endOfPage
}

/// A start or end tag.
struct Tag {
  var name: ElementName

  /// Tells names apart where ``name`` is `other`.
  var key: ElementName.Key

  /// The attributes that are kept, in the tokenizer's ``Tokenizer/attributes``.
  var attributes: Range<Int32> = 0..<0

  /// A hash of all that stands between the name and the end of the tag: tags that agree in it are the same.
  var identity: UInt32 = 0

  /// Whether the tag ends in `/>`, which means something to drawings (SVG) only.
  var isSelfClosing = false
}
