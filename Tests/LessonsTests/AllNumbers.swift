/// The numbers of every lesson, in the order of the lessons.
let lessonNumbers: [LessonNumbers] = [
  bpttNumbers,
  withoutTheFullSoftmaxNumbers,
  gloveNumbers,
  biasNumbers,
]
