// What a worker process gives up before it reads foreign bytes.
//
// Swift cannot call `syscall` and `prctl`, which take a variable number of arguments, so this small target does.
#ifndef CVT_SANDBOX_H
#define CVT_SANDBOX_H

#include <stdbool.h>

/// What could be given up; false where the kernel lacks it.
typedef struct {
  /// No program that is started gains rights: prctl(PR_SET_NO_NEW_PRIVS).
  bool keeps_privileges_down;
  /// No file or folder can be written, made, removed or executed: landlock.
  bool denies_writing;
  /// No network, no new programs, no tracing of others: seccomp.
  bool denies_network;
} cvt_sandbox;

/// Gives up what it can, for this thread and all that it starts later; call it before any other thread exists.
///
/// Descriptors that are open already stay usable, so a worker goes on reading its standard input and writing its output.
cvt_sandbox cvt_sandbox_enter(void);

/// Waits until everything written to the file system of an open file is on the disk: syncfs, which Swift's Glibc lacks.
bool cvt_sync_file_system(int descriptor);

#endif
