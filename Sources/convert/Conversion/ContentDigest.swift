internal import CNettle
internal import ConverterCore
internal import FoundationEssentials

/// The SHA-256 of bytes (FIPS 180-4), by which a source is known whatever its name.
enum ContentDigest {
  /// 64 lower-case hexadecimal digits. The corresponding C functions are `nettle_sha256_init`, `…_update`, `…_digest`.
  static func sha256(_ bytes: Data) -> String {
    sha256(Source(name: "", bytes: bytes))
  }

  /// The same of a source, of which a map leaves memory as it is gone through.
  static func sha256(_ source: Source) -> String {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe nettle_sha256_init(&context)
    source.forEachPiece { bytes in
      unsafe bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) in
        unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
      }
    }
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
