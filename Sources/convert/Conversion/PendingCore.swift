internal import ArgumentParser
internal import ConverterCore
struct TextNormalizer: Sendable { func normalize(_ d: Document) -> Document { d } }
struct NormalizationOptions: ParsableArguments { var normalizer: TextNormalizer { TextNormalizer() } }
