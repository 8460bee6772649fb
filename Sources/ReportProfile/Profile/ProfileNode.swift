package import ConverterCore

/// One value of a profile's file together with the way to it, so that every complaint names its spot.
typealias ProfileNode = JSONNode

/// An object of a profile's file, member by member.
typealias ProfileObject = JSONMembers

/// What is wrong with a profile, and where in its file.
package typealias ProfileError = JSONNodeError

extension ProfileNode {
  /// A decimal number as a text, so that no reader of JSON makes it binary; a whole number may stand as such.
  func decimal() throws(ProfileError) -> ExactDecimal {
    if case .integer(let number) = value { return ExactDecimal(number) }
    if case .fraction = value { throw fail("a decimal number stands in quotation marks, as in \"0.01\"") }
    guard let number = ExactDecimal(try text()) else { throw fail("expected a decimal number such as \"0.01\"") }
    return number
  }
}
