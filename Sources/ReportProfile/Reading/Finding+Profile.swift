internal import ConverterCore

extension Finding {
  /// The document is no report of the family.
  static func noForm(_ profile: Profile) -> Finding {
    Finding(.error, "profile.form.unknown", "it has no table of “\(profile.title)” (\(profile.id))")
  }

  static func noYear() -> Finding {
    Finding(.warning, "profile.year.missing", "neither the title nor the text says which year is reported")
  }

  static func noAgency() -> Finding {
    Finding(.note, "profile.agency.missing", "the title names no agency")
  }

  /// A row whose values could not be told apart.
  static func undecided(_ row: String, values: Int, columns: Int, at place: Place) -> Finding {
    Finding(
      .warning, "profile.row.undecided",
      "“\(row)” has \(values) values for \(columns) columns, and nothing says which are missing", at: place)
  }

  /// A text from which a program dropped lines that repeat the one before.
  static func repeatsDropped(at place: Place) -> Finding {
    Finding(
      .warning, "profile.run.repeats-dropped",
      "equal lines that follow each other seem to have been dropped; rows that lack values cannot be recovered",
      at: place)
  }

  /// A table that has rows of the form under a header that is not the form's.
  static func foreignTable(at place: Place) -> Finding {
    Finding(
      .note, "profile.table.foreign",
      "a table names rows of the form under other columns than the form's; its values were kept as extras", at: place)
  }

  /// A row that was found before, with other values.
  static func repeatedRow(_ row: String, at place: Place) -> Finding {
    Finding(
      .warning, "profile.row.repeated",
      "“\(row)” stands in the document twice with different values; neither was taken where they differ", at: place)
  }

  /// A document in which tables of the form stand twice and that could not be cut.
  static func tablesBeginAnew(_ count: Int, first: Place, again: Place) -> Finding {
    Finding(
      .warning, "profile.tables.repeated",
      "\(count) tables of the form stand in it twice (at \(first), and again at \(again)) without another agency or year in a title: "
        + "two reports may be in one file", at: again)
  }

  /// A document with several reports, each of which was read for itself.
  static func severalReports(_ count: Int) -> Finding {
    Finding(.note, "profile.reports.several", "the document holds \(count) reports; each was read for itself")
  }

  static func absentCells(_ count: Int, of total: Int) -> Finding {
    Finding(
      .warning, "profile.cells.absent",
      "\(count) of \(total) cells of the form \(count == 1 ? "was" : "were") not found")
  }
}
