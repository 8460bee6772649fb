// libarchive as a writer: it makes the archives that tests read.
#include <archive.h>
#include <archive_entry.h>
