internal import ConverterCore
internal import ArgumentParser
enum CSVSpans: String, CaseIterable, Sendable { case blank, `repeat` }
enum CSVLineEnding: String, CaseIterable, Sendable { case lf, crlf }
struct TextNormalizer: Sendable { func normalize(_ d: Document) -> Document { d } }
struct NormalizationOptions: ParsableArguments { var normalizer: TextNormalizer { TextNormalizer() } }
