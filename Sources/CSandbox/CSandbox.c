#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The interface of landlock is stable and small; its header is missing on older systems, whose kernels may have it.
#define CVT_LANDLOCK_CREATE_RULESET 444
#define CVT_LANDLOCK_RESTRICT_SELF 446
#define CVT_LANDLOCK_VERSION 1u

struct cvt_ruleset {
  uint64_t handled_access_fs;
};

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

static bool deny_writing(void) {
  const long version = syscall(CVT_LANDLOCK_CREATE_RULESET, NULL, 0, CVT_LANDLOCK_VERSION);
  if (version < 1) return false;
  struct cvt_ruleset ruleset = {cvt_fs_execute | cvt_fs_write_file};
  for (uint64_t right = cvt_fs_first_change; right <= cvt_fs_last_change; right <<= 1) {
    ruleset.handled_access_fs |= right;
  }
  if (version >= 2) ruleset.handled_access_fs |= cvt_fs_refer;
  if (version >= 3) ruleset.handled_access_fs |= cvt_fs_truncate;
  const int descriptor = (int)syscall(CVT_LANDLOCK_CREATE_RULESET, &ruleset, sizeof ruleset, 0);
  if (descriptor < 0) return false;
  // A ruleset without rules: what it handles is denied everywhere.
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
    __NR_sendmsg,    __NR_sendmmsg,          __NR_execve,            __NR_execveat,
    __NR_ptrace,     __NR_process_vm_readv,  __NR_process_vm_writev, __NR_kill,
    __NR_tkill,      __NR_mount,             __NR_umount2,           __NR_pivot_root,
    __NR_chroot,     __NR_setns,             __NR_unshare,           __NR_bpf,
    __NR_keyctl,     __NR_add_key,           __NR_request_key,       __NR_perf_event_open,
    __NR_init_module, __NR_finit_module,     __NR_delete_module,     __NR_kexec_load,
    __NR_reboot,     __NR_swapon,            __NR_swapoff,           __NR_userfaultfd,
#ifdef __NR_io_uring_setup
    __NR_io_uring_setup,
#endif
#ifdef __NR_fork
    __NR_fork,       __NR_vfork,
#endif
};

static bool deny_network(void) {
  enum { calls = sizeof denied_calls / sizeof denied_calls[0] };
  struct sock_filter filter[calls + 7];
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
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
#else
static bool deny_network(void) { return false; }
#endif

cvt_sandbox cvt_sandbox_enter(void) {
  cvt_sandbox result = {0};
  result.keeps_privileges_down = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  result.denies_writing = deny_writing();
  result.denies_network = deny_network();
  return result;
}

bool cvt_sync_file_system(int descriptor) { return syncfs(descriptor) == 0; }
