internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// The bytes of files and of standard input.
enum InputFile {
  /// Files above this size are mapped rather than loaded: a mapped file that shrinks while it is read ends the process,
  /// so only those are mapped that would be a burden on memory.
  private static let mappedFrom = 64 << 20

  /// Opens one file. The corresponding C functions are `open`, `fstat`, `read` and `mmap`.
  ///
  /// - Throws: ``ReadingError`` with `notFound` or `unreadable`.
  static func bytes(of path: FilePath) throws(ReadingError) -> Data {
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
    return size >= mappedFrom ? try map(descriptor, size: size) : try load(descriptor, expecting: size)
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

  private static func load(_ descriptor: Int32, expecting size: Int, granted: Int = .max) throws(ReadingError) -> Data {
    // A byte more than expected: so the end is seen without growing.
    var buffer = DataBuffer(capacity: max(64 << 10, size + 1))
    while true {
      var (count, error) = (0, Int32(0))
      unsafe buffer.fill(atMost: max(64 << 10, size + 1 - buffer.count)) { room in
        count = unsafe read(descriptor, room.baseAddress, room.count)
        error = errno
        return max(0, count)
      }
      if count == 0 { return buffer.data() }
      if count < 0 {
        if error == EINTR { continue }
        throw failure(error)
      }
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
