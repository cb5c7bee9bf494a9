internal import Course

extension HTMLText {
  /// Writes a card that leads to an exercise: its title, what it gives and asks for, how to start.
  mutating func card(_ entry: CourseGuide.ExerciseEntry, _ links: PageLinks?) {
    let id = entry.exercise.id
    html("<aside class=\"card\" aria-label=\"Exercise\">\n<p class=\"card-title\">")
    html("<span class=\"kind\">Exercise</span> ")
    let root = links?.hasExercises == true ? links?.root : nil
    if let root { html("<a href=\"\(root)exercises/\(id).html\">") }
    text(entry.exercise.title)
    html(root == nil ? "</p>\n" : "</a></p>\n")
    facts(entry)
    html("<p class=\"start\">Write your code into ")
    if let root {
      html("<a href=\"\(root)exercises/\(id).swift\" download=\"\(id).swift\"><code>\(id).swift</code></a>")
    } else {
      html("<code>")
      text(entry.starter)
      html("</code>")
    }
    html(" and run <code>gradus check \(id)</code>. A workspace (<code>gradus init</code>) holds the file already; ")
    html("without one, copy it to a folder of your own.</p>\n</aside>\n")
  }

  /// Writes points, difficulty and time.
  mutating func facts(_ entry: CourseGuide.ExerciseEntry) {
    let exercise = entry.exercise
    html("<ul class=\"facts\">")
    if let points = entry.points { html("<li>\(points) point\(points == 1 ? "" : "s")</li>") }
    html("<li><span class=\"level level-\(exercise.difficulty)\" aria-hidden=\"true\"></span>")
    html("\(exercise.difficultyWord)</li>")
    html("<li>about \(exercise.minutes) minute\(exercise.minutes == 1 ? "" : "s")</li></ul>\n")
  }
}
