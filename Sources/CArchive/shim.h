// libarchive: the members of ZIP, 7z, RAR and tar archives, and of compressed files, as a stream from memory.
//
// It brings eight other shared libraries and would cost each start of the program 2 ms and 3.5 MB; it is opened with the
// first archive.
#include <archive.h>
#include <archive_entry.h>

#include "../OnDemand/on_demand.h"

#define CVT_ARCHIVE_FUNCTIONS(X)         \
  X(archive_entry_filetype)              \
  X(archive_entry_hardlink)              \
  X(archive_entry_is_data_encrypted)     \
  X(archive_entry_pathname)              \
  X(archive_entry_size)                  \
  X(archive_entry_size_is_set)           \
  X(archive_entry_symlink)               \
  X(archive_error_string)                \
  X(archive_format)                      \
  X(archive_read_add_passphrase)         \
  X(archive_read_append_filter)          \
  X(archive_read_data)                   \
  X(archive_read_free)                   \
  X(archive_read_new)                    \
  X(archive_read_next_header)            \
  X(archive_read_open1)                  \
  X(archive_read_set_callback_data)      \
  X(archive_read_set_read_callback)      \
  X(archive_read_set_seek_callback)      \
  X(archive_read_set_skip_callback)      \
  X(archive_read_support_format_7zip)    \
  X(archive_read_support_format_rar)     \
  X(archive_read_support_format_rar5)    \
  X(archive_read_support_format_raw)     \
  X(archive_read_support_format_tar)     \
  X(archive_read_support_format_zip)     \
  X(archive_read_support_format_zip_streamable)

CVT_LIBRARY(cvt_archive, "libarchive.so.13", CVT_ARCHIVE_FUNCTIONS)
