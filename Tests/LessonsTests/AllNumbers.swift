/// The numbers of every lesson, in the order of the lessons.
let lessonNumbers: [LessonNumbers] = [
  bpttNumbers,
  vanishingNumbers,
  clippingNumbers,
  initialisationNumbers,
  parameterCountNumbers,
  withoutTheFullSoftmaxNumbers,
  gloveNumbers,
  biasNumbers,
]
