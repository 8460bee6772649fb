// SQLite: one file with all tables of a batch.
#include <sqlite3.h>

// The constant for "copy the text" is a cast that Swift does not import.
static inline int convert_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
