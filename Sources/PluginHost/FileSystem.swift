internal import CSandbox

/// The file system behind an open file.
public enum FileSystem {
  /// Waits until everything written to it is on the disk. The corresponding C function is `syncfs`.
  ///
  /// - Returns: `false` where something could not be written; `errno` says why.
  public static func sync(_ descriptor: Int32) -> Bool { cvt_sync_file_system(descriptor) }
}
