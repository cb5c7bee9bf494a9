internal import Files
internal import Glibc

/// Shows a long text page by page.
enum Pager {
  /// Hands the text to $PAGER, or to `less -R` where it is not set, and waits until it is closed.
  ///
  /// - Returns: Whether there was a pager; nothing was shown otherwise.
  static func show(_ text: String) -> Bool {
    let command = Files.environment("PAGER") ?? "less -R"
    // What less makes of it unless its user has said otherwise: short texts at once, and all characters as they are.
    unsafe setenv("LESS", "FR", 0)
    unsafe setenv("LESSCHARSET", "utf-8", 0)
    // A pager that is closed early is no fault.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, before) }
    guard let pipe = unsafe popen(command, "w") else { return false }
    let bytes = Array(text.utf8)
    _ = unsafe fwrite(bytes, 1, bytes.count, pipe)
    let status = unsafe pclose(pipe)
    // The shell's way to say that there is no such program, or that it cannot be run.
    return status >> 8 != 127 && status >> 8 != 126
  }
}
