/// The tables of a database of documents.
///
/// Tables, pages and documents count from 1, rows and columns of a grid from 0, as in the other outputs. Boxes are in points
/// from the top left of the page. A number is there to calculate with; how it was printed stands in the text.
enum DatabaseSchema {
  static let version = 1

  static let statements = """
    PRAGMA user_version = \(version);
    CREATE TABLE documents (
      document_id INTEGER PRIMARY KEY, name TEXT NOT NULL, format TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT,
      encoding TEXT, title TEXT, author TEXT, created TEXT, modified TEXT, pages INTEGER, language TEXT
    );
    CREATE TABLE tables (
      table_id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents, number INTEGER NOT NULL,
      row_count INTEGER NOT NULL, column_count INTEGER NOT NULL, header_rows INTEGER NOT NULL,
      stub_columns INTEGER NOT NULL, caption TEXT, unit TEXT,
      page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, place TEXT NOT NULL, evidence TEXT NOT NULL
    );
    CREATE TABLE cells (
      table_id INTEGER NOT NULL REFERENCES tables, first_row INTEGER NOT NULL, first_column INTEGER NOT NULL,
      row_span INTEGER NOT NULL, column_span INTEGER NOT NULL, kind TEXT NOT NULL, row_path TEXT NOT NULL,
      column_path TEXT NOT NULL, text TEXT NOT NULL, number NUMERIC, unit TEXT,
      page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, place TEXT NOT NULL, evidence TEXT NOT NULL,
      PRIMARY KEY (table_id, first_row, first_column)
    ) WITHOUT ROWID;
    CREATE TABLE records (
      document_id INTEGER NOT NULL REFERENCES documents, profile TEXT NOT NULL, form TEXT NOT NULL, agency TEXT,
      agency_printed TEXT, year INTEGER, form_table TEXT NOT NULL, form_row TEXT NOT NULL, form_column TEXT NOT NULL,
      value NUMERIC, state TEXT NOT NULL, raw TEXT NOT NULL, unit TEXT, base_value NUMERIC, base_unit TEXT,
      page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, place TEXT, evidence TEXT
    );
    CREATE TABLE findings (
      document_id INTEGER NOT NULL REFERENCES documents, severity TEXT NOT NULL, code TEXT NOT NULL,
      message TEXT NOT NULL, page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, place TEXT
    );
    """

  /// Made at the end, which is faster than keeping them up to date.
  static let indexes = """
    CREATE INDEX tables_by_document ON tables (document_id, number);
    CREATE INDEX records_by_document ON records (document_id);
    CREATE INDEX records_by_cell ON records (form, form_table, form_row, form_column, year);
    """
}
