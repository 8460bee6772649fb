// What a worker process gives up before it reads foreign bytes.
//
// Swift cannot call `syscall` and `prctl`, which take a variable number of arguments, so this small target does.
#ifndef CVT_SANDBOX_H
#define CVT_SANDBOX_H

#include <spawn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
///
/// `starts_programs` leaves the right to start programs, for a plug-in, whose own program is yet to start; it may also write
/// to /dev/null then, as scripts do. All programs that it starts have given up the same.
cvt_sandbox cvt_sandbox_enter(bool starts_programs);

/// Ends this process with the thread that started it: prctl(PR_SET_PDEATHSIG). It holds for the program started next, too.
void cvt_end_with_parent(void);

/// Has a program that is spawned start in a folder: posix_spawn_file_actions_addchdir_np, which headers show only to those
/// who ask for GNU extensions, as Swift does not.
void cvt_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *folder);

/// Waits until everything written to the file system of an open file is on the disk: syncfs, which Swift's Glibc lacks.
bool cvt_sync_file_system(int descriptor);

/// Makes a file in memory that programs started later do not inherit, and gives its descriptor: memfd_create, which Swift's
/// Glibc lacks. -1 where the system refuses.
int cvt_memory_file(size_t size);

/// Has a pipe hold so many bytes before writing to it waits, where the system grants that: F_SETPIPE_SZ, which Swift's Glibc lacks.
void cvt_widen_pipe(int descriptor, int capacity);

/// Has freed memory stay with the process, up to some megabytes: mallopt, which Swift's Glibc lacks.
void cvt_keep_freed_memory(void);

/// Stores a number after everything that was stored before it, for whoever shares the memory.
static inline void cvt_publish(void *place, uint64_t number) {
  __atomic_store_n((uint64_t *)place, number, __ATOMIC_RELEASE);
}

#endif
