internal import Course
internal import Files
internal import Glibc
internal import Grading
internal import Progress
internal import Terminal
internal import Watching
internal import Workspace

/// A session of `gradus watch`: waits for saves, keys and signals, has files graded, and shows what came out.
final class WatchSession {
  let gradus: Gradus
  private(set) var study: Study
  private(set) var exercise: Exercise
  private let seed: UInt64
  private let console: Console
  private let watcher: FileWatcher
  private let signals: Signals
  private let helpers: HelperPool
  private var display: any WatchDisplay
  private var files: [ExerciseID: WatchedFile] = [:]
  /// When to look again at a file that is being written, on the monotonic clock in milliseconds.
  private var settling: (id: ExerciseID, time: Int)?
  private var submission: Submission?
  private var isOver = false
  /// What is shown at present.
  private(set) var state: WatchState

  init(_ gradus: Gradus, _ study: Study, _ exercise: Exercise, seed: UInt64, _ console: Console) throws {
    self.gradus = gradus
    self.study = study
    self.exercise = exercise
    self.seed = seed
    self.console = console
    let folders = Set(
      study.catalogue.exercises.map { Files.folder(of: study.workspace.path(Workspace.file(of: $0.location))) })
    watcher = try FileWatcher(folders.sorted())
    signals = try Signals()
    helpers = try HelperPool()
    state = WatchState(file: study.file(of: exercise))
    display = console.isFullScreen ? try ScreenDisplay(console.style) : LineDisplay(console)
    for exercise in study.catalogue.exercises {
      files[exercise.id] = WatchedFile(path: study.workspace.path(Workspace.file(of: exercise.location)))
      files[exercise.id]?.take()
    }
  }

  /// Runs until the learner or a signal ends it; gives that signal.
  func run() throws -> Int32? {
    defer {
      display.end()
      helpers.end()
    }
    try check()
    while !isOver {
      let working = helpers.working
      let ready = Signals.wait(
        for: [
          signals.descriptor, watcher.descriptor, display.inputDescriptor, working?.answerDescriptor ?? -1,
          working?.noteDescriptor ?? -1,
        ], milliseconds: timeout)
      if ready[0] {
        for wish in signals.wishes() {
          switch wish {
          case .end(let signal): return signal
          case .resize: display.resize()
          }
        }
      }
      if ready[2] { try take(display.commands()) }
      try lookAtFiles(noticed: ready[1], idle: !ready.contains(true))
      if let working, helpers.working === working, ready[3] || ready[4] { try take(from: working) }
      display.show(state, self)
    }
    return nil
  }

