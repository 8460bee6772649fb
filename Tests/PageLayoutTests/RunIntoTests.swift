import ConverterCore
import PageLayout
import Testing

/// Labels of several lines, each with a capital first, whose figures stand beside the last one.
@Suite struct RunIntoTests {
  /// Writes labels without white between them, further lines set in by `indent`, dots behind the last one if they are `dotted`.
  private func labels(_ labels: [[String]], indent: Double, dotted: Bool = false) -> [String] {
    var page = SketchPage()
    page.writeLabels(labels, figuresAt: 330, besideLast: true, isDotted: dotted) { $1 == 0 ? 100 : 100 + indent }
    return page.labelTexts
  }

  private let programs = [
    ["School Lunch"], ["Supplemental Nutrition of", "Women, Infants, and All", "Children"], ["Milk"],
    ["Assistance for the Needy", "Families"], ["Care and Health and Fun", "Block Grant"], ["Total"],
  ]

  @Test(arguments: [(0.0, false), (10, false), (10, true)]) func `full labels go on in the line of their figures`(
    indent: Double, dotted: Bool
  ) {
    #expect(labels(programs, indent: indent, dotted: dotted) == programs.map { $0.joined(separator: " ") })
  }

  @Test func `dots in the lines of all figures tell labels that are not full`() {
    let short = [
      ["School Lunch"], ["Low-Rent", "Housing"], ["Aid for the", "Needy"], ["Child Care", "Grant"], ["Total"],
    ]
    #expect(labels(short, indent: 10, dotted: true) == short.map { $0.joined(separator: " ") })
  }

  @Test func `headings of any length stand above rows of their own`() {
    let headed = [
      ["School"], ["Lunch"], ["Milk"], ["Women, Infants, and Children"], ["Milk"], ["Needy", "Lunch"], ["Fun", "Milk"],
      ["Health", "Milk"], ["Total"],
    ]
    #expect(labels(headed, indent: 10) == headed.flatMap(\.self))
    #expect(labels(headed, indent: 0) == headed.flatMap(\.self))
  }

  @Test func `headings of several rows set in keep these`() {
    let parts = [
      ["School Lunch and all Milk", "Lunch in the first Grades"], ["Milk"], ["Assistance for the Needy", "Families"],
      ["Others"], ["Total of all the Programs"],
    ]
    var page = SketchPage()
    // Rows of a part, the first of which stands right below its heading.
    page.writeLabels(parts, figuresAt: 330, besideLast: true) { part, line in
      line > 0 || part == 1 || part == 3 ? 110 : 100
    }
    #expect(page.labelTexts == parts.flatMap(\.self))
  }

  @Test func `a full label above one line set in goes on there, at any depth`() {
    let offices = [
      ["Executive branch"], ["Executive Office"], ["Board of Governors and the", "Reserve System"], ["Treasury"],
      ["Independent agencies"], ["National Aeronautics"],
    ]
    var page = SketchPage()
    page.writeLabels(offices, figuresAt: 330, besideLast: true, isDotted: true) { label, line in
      (label == 0 || label == 4 ? 100 : 107) + (line > 0 ? 8 : 0)
    }
    #expect(page.labelTexts == offices.map { $0.joined(separator: " ") })
  }
}
