internal import Sandbox
internal import Wire

/// Runs wrong programs: a worker that is started when first asked, and anew when a program has ended it.
final class WrongProgramRunner {
  private let toolkit: Toolkit
  private let slot: SandboxSlot
  private let programs: WrongPrograms
  private let limits: ProgramLimits
  private var worker: StudentProgram?
  /// The forms that the worker runs now.
  private var chosen: [Int] = []

  init(_ toolkit: Toolkit, _ slot: SandboxSlot, _ programs: WrongPrograms, _ limits: ProgramLimits) {
    self.toolkit = toolkit
    self.slot = slot
    self.programs = programs
    self.limits = limits
  }

  /// What the reference with these mistakes makes of each case, in the form in which results are compared; nil where it returns nothing.
  ///
  /// Without any mistakes that is the reference itself. No two of them may be in the same function.
  func values(of agreement: Agreement, in mistakes: [WrongProgram], _ cases: [PreparedCase]) throws -> [Value?] {
    let worker = try ready()
    let forms = mistakes.map(\.number)
    if forms != chosen {
      let outcome = try worker.call(WrongProgramSource.choose, [[.value(try Value(of: forms))]]).first
      guard case .returned(.integer(forms.count))? = outcome else {
        throw GradingFault("the wrong programs in \(programs.folder) do not offer the forms \(forms)")
      }
      chosen = forms
    }
    let arguments = cases.map { $0.arguments.map(Request.Argument.value) }
    return zip(try worker.call(agreement.function.name, arguments), cases).map { outcome, prepared in
      guard case .returned(let value) = outcome else { return nil }
      return agreement.canonical?(value, prepared.arguments) ?? value
    }
  }

  private func ready() throws -> StudentProgram {
    if let worker, worker.ending == nil { return worker }
    chosen = []
    let fresh = try StudentProgram(toolkit, slot, libraries: programs.folder, limits: limits)
    guard try fresh.load(WrongPrograms.libraryName) == .loaded else {
      throw GradingFault("the wrong programs in \(programs.folder) cannot be loaded")
    }
    worker = fresh
    return fresh
  }
}
