public import ConverterCore

/// A writer in another process: one of the formats that a plug-in writes.
public struct ProcessWriter: Writer {
  let session: PluginSession
  public let format: OutputFormat

  /// - Parameters:
  ///   - session: the conversation with the plug-in.
  ///   - format: one of the formats that its manifest names.
  public init(_ session: PluginSession, _ format: OutputFormat) {
    self.session = session
    self.format = format
  }

  /// Sends the document as JSON and passes on the output piece by piece.
  ///
  /// - Throws: `WritingError` of the sink, or `failed` with what the plug-in did.
  public func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    var json = MemorySink()
    try JSONWriter(layout: .compact).write(document, to: &json)
    var header = FrameHeader(type: .write)
    header.format = format.name
    header.name = document.source.name
    try begin(header, json.bytes)
    while true {
      let message = try next()
      switch message.header.type {
      case .output: try pass(message.header.part, message.payload, to: &sink)
      case .done: return
      case .error:
        throw WritingError(.failed(detail: "says: \(message.sentence ?? "nothing")"), target: target)
      default: throw fault(.fault("answered a writing with a message “\(message.header.type.rawValue)”"))
      }
    }
  }

  private func begin(_ request: FrameHeader, _ document: [UInt8]) throws(WritingError) {
    do throws(PluginFailure) { try session.begin(request, document) } catch { throw fault(error) }
  }

  private func next() throws(WritingError) -> PluginMessage {
    do throws(PluginFailure) { return try session.next() } catch { throw fault(error) }
  }

  /// The error for a plug-in that does not answer as it should; it is started anew for the next document.
  private func fault(_ failure: PluginFailure) -> WritingError {
    session.end()
    return WritingError(.failed(detail: session.predicate(of: failure)), target: target)
  }

  private var target: String { "the plug-in “\(session.manifest.name)”" }

  private func pass(
    _ part: String?, _ bytes: ArraySlice<UInt8>, to sink: inout some ByteSink
  ) throws(WritingError) {
    if let part, !PartName.isValid(part) {
      throw fault(.fault("named a part of its output “\(part)”, which cannot be part of the name of a file"))
    }
    do throws(WritingError) {
      if let part { try sink.beginPart(part) }
      if !bytes.isEmpty { try sink.write(bytes.span) }
    } catch {
      // The rest of the output has no place to go.
      session.end()
      throw error
    }
  }
}
