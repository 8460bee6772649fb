internal import ConverterCore

/// From messages to findings: each message once, counted, and no more than a person would read.
enum MessageFindings {
  /// Different messages of one page or of the opening that are told; damaged files have thousands.
  static let limit = 20

  /// In the order in which the messages first came.
  static func findings(_ messages: [PopplerMessage], at place: Place?) -> [Finding] {
    var counts: [PopplerMessage: Int] = [:]
    var order: [PopplerMessage] = []
    for message in messages {
      if counts[message] == nil { order.append(message) }
      counts[message, default: 0] += 1
    }
    return order.prefix(limit).map { .message($0, count: counts[$0] ?? 1, at: place) }
  }

  /// Findings that are equal but for their pages become one, at the first page, with the number of the others.
  static func merged(_ findings: [Finding]) -> [Finding] {
    var firstIndex: [Finding: Int] = [:]
    var merged: [Finding] = []
    var counts: [Int] = []
    for finding in findings {
      var key = finding
      key.place = nil
      if finding.severity != .error, let index = firstIndex[key] {
        counts[index] += 1
      } else {
        firstIndex[key] = merged.count
        merged.append(finding)
        counts.append(0)
      }
    }
    for (index, count) in counts.enumerated() where count > 0 {
      merged[index].message += count == 1 ? ", and on one more page" : ", and on \(count) more pages"
    }
    return merged
  }
}
