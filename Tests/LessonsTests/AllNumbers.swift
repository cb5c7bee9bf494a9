/// The numbers of every lesson, in the order of the lessons.
let lessonNumbers: [LessonNumbers] = [
  recurrentCellNumbers,
  trainingNumbers,
  bpttNumbers,
  truncatedBPTTNumbers,
  vanishingNumbers,
  clippingNumbers,
  initialisationNumbers,
  parameterCountNumbers,
  withoutTheFullSoftmaxNumbers,
  gloveNumbers,
  biasNumbers,
]
