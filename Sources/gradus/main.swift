internal import Checks
internal import Commands
internal import Glibc

let gradus = Gradus(executable: "/proc/self/exe") { courseChecks[$0]?() }
exit(gradus.run(CommandLine.arguments).rawValue)
