internal import Files
internal import Parallel

/// Asks KaTeX which formulas it rejects, and remembers those that it accepts.
package struct FormulaJudge {
  private let script: [UInt8]
  private let memory: AcceptedFormulas?

  /// Makes a judge.
  ///
  /// - Parameters:
  ///   - script: KaTeX's script.
  ///   - cacheFolder: where accepted formulas are kept from one run to the next; nil to keep none.
  package init(script: [UInt8], cacheFolder: String?) {
    self.script = script
    self.memory = cacheFolder.map { AcceptedFormulas(folder: $0, script: script) }
  }

  /// What is wrong with each formula that KaTeX rejects, in its words.
  package func faults(of formulas: Set<Formula>) throws -> [Formula: String] {
    let known = memory?.load() ?? []
    let unknown = formulas.subtracting(known).sorted { ($0.tex, $0.isDisplay ? 1 : 0) < ($1.tex, $1.isDisplay ? 1 : 0) }
    guard !unknown.isEmpty else { return [:] }
    // A second interpreter takes an eighth of a second to load, so that it must have something to do.
    let threads = min(Parallel.threads, max(1, unknown.count / 200))
    let script = self.script
    let parts = Parallel.map(0..<threads, threads: threads) { part -> Result<[(Formula, String)], TeXError> in
      do throws(TeXError) {
        let katex = try KaTeX()
        try katex.load(script)
        var faults: [(Formula, String)] = []
        for index in stride(from: part, to: unknown.count, by: threads) {
          if let words = katex.fault(of: unknown[index]) { faults.append((unknown[index], words)) }
        }
        return .success(faults)
      } catch {
        return .failure(error)
      }
    }
    var faults: [Formula: String] = [:]
    for part in parts { for (formula, words) in try part.get() { faults[formula] = words } }
    memory?.store(known, with: unknown.filter { faults[$0] == nil })
    return faults
  }
}
