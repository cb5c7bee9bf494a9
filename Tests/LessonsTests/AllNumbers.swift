/// The numbers of every lesson, in the order of the lessons.
let lessonNumbers: [LessonNumbers] = [
  recurrentCellNumbers,
  trainingNumbers,
  bpttNumbers,
  vanishingNumbers,
  clippingNumbers,
  initialisationNumbers,
  parameterCountNumbers,
  truncatedBPTTNumbers,
  withoutTheFullSoftmaxNumbers,
  gloveNumbers,
  biasNumbers,
]
