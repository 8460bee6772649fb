internal import CSandbox

/// The memory that all threads of this process take from.
public enum Heap {
  /// Lets all threads take from the first one's heap: those of other threads grow by one system call a page, and documents are
  /// read by one thread at a time. Call it before any other thread exists. The corresponding C function is `mallopt`.
  public static func share() { cvt_share_one_heap() }
}
