// For O_PATH, syncfs and posix_spawn_file_actions_addchdir_np.
#define _GNU_SOURCE

#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <stddef.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The interface of landlock is stable and small; its header is missing on older systems, whose kernels may have it.
#define CVT_LANDLOCK_CREATE_RULESET 444
#define CVT_LANDLOCK_ADD_RULE 445
#define CVT_LANDLOCK_RESTRICT_SELF 446
#define CVT_LANDLOCK_RULE_PATH_BENEATH 1
#define CVT_LANDLOCK_VERSION 1u

struct cvt_ruleset {
  uint64_t handled_access_fs;
};

struct cvt_path_beneath {
  uint64_t allowed_access;
  int32_t parent_fd;
} __attribute__((packed));

// Rights in the order of the kernel's bits.
enum {
  cvt_fs_execute = 1 << 0,
  cvt_fs_write_file = 1 << 1,
  // Bits 2 and 3 are reading files and folders, which workers need.
  cvt_fs_first_change = 1 << 4,   // remove a folder; then: remove a file, make things of seven kinds
  cvt_fs_last_change = 1 << 12,
  cvt_fs_refer = 1 << 13,         // version 2
  cvt_fs_truncate = 1 << 14,      // version 3
};

/// Lets go of what is written to the device that keeps nothing.
static void allow_null_device(int ruleset) {
  const int device = open("/dev/null", O_PATH | O_CLOEXEC);
  if (device < 0) return;
  const struct cvt_path_beneath rule = {cvt_fs_write_file, device};
  syscall(CVT_LANDLOCK_ADD_RULE, ruleset, CVT_LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(device);
}

static bool deny_writing(bool starts_programs) {
  const long version = syscall(CVT_LANDLOCK_CREATE_RULESET, NULL, 0, CVT_LANDLOCK_VERSION);
  if (version < 1) return false;
  struct cvt_ruleset ruleset = {cvt_fs_write_file};
  if (!starts_programs) ruleset.handled_access_fs |= cvt_fs_execute;
  for (uint64_t right = cvt_fs_first_change; right <= cvt_fs_last_change; right <<= 1) {
    ruleset.handled_access_fs |= right;
  }
  if (version >= 2) ruleset.handled_access_fs |= cvt_fs_refer;
  if (version >= 3) ruleset.handled_access_fs |= cvt_fs_truncate;
  const int descriptor = (int)syscall(CVT_LANDLOCK_CREATE_RULESET, &ruleset, sizeof ruleset, 0);
  if (descriptor < 0) return false;
  // Without a rule, what the ruleset handles is denied everywhere.
  if (starts_programs) allow_null_device(descriptor);
  const bool done = syscall(CVT_LANDLOCK_RESTRICT_SELF, descriptor, 0) == 0;
  close(descriptor);
  return done;
}

#if defined(__x86_64__)
#define CVT_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define CVT_AUDIT_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef CVT_AUDIT_ARCH
// The calls that a reader of documents has no business with. They fail with EPERM instead of ending the process, since
// libraries may try one and go on without.
static const uint32_t denied_calls[] = {
    __NR_socket,     __NR_socketpair,        __NR_connect,           __NR_bind,
    __NR_listen,     __NR_accept,            __NR_accept4,           __NR_sendto,
    __NR_sendmsg,    __NR_sendmmsg,          __NR_ptrace,            __NR_process_vm_readv,
    __NR_process_vm_writev,                  __NR_kill,              __NR_tkill,
    __NR_mount,      __NR_umount2,           __NR_pivot_root,
    __NR_chroot,     __NR_setns,             __NR_unshare,           __NR_bpf,
    __NR_keyctl,     __NR_add_key,           __NR_request_key,       __NR_perf_event_open,
    __NR_init_module, __NR_finit_module,     __NR_delete_module,     __NR_kexec_load,
    __NR_reboot,     __NR_swapon,            __NR_swapoff,           __NR_userfaultfd,
#ifdef __NR_io_uring_setup
    __NR_io_uring_setup,
#endif
    // From here on, what only those are denied that start no programs.
    __NR_execve,     __NR_execveat,
#ifdef __NR_fork
    __NR_fork,       __NR_vfork,
#endif
};

#ifdef __NR_fork
enum { starting_calls = 4 };
#else
enum { starting_calls = 2 };
#endif

static bool deny_network(bool starts_programs) {
  enum { all_calls = sizeof denied_calls / sizeof denied_calls[0] };
  const size_t calls = starts_programs ? all_calls - starting_calls : all_calls;
  struct sock_filter filter[all_calls + 7];
  size_t count = 0;
  filter[count++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
  // Calls in the manner of another architecture would carry other numbers: they end the process.
  filter[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CVT_AUDIT_ARCH, 1, 0);
  filter[count++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  filter[count++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  // The second set of numbers (x32) of the same architecture would pass by the list.
  enum { x32_calls = 0x40000000 };
  filter[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, x32_calls, (uint8_t)(calls + 1), 0);
#endif
  for (size_t i = 0; i < calls; i++) {
    // To the refusal at the end: over the remaining comparisons and the permission.
    filter[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, denied_calls[i], (uint8_t)(calls - i), 0);
  }
  filter[count++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  filter[count++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  const struct sock_fprog program = {(unsigned short)count, filter};
  // For all threads, since a runtime may have started some; for this one where the others cannot follow.
  return syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0 ||
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
#else
static bool deny_network(bool starts_programs) { return false; }
#endif

cvt_sandbox cvt_sandbox_enter(bool starts_programs) {
  cvt_sandbox result = {0};
  result.keeps_privileges_down = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  result.denies_writing = deny_writing(starts_programs);
  result.denies_network = deny_network(starts_programs);
  return result;
}

bool cvt_sync_file_system(int descriptor) { return syncfs(descriptor) == 0; }

void cvt_widen_pipe(int descriptor, int capacity) { (void)fcntl(descriptor, F_SETPIPE_SZ, capacity); }

int cvt_memory_file(size_t size) {
  const int descriptor = memfd_create("convert", MFD_CLOEXEC);
  if (descriptor >= 0 && ftruncate(descriptor, (off_t)size) != 0) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

void cvt_keep_freed_memory(void) {
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
  // Blocks of some size otherwise go back to the system one by one.
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
}

void cvt_end_with_parent(void) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

void cvt_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *folder) {
  posix_spawn_file_actions_addchdir_np(actions, folder);
}
