internal import CLibXML2

/// Owns one push parser of libxml2 and the queue that its calls go to.
///
/// Nothing is fetched (`XML_PARSE_NONET`), entities are not replaced, and a document type ends the reading, so no
/// entity is ever defined. libxml2's own limits on nesting do not hold for foreign handlers; the queue keeps ours.
@safe
struct XMLParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  let queue: UnsafeMutablePointer<XMLEventQueue>

  /// `nil` where memory is out.
  ///
  /// - Parameter encoding: the encoding to read in whatever the document declares; `nil` to believe the document.
  init?(_ queue: consuming XMLEventQueue, encoding: String?) {
    xmlInitParser()
    let storage = UnsafeMutablePointer<XMLEventQueue>.allocate(capacity: 1)
    unsafe storage.initialize(to: queue)
    var handler = unsafe makeHandler()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, storage, nil, 0, nil) else {
      unsafe storage.deinitialize(count: 1)
      unsafe storage.deallocate()
      return nil
    }
    unsafe self.context = unsafe context
    unsafe self.queue = unsafe storage
    unsafe storage.pointee.parser = unsafe context
    var options = Int32(XML_PARSE_NONET.rawValue)
    if let encoding, let converter = unsafe xmlFindCharEncodingHandler(encoding) {
      options |= Int32(XML_PARSE_IGNORE_ENC.rawValue)
      _ = unsafe xmlSwitchToEncoding(context, converter)
    }
    unsafe xmlCtxtUseOptions(context, options)
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
    unsafe queue.deinitialize(count: 1)
    unsafe queue.deallocate()
  }

  /// Parses a chunk, an empty one as the end of the document; what it holds is queued.
  ///
  /// - Returns: why the document cannot be read further, if so.
  mutating func parse(_ chunk: [UInt8]) -> XMLFailure? {
    let status = unsafe chunk.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      // A chunk is far smaller than 2 GB.
      return unsafe xmlParseChunk(context, start, Int32(truncatingIfNeeded: bytes.count), chunk.isEmpty ? 1 : 0)
    }
    if unsafe queue.pointee.hasDocumentType { return .documentType }
    guard status != 0, unsafe context.pointee.wellFormed == 0 else { return nil }
    let error = unsafe xmlCtxtGetLastError(context)
    let message = unsafe error?.pointee.message.map { unsafe String(cString: $0) } ?? ""
    let line = unsafe Int(error?.pointee.line ?? 0)
    return .malformed(line: line, detail: String(message.prefix { $0 != "\n" }))
  }
}

private func makeHandler() -> xmlSAXHandler {
  var handler = unsafe xmlSAXHandler()
  unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe handler.startElementNs = { context, local, _, namespace, _, _, count, _, values in
    guard let queue = unsafe context?.assumingMemoryBound(to: XMLEventQueue.self), let local = unsafe local else {
      return
    }
    unsafe queue.pointee.start(local, namespace, count, values)
  }
  unsafe handler.endElementNs = { context, _, _, _ in
    guard let queue = unsafe context?.assumingMemoryBound(to: XMLEventQueue.self) else { return }
    unsafe queue.pointee.end()
  }
  unsafe handler.characters = appendText
  unsafe handler.cdataBlock = appendText
  // The same function as for characters: then libxml2 does not look at blanks first.
  unsafe handler.ignorableWhitespace = appendText
  unsafe handler.internalSubset = { context, _, _, _ in
    guard let queue = unsafe context?.assumingMemoryBound(to: XMLEventQueue.self) else { return }
    unsafe queue.pointee.hasDocumentType = true
    unsafe xmlStopParser(queue.pointee.parser)
  }
  // Without it libxml2 prints to standard error.
  unsafe handler.serror = { _, _ in }
  return unsafe handler
}

private let appendText: charactersSAXFunc = { context, start, count in
  guard let queue = unsafe context?.assumingMemoryBound(to: XMLEventQueue.self), let start = unsafe start, count > 0
  else { return }
  unsafe queue.pointee.text(start, count)
}
