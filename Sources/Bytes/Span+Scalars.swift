extension Span<UInt8> {
  /// The scalar that begins at a place of the UTF-8 of a text, which is moved behind it; U+0000 in what is no UTF-8. By bytes: the
  /// standard library's own way over a text costs several times as much in hot loops of other modules.
  ///
  /// - Precondition: the place is within the bytes.
  @inlinable
  @inline(__always)
  public func scalar(at index: inout Int) -> Unicode.Scalar {
    let lead = UInt32(self[index])
    index += 1
    guard lead >= 0x80 else { return Unicode.Scalar(UInt8(lead)) }
    var code = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07
    while index < count, self[index] & 0xC0 == 0x80 {
      code = code << 6 | UInt32(self[index] & 0x3F)
      index += 1
    }
    return Unicode.Scalar(code) ?? "\0"
  }
}
