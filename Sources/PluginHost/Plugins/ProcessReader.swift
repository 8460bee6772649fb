public import ConverterCore

/// A reader in another process: the formats of a plug-in, read by its program.
public struct ProcessReader: Reader {
  private let session: PluginSession
  private let password: String?
  private let encoding: String?

  /// - Parameters:
  ///   - session: the conversation with the plug-in.
  ///   - password: the password that a person gave, told to plug-ins that ask for it.
  ///   - encoding: the encoding of text that a person chose, likewise.
  public init(_ session: PluginSession, password: String? = nil, encoding: String? = nil) {
    self.session = session
    self.password = password
    self.encoding = encoding
  }

  public var formats: [Format] { session.manifest.reads }

  /// Sends the bytes and takes the document.
  ///
  /// - Throws: `ReadingError`: what the plug-in says; `stopped` and `crashed` where it does not answer as it should.
  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let answer = try answer(to: request(source, limits), source.bytes)
    switch answer.header.type {
    case .document: return try document(answer.payload, within: limits)
    case .error: throw ReadingError(answer, format: source.format ?? session.manifest.name, limits)
    default: throw fault(.fault("answered a reading with a message “\(answer.header.type.rawValue)”"))
    }
  }

  private func answer(to request: FrameHeader, _ bytes: some Collection<UInt8>) throws(ReadingError) -> PluginMessage {
    do throws(PluginFailure) {
      try session.begin(request, bytes)
      return try session.next()
    } catch {
      throw fault(error)
    }
  }

  private func document(_ json: ArraySlice<UInt8>, within limits: Limits) throws(ReadingError) -> Document {
    do throws(ReadingError) {
      return try Document(jsonBytes: Array(json), within: limits, by: session.deadline)
    } catch {
      if case .stopped = error.reason { throw fault(.tooLate) }
      guard case .damaged(_, let detail) = error.reason else { throw error }
      let place = error.place.map { " (\($0))" } ?? ""
      throw fault(.fault("gave a document that is not valid: \(detail)\(place)"))
    }
  }

  /// The error for a plug-in that does not answer as it should; it is started anew for the next source.
  private func fault(_ failure: PluginFailure) -> ReadingError {
    session.end()
    let words = session.words(for: failure)
    if case .tooLate = failure { return ReadingError(.stopped(detail: words)) }
    return ReadingError(.crashed(detail: words))
  }

  private func request(_ source: Source, _ limits: Limits) -> FrameHeader {
    var header = FrameHeader(type: .read)
    header.format = source.format
    header.name = source.name
    header.limits = PluginLimits(limits)
    if session.manifest.features.contains(.password) { header.password = password }
    if session.manifest.features.contains(.encoding) { header.encoding = encoding }
    return header
  }
}

extension ReadingError {
  /// What a plug-in says about a source that it cannot read; a code that is not known is taken for damage.
  fileprivate init(_ answer: PluginMessage, format: String, _ limits: Limits) {
    let message = answer.sentence ?? "the plug-in does not say why"
    let reason: Reason =
      switch answer.header.code {
      case "empty": .empty
      case "unsupported": .unsupported(detail: message)
      case "password-needed": .passwordNeeded(format: format)
      case "password-wrong": .passwordWrong(format: format)
      case "encrypted": .encrypted(format: format)
      case "limit": PluginLimits(limits).refusal(of: message, asked: answer.header.asked)
      default: .damaged(format: format, detail: message)
      }
    self.init(reason)
  }
}
