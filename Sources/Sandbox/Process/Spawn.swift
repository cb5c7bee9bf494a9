internal import CSandbox
internal import Glibc

/// A process that was just started: its number, and a descriptor by which it is watched.
struct StartedProcess: ~Copyable {
  let number: Int32
  let descriptor: Descriptor
}

/// What to start; see `csandbox_spawn` for what every child has besides.
struct SpawnRequest {
  var path: String
  var arguments: [String]
  var environment: [String: String] = [:]
  var directory = "/"
  var descriptors: [Int32]
  var limits: [csandbox_limit]
  var user: UInt32?
  /// A Landlock ruleset and the system calls to go with it.
  var confinement: (ruleset: Int32, filter: SystemCallFilter)?

  func start() throws(SandboxError) -> StartedProcess {
    var child = csandbox_child(process: -1, descriptor: -1)
    var step: UnsafePointer<CChar>?
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var bounds = csandbox_confinement(
      ruleset: confinement?.ruleset ?? -1, kind: confinement?.filter.kind ?? CSANDBOX_FILTER_PROGRAM)
    let isConfined = confinement != nil
    let error = unsafe withCStrings(arguments) { arguments in
      unsafe withCStrings(variables) { environment in
        unsafe path.withCString { path in
          unsafe directory.withCString { directory in
            unsafe descriptors.withUnsafeBufferPointer { descriptors in
              unsafe limits.withUnsafeBufferPointer { limits in
                unsafe withUnsafePointer(to: &bounds) { bounds in
                  var request = unsafe csandbox_request(
                    path: path,
                    arguments: arguments,
                    environment: environment,
                    directory: directory,
                    descriptors: descriptors.baseAddress,
                    descriptor_count: descriptors.count,
                    limits: limits.baseAddress,
                    limit_count: limits.count,
                    user: user.map(Int64.init) ?? -1,
                    dies_with_parent: 1,
                    confinement: isConfined ? bounds : nil
                  )
                  return unsafe csandbox_spawn(&request, &child, &step)
                }
              }
            }
          }
        }
      }
    }
    guard error == 0 else {
      let name = unsafe step.map { unsafe String(cString: $0) } ?? "preparing it"
      throw .refused(action: "\(name) (\(path))", code: error)
    }
    return StartedProcess(number: child.process, descriptor: Descriptor(owning: child.descriptor))
  }
}

/// Lends strings as a C array of C strings that ends with a null pointer.
private func withCStrings<Result>(
  _ strings: [String],
  _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { unsafe strdup($0) }
  unsafe copies.append(nil)
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe copies.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("an array of one element has an address") }
    return unsafe body(start)
  }
}

/// The time since some fixed moment.
func monotonicTime() -> Duration {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
