/// The numbers of every lesson, in the order of the lessons.
let lessonNumbers: [LessonNumbers] = [
  languageModellingNumbers,
  ngramNumbers,
  softmaxCrossEntropyNumbers,
  fixedWindowNumbers,
  recurrentCellNumbers,
  trainingNumbers,
  bpttNumbers,
  truncatedBPTTNumbers,
  vanishingNumbers,
  clippingNumbers,
  initialisationNumbers,
  parameterCountNumbers,
  bothDirectionsNumbers,
  withoutTheFullSoftmaxNumbers,
  gloveNumbers,
  biasNumbers,
]