  /// How long to wait for anything to happen: changes that inotify cannot notice are found within a second.
  private var timeout: Int32 {
    guard let settling else { return 1000 }
    return Int32(max(0, settling.time - Self.milliseconds()))
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

extension WatchSession {
  /// Looks at the files that may have changed.
  private func lookAtFiles(noticed: Bool, idle: Bool) throws {
    var candidates: [ExerciseID: Bool] = [:]
    if let settling, settling.time <= Self.milliseconds() {
      self.settling = nil
      candidates[settling.id] = false
    }
    if noticed {
      let names = Dictionary(study.catalogue.exercises.map { ("\($0.id).swift", $0.id) }) { first, _ in first }
      if let changes = watcher.changes() {
        for change in changes {
          guard let id = names[change.name], files[id]?.path == "\(change.folder)/\(change.name)" else { continue }
          candidates[id] = (candidates[id] ?? false) || change.isComplete
        }
      } else {
        for id in files.keys { candidates[id] = false }
      }
      // A folder that was replaced comes with a file that nobody saw being written.
      if watcher.watchAgain() { candidates[exercise.id] = false }
    } else if idle {
      _ = watcher.watchAgain()
      if settling == nil { candidates[exercise.id] = false }
    }
    for (id, isComplete) in candidates.sorted(by: { $0.key < $1.key }) {
      switch files[id]?.look(isComplete: isComplete) {
      case .changed:
        if id != exercise.id, let other = study.catalogue.exercise(id) { try takeUp(other) }
        try check()
      case .writing(let pause): settling = (id, Self.milliseconds() + Int(pause))
      case .unchanged, nil: break
      }
    }
  }

  /// Has the present file graded as it was read last.
  private func check() throws {
    helpers.cancel()
    state = WatchState(file: study.file(of: exercise))
    do {
      let file = study.file(of: exercise)
      let taken = try Submission(path: file)
      submission = taken
      state.isChecking = true
      state.start = .now
      try helpers.start(HelperTask(exercise: exercise.id, seed: seed, path: file, source: taken.source))
    } catch let refusal as Submission.Refusal {
      submission = nil
      state.message = refusal.description
      display.finished(state, self)
      helpers.prepare()
    }
  }

  private func take(from helper: Helper) throws {
    for line in helper.take() {
      if let note = SandboxNote(line) {
        note.sayOnce(study.store) { state.notes.append($0) }
      } else {
        state.notes.append(line)
      }
    }
    guard helper.isDone else { return }
    let verdict = helper.finish() == 0 ? HelperTask.verdict(helper.answer) : nil
    helpers.cancel()
    guard let verdict, let submission else {
      state.isChecking = false
      state.message = "This could not be graded, which says nothing about the file."
      display.finished(state, self)
      return helpers.prepare()
    }
    state.elapsed = state.start.duration(to: .now)
    state.isChecking = false
    state.verdict = verdict
    display.show(state, self)
    // The verdict stands; now there is time to write it down.
    let target = CheckTarget(exercise: exercise.location, path: submission.path)
    state.passage = try study.record(verdict, of: submission, at: target)
    display.finished(state, self)
    helpers.prepare()
  }

  /// Takes another exercise up.
  private func takeUp(_ other: Exercise) throws {
    exercise = other
    try study.record(.choose, other)
  }
}

extension WatchSession {
  /// Does what the learner asks for.
  private func take(_ commands: [WatchCommand]?) throws {
    guard let commands else {
      // A terminal that has gone takes its session along.
      if display.endsWithInput { isOver = true }
      return
    }
    for command in commands {
      state.note = nil
      switch command {
      case .quit: isOver = true
      case .check: try check()
      case .verdict: state.page = .verdict
      case .hint:
        try study.refresh()
        state.page = .hint(try gradus.openHint(exercise, &study))
      case .lesson: state.page = .lesson
      case .task: state.page = .task
      case .next: try goOn()
      case .skip:
        guard !study.standings[exercise.id].isPassed else { return try goOn() }
        try study.record(.skip, exercise)
        try goOn()
      case .unknown(let word): state.note = "'\(word)' means nothing here: \(WatchCommand.help)"
      }
      display.answered(state, self)
    }
  }

  private func goOn() throws {
    try study.refresh()
    let standing = study.standings[exercise.id]
    guard standing.isPassed || standing.gaveUp || standing.isSkipped else {
      state.note = "\(exercise.id) is not passed yet; s puts it off."
      return
    }
    guard let following = study.following, following.id != exercise.id else {
      state.note = "There is no other exercise on your way."
      return
    }
    try takeUp(following)
    files[following.id]?.take()
    try check()
    state.page = .task
  }

  /// The text of a page that is no verdict.
  func text(_ page: WatchState.Page, _ style: TerminalStyle) -> String {
    switch page {
    case .verdict: ""
    case .hint(let choice): HintText.text(exercise, choice, gradus.reading(study.course.layout, style))
    case .lesson:
      study.catalogue.lesson(exercise.lesson).map { gradus.page($0, gradus.reading(study.course.layout, style)) }
        ?? "There is no lesson '\(exercise.lesson)'.\n"
    case .task: gradus.openingText(exercise, study, style)
    }
  }
}
