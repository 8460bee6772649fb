// libarchive: the members of ZIP, 7z, RAR and tar archives, and of compressed files, as a stream from memory.
#include <archive.h>
#include <archive_entry.h>
