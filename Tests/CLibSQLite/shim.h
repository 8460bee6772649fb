// SQLite as a reader of the databases that were written.
#include <sqlite3.h>
