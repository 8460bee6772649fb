internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// The bytes of files and of standard input.
enum InputFile {
  /// Files above this size are mapped rather than loaded: a mapped file that shrinks while it is read ends the process,
  /// so only those are mapped that would be a burden on memory.
  private static let mappedFrom = 64 << 20

  /// Opens one file.
  ///
  /// - Throws: ``ReadingError`` with `notFound` or `unreadable`.
  static func bytes(of path: FilePath) throws(ReadingError) -> Data { try contents(of: path).bytes }

  /// Opens one file, and says whether its bytes are a map of it. The corresponding C functions are `open`, `fstat`, `read` and `mmap`.
  ///
  /// - Throws: ``ReadingError`` with `notFound` or `unreadable`.
  static func contents(of path: FilePath) throws(ReadingError) -> (bytes: Data, isMapped: Bool) {
    let descriptor = unsafe open(path.cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw ReadingError(.unreadable(detail: "it is a folder"))
    default: throw ReadingError(.unreadable(detail: "it is not a regular file"))
    }
    let size = Int(status.st_size)
    if size >= mappedFrom { return (try map(descriptor, size: size), true) }
    let data = try load(descriptor, expecting: size)
    // Half of an old file and half of a new one would be a document that never was.
    var later = stat()
    guard unsafe fstat(descriptor, &later) == 0, later.st_size == status.st_size,
      later.st_mtim.tv_sec == status.st_mtim.tv_sec, later.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    else { throw ReadingError(.unreadable(detail: "it changed while it was read")) }
    return (data, false)
  }

  /// Opens one file by a name that is text.
  static func bytes(of path: String) throws(ReadingError) -> Data { try bytes(of: FilePath(path)) }

  /// All of standard input.
  ///
  /// - Throws: ``ReadingError`` with `unreadable`, or `limit` above the granted number of bytes.
  static func standardInput(within limits: Limits) throws(ReadingError) -> Data {
    try load(STDIN_FILENO, expecting: 0, granted: limits.unpackedBytes)
  }

  private static func map(_ descriptor: Int32, size: Int) throws(ReadingError) -> Data {
    guard let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe start != MAP_FAILED else {
      throw failure(errno)
    }
    let unmap = unsafe Data.Deallocator.custom { start, size in unsafe munmap(start, size) }
    return unsafe Data(bytesNoCopy: start, count: size, deallocator: unmap)
  }

  /// - Parameters:
  ///   - descriptor: where it is read from.
  ///   - size: how many bytes are expected; 0 where that is not known.
  ///   - granted: how many bytes there may be.
  private static func load(_ descriptor: Int32, expecting size: Int, granted: Int = .max) throws(ReadingError) -> Data {
    // A byte more than expected: so the end is seen without growing, and a reading that stops before it is the end.
    var buffer = DataBuffer(capacity: max(64 << 10, size + 1))
    while true {
      var (count, error) = (0, Int32(0))
      unsafe buffer.fill(atMost: max(64 << 10, size + 1 - buffer.count)) { room in
        count = unsafe read(descriptor, room.baseAddress, room.count)
        error = errno
        return max(0, count)
      }
      if count < 0 {
        if error == EINTR { continue }
        throw failure(error)
      }
      if count == 0 || (size > 0 && buffer.count == size) { return buffer.data() }
      guard buffer.count <= granted else {
        throw ReadingError(.limit(name: "bytes of standard input", asked: buffer.count, granted: granted))
      }
    }
  }

  private static func failure(_ number: Int32) -> ReadingError {
    number == ENOENT || number == ENOTDIR
      ? ReadingError(.notFound) : ReadingError(.unreadable(detail: SystemMessage.text(of: number)))
  }
}
