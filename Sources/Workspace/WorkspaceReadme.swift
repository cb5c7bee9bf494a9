internal import Course

/// The page that explains a workspace.
enum WorkspaceReadme {
  static func text(_ catalogue: Catalogue) -> String {
    let first = LearningPath(catalogue).recommended.first
    let id = first?.id.rawValue ?? "ID"
    let file = first.map { Workspace.file(of: $0.location) } ?? "exercises/TOPIC/ID.swift"
    return """
      # Your workspace

      Exercises to work on, the lessons that explain them, and `gradus`, which says how far you have come. Everything works
      without a network.

      ## How it goes

      1. `gradus` says where you are and what is next.
      2. `gradus read` shows the lesson; the same text stands in `lessons/`.
      3. Open the exercise's file, such as `\(file)`, and put your code in place of each `todo`. What is asked for
         stands beside it, in the file that ends in `.md`.
      4. Leave `gradus watch` running in a terminal: it checks the file whenever you save it. Or run `gradus check` yourself.
      5. When all checks pass, `gradus next` goes on.

      | command | what it does |
      | --- | --- |
      | `gradus` | where you are, what is next |
      | `gradus watch` | checks at every save; keys for hint, lesson and next |
      | `gradus check` | checks the present exercise; `gradus check \(id)` that one |
      | `gradus hint` | a hint; there are three, each asked for |
      | `gradus read` | the lesson |
      | `gradus next`, `gradus skip` | goes on; puts an exercise off |
      | `gradus next \(id)` | takes that one: the order is a recommendation |
      | `gradus path` | what needs what, the recommended order and the fast track |
      | `gradus progress` | topics, points, attempts and time |
      | `gradus reset` | back to the starter; keeps your file in `backups/` |
      | `gradus solution` | the reference, once you have passed or with `--give-up` |
      | `gradus help workspace` | more about all this |

      ## Your editor

      With the Swift extension of VS Code, or any editor that speaks to `sourcekit-lsp`, completion and "go to definition" work in
      every exercise, into the toolbox `LinearAlgebra` as well. Each exercise is a target of its own, so that one which does not
      compile disturbs no other. In VS Code, *Run Build Task* checks the exercise in front of you.

      ## Whose files these are

      What you write in `exercises/*/*.swift` is yours and is never overwritten. The rest is ours: `gradus init .` brings it up to
      date, leaves alone what you have changed, and says so. `.gradus/` holds the record of your progress; its `journal` is text and
      may go into version control with your work.

      """
  }
}
