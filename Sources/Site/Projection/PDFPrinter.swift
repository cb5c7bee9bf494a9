internal import Files
internal import Glibc

/// Prints pages to PDF by Chromium without a window.
package struct PDFPrinter {
  /// How long one page may take, in seconds.
  static let patience = 120

  private let browser: String

  /// Looks for Chromium on `PATH`; nil where there is none.
  package init?() {
    let folders = (Files.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    let paths = ["chromium", "chromium-browser", "google-chrome"].flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = paths.first(where: { unsafe access($0, X_OK) == 0 }) else { return nil }
    browser = path
  }

  /// Prints a page; the PDF is there whole or not at all.
  package func print(_ page: String, to target: String) throws {
    let scratch = try Files.makeTemporaryFolder("gradus-print")
    defer { Files.remove(scratch) }
    let part = "\(Files.folder(of: target))/.gradus-part-\(Files.processID)"
    defer { Files.remove(part) }
    let address = "file://" + Self.encoded(Files.realPath(page) ?? page)
    let code = run([
      browser, "--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=\(scratch)", "--no-pdf-header-footer",
      // Root has no sandbox in Chromium; the pages are our own and load nothing from elsewhere.
      Files.runsAsRoot ? "--no-sandbox" : "--disable-extensions", "--virtual-time-budget=20000",
      "--print-to-pdf=\(part)", address,
    ])
    guard code == 0, Files.kind(part) == .file else { throw PrintError(page: page, code: code) }
    try Files.setMode(part, 0o644)
    try Files.move(part, to: target)
  }

  private func run(_ words: [String]) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    for _ in 0..<(Self.patience * 20) {
      if unsafe waitpid(process, &status, WNOHANG) == process { return status == 0 ? 0 : -1 }
      usleep(50_000)
    }
    kill(process, SIGKILL)
    unsafe waitpid(process, &status, 0)
    return -1
  }

  private static func encoded(_ path: String) -> String {
    var text = HTMLText()
    text.address(path)
    return String(decoding: text.bytes, as: UTF8.self).replacing("?", with: "%3F").replacing("#", with: "%23")
      .replacing("&amp;", with: "&").replacing("&#x27;", with: "'")
  }
}

/// A page could not be printed.
package struct PrintError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The page.
  let page: String
  /// How Chromium ended.
  let code: Int32

  /// A sentence that says what to do.
  package var description: String {
    "Chromium did not print \(page). Open the page in a browser and print it from there."
  }
}
