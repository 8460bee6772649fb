internal import ConverterCore

/// The paths that members have got, each once.
struct FreePaths {
  /// How often each path was asked for; paths with a number are among them.
  private var asked: [ExactText: Int] = [:]

  /// The path, or where another member has it, the path with a number: `a.txt#2`.
  mutating func take(_ path: String) -> (text: String, suffix: String) {
    var number = asked[ExactText(path), default: 0] + 1
    // Where all members have one name, each goes on from the number of the one before.
    while number > 1, asked[ExactText("\(path)#\(number)")] != nil { number += 1 }
    asked[ExactText(path)] = number
    guard number > 1 else { return (path, "") }
    asked[ExactText("\(path)#\(number)")] = 1
    return ("\(path)#\(number)", "#\(number)")
  }
}
