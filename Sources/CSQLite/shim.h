// SQLite: one file with all tables of a batch. It is opened with the first database.
#include <sqlite3.h>

#include "../OnDemand/on_demand.h"

#define CVT_SQLITE_FUNCTIONS(X) \
  X(sqlite3_bind_double)        \
  X(sqlite3_bind_int64)         \
  X(sqlite3_bind_null)          \
  X(sqlite3_bind_text)          \
  X(sqlite3_close_v2)           \
  X(sqlite3_errcode)            \
  X(sqlite3_errmsg)             \
  X(sqlite3_exec)               \
  X(sqlite3_finalize)           \
  X(sqlite3_free)               \
  X(sqlite3_open_v2)            \
  X(sqlite3_prepare_v2)         \
  X(sqlite3_reset)              \
  X(sqlite3_serialize)          \
  X(sqlite3_step)

CVT_LIBRARY(cvt_sqlite, "libsqlite3.so.0", CVT_SQLITE_FUNCTIONS)

/// The constant for "copy the text", a cast that Swift does not import.
static inline sqlite3_destructor_type cvt_sqlite_transient(void) { return SQLITE_TRANSIENT; }
