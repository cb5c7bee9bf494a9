extension HelpTopic {
  /// The learner's folder.
  static let workspace = HelpTopic(
    name: "workspace", title: "learning alone: the folder, the way through the course, the record",
    pieces: [
      .paragraph(
        "gradus init DIR makes a workspace: the starters of all exercises by topic, what they ask for, the lessons, and what editors "
          + "need. In it, or in any folder of it, gradus alone says where you are and what is next."),
      .example("gradus init ~/gradus\ncd ~/gradus\ngradus\ngradus watch"),
      .paragraph(
        "What you write in exercises/TOPIC/ID.swift is yours and is never overwritten. The rest is ours: gradus init on the workspace "
          + "brings it up to date, leaves alone what you have changed, and names each such file."),
      .paragraph(
        "The present exercise is the one that you chose last with gradus next ID, until you pass it or put it off with gradus skip; "
          + "otherwise the next on your way. gradus path shows the ways: the recommended order has everything, the fast track what the "
          + "course marks for it. Any exercise can be taken at any time; what it builds on is said, not demanded."),
      .paragraph(
        "There are three hints, each asked for with gradus hint. gradus solution shows the reference once you have passed; with "
          + "--give-up before, which your progress remembers. gradus reset sets a file back and keeps yours in backups/."
      ),
      .paragraph(
        "Progress is kept in .gradus: a journal of what happened, a line each, and a database made from it. A damaged database is made "
          + "again from the journal, with a message. The journal may go under version control, and comes along to another machine."
      ),
      .paragraph(
        "In an editor that speaks to sourcekit-lsp, completion and definitions work in every exercise; each is a target of its own, so "
          + "that one which does not compile disturbs no other. In VS Code, Run Build Task checks the exercise in front of you."
      ),
    ])

  /// The session that checks at every save.
  static let watch = HelpTopic(
    name: "watch", title: "checking at every save",
    pieces: [
      .paragraph(
        "gradus watch checks the present exercise whenever its file is saved. An edit gives up a check that is still running. Saving the "
          + "file of another exercise takes that one up. On a terminal it takes the whole screen and leaves it as it was; with --plain, "
          + "or where its output goes elsewhere, it writes lines, and on a terminal takes letters followed by Enter."),
      .terms([
        Term("h", "opens the next hint"), Term("l", "the lesson"), Term("t", "what the exercise asks for"),
        Term("v, Escape", "back to the verdict"), Term("n", "the next exercise, once this one is passed"),
        Term("s", "puts the exercise off"), Term("c", "checks again"), Term("arrows, page keys, j, k", "scroll"),
        Term("q", "ends"),
      ]),
    ])

  /// How to read a verdict.
  static let verdicts = HelpTopic(
    name: "verdicts", title: "what a verdict says",
    pieces: [
      .paragraph(
        "Each check compares what one of your functions returns with the reference, smallest inputs first: the case that is shown is the "
          + "smallest that fails, to be followed by hand. All points of a check are given, or none. The same file, seed and version give "
          + "the same verdict; --seed draws other inputs."),
      .terms([
        Term("passed", "every check passed"), Term("failed", "a function returned something else than expected"),
        Term("not implemented", "a function stopped at todo()"), Term("compile error", "the file does not compile"),
        Term("signature changed", "a declaration is not the starter's"),
        Term("crashed", "the program stopped by itself: your line is shown, with a caret where it happened"),
        Term("timed out", "it used too much processor time, or did not answer"),
        Term("out of memory", "it wanted too much memory"), Term("output limit", "it printed too much"),
        Term("protocol error", "it sent something that nobody had asked for"),
        Term("not gradable", "the grader could not do its work; this is never a grade"),
      ]),
      .paragraph(
        "Where the wrong numbers are those of a known mistake, and of no other, the mistake is named as a misconception, with the section "
          + "of the lesson to read. What your program prints is shown apart, behind bars."),
    ])
}
