internal import Course
internal import Files
internal import Glibc
internal import Grading
internal import MiniatureCourse

// Grades many submissions, a tenth of them hostile, in one process, and compares what the process holds at the end with the beginning.
// usage: soak GRADINGS [SANDBOX], in a checkout; ends with 0 if nothing has grown.

do {
  let words = CommandLine.arguments
  let number = words.count > 1 ? Int(words[1]) ?? 0 : 2000
  let installation = try Installation.around(executable: "/proc/self/exe")
  let wish = SandboxWish(tier: words.count > 2 ? words[2] : nil)
  let soak = try Soak(
    home: installation.course, grader: Grader.ready(installation, sandbox: wish) { print("soak: \($0)") })
  exit(try soak.run(number) ? 0 : 1)
} catch {
  print("soak: \(error)")
  exit(3)
}
