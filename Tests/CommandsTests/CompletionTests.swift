import Files
import Foundation
import Testing

@Suite(.needsCommand) struct `Completion` {
  /// A folder on the PATH with the command in it under its own name.
  private func path() throws -> (folder: TestFolder, variables: [String: String?]) {
    let folder = try TestFolder()
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/gradus", withDestinationPath: BuiltCommand.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    return (folder, ["PATH": "\(folder.path):\(path)", "HOME": folder.path])
  }

  static let cases: [(typed: String, offered: [String])] = [
    ("gradus che", ["check"]), ("gradus check bp", ["bptt"]), ("gradus check --fo", ["--format"]),
    ("gradus verify --format ", ["json", "text"]), ("gradus hint glove-l", ["glove-loss"]),
    ("gradus help ver", ["verdicts"]), ("gradus new 03", ["03-recurrent/"]), ("gradus completion z", ["zsh"]),
    ("gradus vectors ne", ["neighbours"]), ("gradus path --follow ", ["fast", "recommended"]), ("gradus watch-", []),
  ]

  @Test(arguments: cases)
  func `works in bash`(typed: String, offered: [String]) throws {
    let (folder, variables) = try path()
    let words = typed.split(separator: " ", omittingEmptySubsequences: false)
    let script = """
      source <(gradus completion bash)
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
      _gradus 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try BuiltCommand.Run(
      ["--norc", "-c", script], in: BuiltCommand.home, program: "/bin/bash", environment: variables, input: nil
    ).finish()
    #expect(outcome.output.split(separator: "\n").map(String.init).sorted() == offered, "\(outcome.all)")
    _ = folder
  }

  @Test(.enabled("fish is there") { Files.exists("/usr/bin/fish") }, arguments: cases)
  func `works in fish`(typed: String, offered: [String]) throws {
    let (folder, variables) = try path()
    let script = "gradus completion fish | source; complete -C '\(typed)'"
    let outcome = try BuiltCommand.Run(
      ["--no-config", "-c", script], in: BuiltCommand.home, program: "/usr/bin/fish", environment: variables, input: nil
    ).finish()
    let found = outcome.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(found.sorted() == offered, "\(outcome.all)")
    _ = folder
  }

  @Test(.needsTerminal, .enabled("zsh is there") { Files.exists("/usr/bin/zsh") })
  func `works in zsh`() throws {
    let (folder, _) = try path()
    let terminal = try Terminal(folder.path, columns: 100, rows: 40, shell: ["/usr/bin/zsh", "-f"])
    try terminal.type(
      "PS1='> '; path=(\(folder.path) $path); autoload -Uz compinit; compinit -u; source <(gradus completion zsh); clear; echo rea''dy"
    )
    try terminal.wait("a shell that completes") { $0.contains("ready") }
    for (typed, offered) in Self.cases where offered.count == 1 {
      try terminal.press("C-u")
      try terminal.press("C-l")
      try terminal.send(typed)
      try terminal.press("Tab")
      let whole =
        typed.prefix { $0 != " " } + typed.drop { $0 != " " }.reversed().drop { $0 != " " }.reversed() + offered[0]
      try terminal.wait("'\(whole)'") { $0.contains(whole) }
    }
    try terminal.press("C-u")
    try terminal.send("gradus verify --format ")
    try terminal.press("Tab", "Tab")
    try terminal.wait("both formats") { $0.contains("json") && $0.contains("text") }
  }
}
