import ConverterCore
import Testing

@testable import ReportProfile

@Suite struct ProfileCodingTests {
  /// The smallest profile, with a piece of its text replaced.
  private func problem(_ piece: String = "", _ replacement: String = "") -> String? {
    let text = """
      {"schema": "convert.profile/1", "id": "p", "title": "P", "forms": [{"id": "f", "tables": [{"id": "t", "caption": "T",
        "value": {"type": "integer"},
        "columns": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}], "rows": [{"id": "x", "label": "X"}]}],
        "rules": [{"id": "r", "severity": "required", "text": "A is B", "test": "t[x,a] == t[x,b]"}]}]}
      """
    return problem(in: text.replacing(piece.isEmpty ? "\0" : piece, with: replacement))
  }

  private func problem(in text: String) -> String? {
    do throws(ProfileError) {
      _ = try Profile(json: Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `The smallest profile is valid`() {
    #expect(problem() == nil)
  }

  @Test(arguments: [
    ("convert.profile/1", "convert.profile/9", "schema: expected “convert.profile/1”"),
    ("\"title\": \"P\", ", "", "the member “title” is missing"),
    (
      "\"label\": \"A\"", "\"lable\": \"A\"",
      "forms[0].tables[0].columns[0]: there is no member “lable”; known are id, label, aliases, value, columns"
    ),
    ("\"label\": \"A\"", "\"label\": 3", "forms[0].tables[0].columns[0].label: expected a text, found a number"),
    ("\"b\", \"label\"", "\"a\", \"label\"", "forms[0].tables[0]: “a” is the id of two columns or two rows"),
    ("integer", "whole", "forms[0].tables[0].value.type: expected one of integer, decimal, found “whole”"),
    ("t[x,b]\"", "t[y,b]\"", "forms[0].rules[0].test: there is no row “y” in the table"),
    ("t[x,b]\"", "u[x,b]\"", "forms[0].rules[0].test: there is no table “u” in this form"),
    ("== t", "t", "forms[0].rules[0].test: expected a comparison such as == at character 8 of the formula"),
    ("t[x,b]\"", "t[x,*]\"", "forms[0].rules[0].test: “t[…]” names 2 cells; put sum(…) around it"),
    ("t[x,b]\"", "t[x,b] 3\"", "forms[0].rules[0].test: nothing may follow at character 18 of the formula"),
    (
      "t[x,b]\"", "t[x,b]@-2\"",
      "forms[0].rules[0].test: only the year before, @-1, can be named at character 20 of the formula"
    ),
    ("t[x,b]\"", "t[x,b] / 0\"", "forms[0].rules[0].test: the divisor is 0 at character 21 of the formula"),
    ("t[x,b]\"", "t[x,b] / (2 - 1.0 * 2)\"", "forms[0].rules[0].test: the divisor is 0 at character 33 of the formula"),
    ("== t[x,b]\"", "== t[x,a]\"", "forms[0].rules[0].test: both sides are the same, whatever a report says"),
    ("\"t[x,a] == t[x,b]\"", "\"1 == 2 - 1\"", "forms[0].rules[0].test: the formula names no cell"),
    (
      "\"test\":", "\"each\": {\"row\": \"t\"}, \"test\":",
      "forms[0].rules[0].each: no formula of the rule names “row”, so that it would be the same check many times"
    ),
    (
      "\"title\": \"P\",", "\"title\": \"P\", \"units\": {\"k\": {\"base\": \"u\", \"factor\": \"0\"}},",
      "units.k.factor: expected a number above 0: how many of “u” the unit is"
    ),
    (
      "\"title\": \"P\",", "\"title\": \"P\", \"labels\": {\"equivalents\": {\"件\": \"份额\"}},",
      "labels.equivalents.件: expected as many characters as “件” has"
    ),
    (
      "\"title\": \"P\",", "\"title\": \"P\", \"labels\": {\"synonyms\": {\"乡镇\": \"镇\"}},",
      "labels.synonyms.乡镇: expected as many characters as “乡镇” has"
    ),
    (
      "\"title\": \"P\",", "\"title\": \"P\", \"identification\": {\"titles\": [\"{who} in {year}\"]},",
      "identification.titles[0]: expected {agency}, {year} or {count} in braces"
    ),
    ("required", "fatal", "forms[0].rules[0].severity: expected one of required, warning, note, found “fatal”"),
    ("t[x,b]\"", "t[row,b]\"", "forms[0].rules[0].test: “row” needs \"each\": {\"row\": …} beside the formula"),
    (
      "\"label\": \"B\"", "\"label\": \"B\", \"label\": \"C\"",
      "the file is no valid JSON, line 3, byte 68: the member “label” stands there twice"
    ),
    ("\"label\": \"X\"", "\"label\": \"X\", \"rows\": []", "forms[0].tables[0].rows[0].rows: the group has no rows"),
    (
      "\"label\": \"B\"", "\"label\": \"B\", \"columns\": []",
      "forms[0].tables[0].columns[1].columns: the group has no columns"
    ),
    (
      "\"id\": \"t\"", "\"id\": \"t u\"",
      "forms[0].tables[0].id: an id is made of letters, digits, “_” and “.”, and is not “row” or “column”"
    ),
    (
      "\"id\": \"r\"", "\"id\": \"r\", \"tolerance\": 0.5",
      "forms[0].rules[0].tolerance: a decimal number stands in quotation marks, as in \"0.01\""
    ),
    ("\"title\": \"P\"", "\"title\": 0.5", "title: expected a text, found a number that is not whole or too large"),
    ("\"title\": \"P\"", "\"title\": 1-2", "the file is no valid JSON, line 1, byte 53: a number of JSON is expected"),
  ])
  func `A mistake is told with its place`(piece: String, replacement: String, message: String) {
    #expect(problem(piece, replacement) == message)
  }

  @Test func `The word row stands for the row of the same id, in other tables too`() {
    // The second table has more rows than the first: by their numbers they would be no cells of the first at all.
    let text = """
      {"schema": "convert.profile/1", "id": "p", "title": "P", "forms": [{"id": "f", "tables": [
        {"id": "t", "caption": "T", "columns": [{"id": "a", "label": "A"}], "rows": [{"id": "x", "label": "X"}]},
        {"id": "u", "caption": "U", "columns": [{"id": "a", "label": "A"}],
         "rows": [{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}]}],
        "rules": [{"id": "r", "severity": "note", "text": "A is A", "each": {"row": "u"}, "test": "t[row,a] == u[row,a]"}]}]}
      """
    #expect(problem(in: text) == "forms[0].rules[0].test: there is no row “y” in the table")
    #expect(problem(in: text.replacing(#", {"id": "y", "label": "Y"}"#, with: "")) == nil)
  }

  @Test func `A formula for a form that there is not is a mistake, and a sentence without a figure`() {
    let series = #", "harmonised": [{"code": "c", "comparable": "yes", "forms": {"g": "t[x,a]"}}]}"#
    #expect(problem("]}]}", "]}]" + series) == "harmonised[0].forms.g: there is no form “g”")
    let narrative =
      #", "narratives": [{"id": "n", "text": "As many", "sentences": ["so many"], "equals": {"f": "t[x,a]"}}]}"#
    #expect(
      problem("]}]}", "]}]" + narrative)
        == "narratives[0].sentences[0]: a sentence needs {count} where the figure stands")
  }

  @Test(arguments: [
    ("sections", #"{"id": "n", "label": "N"}"#), ("indicators", #"{"id": "n", "title": "N", "formula": "t[x,a]"}"#),
    ("harmonised", #"{"code": "n", "comparable": "yes", "forms": {"f": "t[x,a]"}}"#),
    ("narratives", #"{"id": "n", "text": "N", "sentences": ["{count}"], "equals": {"f": "t[x,a]"}}"#),
  ])
  func `Items that could not be told apart in the outputs are refused`(list: String, item: String) {
    #expect(problem("]}]}", "]}], \"\(list)\": [\(item)]}") == nil)
    let twins = problem("]}]}", "]}], \"\(list)\": [\(item), \(item)]}")
    #expect(twins == "\(list)[1]: “n” is the id of an item before")
  }

  @Test func `Lists in lists end somewhere`() {
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(problem(in: deep) == "the file is no valid JSON, line 1, byte 66: it is nested too deeply")
  }

  @Test func `Brackets in brackets end somewhere`() {
    let deep = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
    #expect(problem("t[x,b]\"", deep + "\"")?.contains("nested too deeply") == true)
  }

  @Test func `The built-in forms have the cells and checks of the notices`() throws {
    let profile = try TestReports.profile()
    #expect(profile.forms.map(\.id) == ["cn.ogi.2021", "cn.ogi.2019"])
    #expect(profile.forms.map(\.cellCount) == [200, 198])
  }
}
