extension HelpTopic {
  /// How code is kept from the machine.
  static let sandbox = HelpTopic(
    name: "sandbox", title: "how code is kept from the machine",
    pieces: [
      .paragraph(
        "Files that are graded run in a sandbox: they see no files but libraries, no network and no other processes, and their time, "
          + "memory and output are limited. gradus doctor says which sandbox can be had here, and what to do if there is none."
      ),
      .paragraph(
        "In a workspace the files are your own, on your own machine. Where no sandbox can be had, they run without one, with all your "
          + "rights, as any program that you write; that is said once. So do not put other people's files into a workspace. Elsewhere, "
          + "and for files from outside a workspace, --trust-this-code must say so each time."),
    ])

  /// How formulas become code.
  static let conventions = HelpTopic(
    name: "conventions", title: "how the course writes formulas as code",
    pieces: [
      .terms([
        Term(
          "vectors", "are columns; a matrix of rows x columns maps a vector of length columns to one of length rows"),
        Term("sequences", "are arrays over time; t = 1 of a lecture is index 0, and lists of states begin with h_0"),
        Term("dX", "is the gradient of the loss with respect to X, of X's shape"),
        Term(".*", "multiplies entry by entry, which lectures write as a circled dot"),
        Term("logarithms", "are natural"),
        Term("agreement", "a relative error of at most 1e-9, absolute for numbers below 1"),
      ]),
      .paragraph(
        "import LinearAlgebra gives Vector, Matrix and stable softmax, log softmax, sigmoid and log sigmoid. Declarations of the starter "
          + "stay as they are; helpers of your own are welcome. todo() marks what is not written yet."),
    ])

  /// What a shell sees.
  static let exitCodes = HelpTopic(
    name: "exit-codes", title: "how commands end",
    pieces: [
      .terms([
        Term("0", "passed; of other commands: all is well"),
        Term("1", "not passed; a command declines, or a course has problems"),
        Term("2", "the command line was not understood, or the file or exercise that it names cannot be used"),
        Term("3", "something is missing or broken that is not the file's fault; never a grade"),
      ])
    ])

  /// The variables.
  static let environment = HelpTopic(
    name: "environment", title: "variables that are looked at",
    pieces: [
      .terms([
        Term("NO_COLOR, TERM=dumb", "no colours; colour never says what words do not"),
        Term("GRADUS_PLAIN", "like --plain: words in lines, no colour, no full screen, for screen readers"),
        Term("GRADUS_TOOLCHAIN", "the folder of a Swift toolchain, in place of the one on PATH"),
        Term("GRADUS_HOME", "a checkout or a share/gradus folder to take modules and course from"),
        Term("GRADUS_CACHE", "where prepared modules are kept"),
        Term("GRADUS_SANDBOX", "the sandbox to use, as with --sandbox"),
        Term("PAGER, COLUMNS", "how gradus read shows long texts"), Term("TMPDIR", "where files are compiled"),
      ])
    ])
}
