// Lets valgrind run a program whose main thread ends in libdispatch: valgrind up to 3.19 (at least) writes to the signal set that it is
// given, and libdispatch's lies in memory that may not be written to. Preloaded by Benchmarks/budgets.py.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return (int)syscall(SYS_rt_sigsuspend, &copy, 8);
}
