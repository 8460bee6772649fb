internal import CSandbox

/// Settings of the C library's heap.
public enum Heap {
  /// Has freed memory stay with the process, up to some megabytes. By default the end of the heap goes back to the system as
  /// soon as 128 KB of it are free, and comes again, page by page, for the next document: with small documents that was a third
  /// of all page faults.
  ///
  /// The corresponding C function is `mallopt`.
  public static func keepFreedMemory() {
    cvt_keep_freed_memory()
  }
}
