internal import Glibc

/// The three descriptors that a program is started with.
enum StandardDescriptors {
  /// Occupies those that the caller closed. Otherwise the first file that is opened would take the place of standard
  /// output, and results would be written into it; so, writing fails with "bad file descriptor".
  static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free descriptor is taken: this one, since those below it are open.
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}
