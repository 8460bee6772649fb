internal import ArgumentParser
internal import ConverterCore

/// The options that say which steps of normalization text goes through.
struct NormalizationOptions: ParsableArguments {
  private static let names = TextNormalizer.Step.allCases.map(\.rawValue)

  @Option(
    help: ArgumentHelp(
      "Steps of normalization, separated by commas: \(names.joined(separator: ", ")); or all, none, and standard with "
        + "+STEP or -STEP after it. The standard steps are all but widths and lines.",
      valueName: "steps"))
  var normalize: NormalizationChoice = NormalizationChoice(steps: TextNormalizer.standardSteps)

  var normalizer: TextNormalizer { TextNormalizer(steps: normalize.steps) }
}

/// Steps as typed: `all`, `none`, `unicode,spaces`, `standard+widths-spaces`.
struct NormalizationChoice: ExpressibleByArgument {
  var steps: Set<TextNormalizer.Step>

  init(steps: Set<TextNormalizer.Step>) {
    self.steps = steps
  }

  init?(argument: String) {
    steps = []
    var word = ""
    var sign: Character = "+"
    for character in argument + "," {
      guard character == "," || character == "+" || character == "-" else {
        word.append(character)
        continue
      }
      guard word.isEmpty || apply(word, sign) else { return nil }
      (word, sign) = ("", character == "-" ? "-" : "+")
    }
  }

  var defaultValueDescription: String { "standard" }

  private mutating func apply(_ word: String, _ sign: Character) -> Bool {
    let named: Set<TextNormalizer.Step>
    switch word {
    case "all": named = Set(TextNormalizer.Step.allCases)
    case "none": named = []
    case "standard": named = TextNormalizer.standardSteps
    default:
      guard let step = TextNormalizer.Step(rawValue: word) else { return false }
      named = [step]
    }
    if sign == "-" { steps.subtract(named) } else { steps.formUnion(named) }
    return true
  }
}
