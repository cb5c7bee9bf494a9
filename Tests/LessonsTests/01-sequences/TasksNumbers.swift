/// The sizes of the lesson on speech and language problems.
let tasksNumbers: LessonNumbers = {
  let (H, V, T) = (500.0, 10_000.0, 20.0)
  return LessonNumbers(
    "tasks", given: ["500", "10000", "20", "17", "21"],
    computed: [("flattened", [H * V * T]), ("one matrix for all positions", [H * V])])
}()
