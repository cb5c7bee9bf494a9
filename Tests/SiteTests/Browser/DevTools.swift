import Files
import Foundation
import Glibc

/// A message to or from the browser.
typealias Message = [String: Any]

/// What went wrong between a test and the browser.
struct BrowserError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Chromium without a window, spoken to over two pipes in its DevTools protocol.
final class DevTools {
  /// Chromium's path; nil where it is not installed.
  static let program: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    unsafe access($0, X_OK) == 0
  }

  /// What the browser said without being asked, since it was last cleared.
  var events: [Message] = []

  private var process: pid_t = 0
  private let toBrowser: Int32
  private let fromBrowser: Int32
  private let profile: String
  private var received: [UInt8] = []
  private var count = 0
  private var session = ""

  init() throws {
    guard let program = Self.program else { throw BrowserError("chromium is not installed") }
    profile = try Files.makeTemporaryFolder("gradus-browser")
    var commands: [Int32] = [0, 0]
    var answers: [Int32] = [0, 0]
    guard unsafe pipe(&commands) == 0, unsafe pipe(&answers) == 0 else { throw BrowserError("no pipe") }
    // Chromium reads from descriptor 3 and writes to 4; ours must be none of the two.
    let reading = fcntl(commands[0], F_DUPFD_CLOEXEC, 20)
    let writing = fcntl(answers[1], F_DUPFD_CLOEXEC, 20)
    toBrowser = fcntl(commands[1], F_DUPFD_CLOEXEC, 20)
    fromBrowser = fcntl(answers[0], F_DUPFD_CLOEXEC, 20)
    for descriptor in commands + answers { close(descriptor) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, reading, 3)
    unsafe posix_spawn_file_actions_adddup2(&actions, writing, 4)
    var words = [
      program, "--headless", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--remote-debugging-pipe",
      "--user-data-dir=\(profile)",
    ]
    if getuid() == 0 { words.append("--no-sandbox") }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    guard unsafe posix_spawn(&process, program, &actions, nil, &arguments, environ) == 0 else {
      throw BrowserError("chromium does not start")
    }
    close(reading)
    close(writing)
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    session = try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String ?? ""
    for domain in ["Page", "Runtime", "Log", "Network"] { try send("\(domain).enable") }
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(toBrowser)
    close(fromBrowser)
    Files.remove(profile)
  }

  /// Sends a command and gives what it returns.
  @discardableResult
  func send(_ method: String, _ parameters: Message = [:]) throws -> Message {
    count += 1
    var message: Message = ["id": count, "method": method, "params": parameters]
    if !session.isEmpty { message["sessionId"] = session }
    var bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let written = unsafe write(toBrowser, bytes, bytes.count)
      guard written > 0 else { throw BrowserError("chromium takes no commands") }
      bytes.removeFirst(written)
    }
    while true {
      let answer = try receive()
      guard answer["id"] as? Int == count else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] { throw BrowserError("\(method): \(error)") }
      return answer["result"] as? Message ?? [:]
    }
  }

  private func receive() throws -> Message {
    while true {
      if let end = received.firstIndex(of: 0) {
        let data = Data(received[..<end])
        received.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: data) as? Message ?? [:]
      }
      var ready = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&ready, 1, 60_000) > 0 else { throw BrowserError("chromium does not answer") }
      var chunk = [UInt8](repeating: 0, count: 1 << 18)
      let length = unsafe read(fromBrowser, &chunk, chunk.count)
      guard length > 0 else { throw BrowserError("chromium has ended") }
      received += chunk[..<length]
    }
  }

  /// The value of an expression, waited for where it is promised.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let details = answer["exceptionDetails"] { throw BrowserError("\(expression.prefix(80)): \(details)") }
    return (answer["result"] as? Message)?["value"]
  }

  /// The strings of an array that an expression gives.
  func strings(_ expression: String) throws -> [String] { try evaluate(expression) as? [String] ?? [] }

  /// Opens a page and waits until its scripts have done their work.
  func open(_ address: String) throws {
    try send("Page.navigate", ["url": "about:blank"])
    try send("Page.navigate", ["url": address])
    try settle()
  }

  /// Waits until the scripts of the page that is being loaded have done their work.
  func settle() throws {
    for _ in 0..<400 {
      let isReady = try? evaluate(
        "location.href !== 'about:blank' && document.readyState === 'complete' && "
          + "(!!document.documentElement.dataset.ready || document.scripts.length === 0)"
      )
      if isReady as? Bool == true { return }
      usleep(25_000)
    }
    throw BrowserError("the page does not come to rest")
  }

  func resize(_ width: Int, _ height: Int = 900) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500])
  }

  func emulate(media: String = "", isDark: Bool = false) throws {
    let scheme = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
    try send("Emulation.setEmulatedMedia", ["media": media, "features": [scheme]])
  }

  func press(_ key: String, code: Int, text: String? = nil) throws {
    var event: Message = ["type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code]
    if let text { event["text"] = text }
    try send("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    try send("Input.dispatchKeyEvent", event)
  }

  func type(_ text: String) throws { try send("Input.insertText", ["text": text]) }
}
