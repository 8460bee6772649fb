import ConverterCore
import Testing

@Test func `A text is itself only where the bytes are the same`() {
  let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
  #expect(composed == decomposed)
  #expect(ExactText(composed) != ExactText(decomposed))
  #expect(Set([ExactText(composed), ExactText(decomposed), ExactText(composed)]).count == 2)
}
