internal import CSandbox

/// What a program may use up before it is stopped.
package struct Limits: Sendable, Hashable {
  /// CPU time of each process, in seconds; the kernel ends a process that uses more.
  package var cpuSeconds: Int

  /// Time on the clock for the whole run: a backstop against programs that wait.
  package var wallSeconds: Double

  /// Bytes of address space of each process.
  package var addressSpace: Int

  /// Processes and threads together.
  package var processes: Int

  /// The largest file that may be written, in bytes; 0 forbids writing to files.
  package var fileSize: Int

  /// Descriptors of each process.
  package var openFiles: Int

  /// Bytes kept of the standard output, and as many of the standard error; a program that writes more is stopped.
  package var outputBytes: Int

  /// Makes limits; what is left out is as a student's program needs it.
  package init(
    cpuSeconds: Int = 10,
    wallSeconds: Double = 60,
    addressSpace: Int = 2 << 30,
    processes: Int = 64,
    fileSize: Int = 0,
    openFiles: Int = 64,
    outputBytes: Int = 64 << 10
  ) {
    self.cpuSeconds = cpuSeconds
    self.wallSeconds = wallSeconds
    self.addressSpace = addressSpace
    self.processes = processes
    self.fileSize = fileSize
    self.openFiles = openFiles
    self.outputBytes = outputBytes
  }

  /// The limits of a student's program.
  package static let program = Limits()

  /// The limits of a compiler.
  package static let compiler = Limits(
    cpuSeconds: 30,
    addressSpace: 4 << 30,
    processes: 128,
    fileSize: 256 << 20,
    openFiles: 512
  )

  /// The limits as the kernel takes them; `processesBeside` are those of the same user that count as well.
  func resourceLimits(processesBeside others: UInt64) -> [csandbox_limit] {
    [
      csandbox_limit(resource: csandbox_limit_cpu, value: UInt64(max(cpuSeconds, 1))),
      csandbox_limit(resource: csandbox_limit_address_space, value: UInt64(max(addressSpace, 0))),
      csandbox_limit(resource: csandbox_limit_processes, value: UInt64(max(processes, 1)) + others),
      csandbox_limit(resource: csandbox_limit_file_size, value: UInt64(max(fileSize, 0))),
      csandbox_limit(resource: csandbox_limit_open_files, value: UInt64(max(openFiles, 0))),
      csandbox_limit(resource: csandbox_limit_core, value: 0),
      csandbox_limit(resource: csandbox_limit_stack, value: 8 << 20),
    ]
  }
}
