internal import Commands
internal import Glibc
internal import MiniatureCourse

// The command of the miniature course: what a second course needs besides its folders and its checks.
let miniature = Gradus(executable: "/proc/self/exe") { miniatureChecks[$0]?() }
exit(miniature.run(CommandLine.arguments).rawValue)
