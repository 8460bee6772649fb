internal import CPopplerShim
internal import ConverterCore
internal import FoundationEssentials
internal import PageLayout

/// An open PDF: the owner of the shim's document and, but for ``TaggedStructure``, the only place that touches it.
///
/// The bytes are borrowed: whoever opens a document keeps them in place for as long (see ``PDFReader/withPages(of:within:_:)``).
@safe
struct PDFDocument: ~Copyable {
  private let handle: OpaquePointer

  /// Whether a password was given that opened the document, or that an open one did not ask for.
  let isOpenedByPassword: Bool

  /// The shim never answers NULL, and tells by its status whether the document can be used.
  private init(_ bytes: UnsafeBufferPointer<UInt8>, password: [UInt8]?) {
    let terminated = password.map { $0.map(CChar.init(bitPattern:)) + [0] }
    unsafe handle = cvt_document_open(bytes.baseAddress, bytes.count, terminated)
    isOpenedByPassword = password != nil
  }

  deinit {
    unsafe cvt_document_close(handle)
  }
}

extension PDFDocument {
  /// Opens a document: with the password, or without one where it is another file's, as in a batch of which some ask for it.
  ///
  /// - Throws: ``ReadingError`` where the bytes are no PDF or the password does not open it.
  static func open(_ bytes: UnsafeRawBufferPointer, password: String?) throws(ReadingError) -> PDFDocument {
    guard unsafe !bytes.isEmpty else { throw ReadingError(.empty) }
    let bytes = unsafe bytes.assumingMemoryBound(to: UInt8.self)
    // Encryption up to revision 4 takes passwords in PDFDocEncoding, later ones in UTF-8 (ISO 32000-2, 7.6.4.3).
    if let password, let latin = password.latin1, latin != Array(password.utf8) {
      let document = unsafe PDFDocument(bytes, password: latin)
      if document.status == cvt_status_ok { return document }
    }
    let document = unsafe PDFDocument(bytes, password: password.map { Array($0.utf8) })
    if document.status == cvt_status_locked {
      if password != nil {
        let open = unsafe PDFDocument(bytes, password: nil)
        if open.status == cvt_status_ok { return open }
      }
      throw document.lockedError(passwordGiven: password != nil)
    }
    if document.status != cvt_status_ok { throw document.damagedError }
    return document
  }

  /// Whether lines, fills and pictures are seen, not only characters.
  static var seesVectorInk: Bool { cvt_has_vector_ink() }

  /// The number of pages that the file states, not below 0.
  var pageCount: Int { unsafe max(0, Int(cvt_document_page_count(handle))) }

  /// Whether the content is encrypted, be it with an empty password.
  var isEncrypted: Bool { unsafe cvt_document_is_encrypted(handle) }

  /// The main language as stated by the catalog.
  var language: String? { unsafe String(cvt_document_language(handle)) }

  /// A text of the information dictionary, such as `Title`.
  func info(_ key: String) -> String? {
    unsafe String(cvt_document_info(handle, key))
  }

  /// The names of attached files, not more than the limit; `nil` for one without.
  func attachmentNames(atMost limit: Int) -> [String?] {
    let count = unsafe max(0, min(Int(cvt_document_attachment_count(handle)), limit))
    return (0..<Int32(clamping: count)).map { unsafe String(cvt_document_attachment_name(handle, $0)) }
  }

  /// The bytes of an attached file, counted from 0, or `nil` where there are none; one more than the limit where there are more.
  func attachment(at index: Int, atMost limit: Int) -> Data? {
    guard let index = Int32(exactly: index), limit >= 0, limit < .max else { return nil }
    let bytes = unsafe cvt_document_attachment_bytes(handle, index, limit)
    guard let start = unsafe bytes.start else { return nil }
    return unsafe Data(bytes: start, count: bytes.count)
  }

  /// Takes the messages of poppler since they were last taken.
  func takeMessages() -> [PopplerMessage] {
    let messages = unsafe (0..<cvt_document_message_count(handle)).map { index in
      let message = unsafe cvt_document_message(handle, index)
      return unsafe PopplerMessage(text: String(message.text) ?? "", category: .init(message.category))
    }
    unsafe cvt_document_clear_messages(handle)
    return messages
  }

  /// The ink of a page, counted from 1, or `nil` where the page tree holds no such page.
  func ink(ofPage number: Int) -> Page? {
    guard let index = Int32(exactly: number), let ink = unsafe cvt_document_read_page(handle, index) else { return nil }
    return unsafe Page(ink.pointee, number: number)
  }

  /// A page as a PNG picture, or `nil` where there is no such page or its picture would be too large.
  func picture(ofPage number: Int, dotsPerInch: Double) -> Data? {
    guard let index = Int32(exactly: number) else { return nil }
    let picture = unsafe cvt_document_picture(handle, index, dotsPerInch)
    guard let start = unsafe picture.start else { return nil }
    return unsafe Data(bytes: start, count: picture.count)
  }

  /// The structure tree, or `nil` in files without tags.
  func taggedStructure() -> TaggedStructure? {
    unsafe TaggedStructure(cvt_document_structure(handle))
  }
}

extension PDFDocument {
  private func lockedError(passwordGiven: Bool) -> ReadingError {
    // poppler has one code for both; only its message tells that no password could help.
    if takeMessages().contains(where: \.concernsSecurityHandler) { return ReadingError(.encrypted(format: "pdf")) }
    return ReadingError(passwordGiven ? .passwordWrong(format: "pdf") : .passwordNeeded(format: "pdf"))
  }

  private var status: cvt_status { unsafe cvt_document_status(handle) }

  private var damagedError: ReadingError {
    let detail = takeMessages().last { $0.category != .warning }?.text
    return ReadingError(.damaged(format: "pdf", detail: detail ?? "its structure cannot be repaired"))
  }
}

extension String {
  /// The bytes of the text in Latin 1; `nil` where it has other characters.
  fileprivate var latin1: [UInt8]? {
    unicodeScalars.allSatisfy { $0.value < 0x100 } ? unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : nil
  }

  /// Copies a text of the shim; `nil` where there is none.
  init?(_ text: cvt_text) {
    guard let start = unsafe text.start else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: text.count)
    unsafe self.init(decoding: bytes, as: UTF8.self)
  }
}
