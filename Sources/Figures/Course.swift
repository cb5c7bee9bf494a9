package import Charts

/// The figures of the course, by the names that lessons use: `![...](figure:NAME "caption")`.
package let courseFigures = FigureCatalogue([
  "sequence-tasks": sequenceTasksFigure,
  "frames": framesFigure,
  "unseen-ngrams": unseenNGramsFigure,
  "word-losses": wordLossesFigure,
  "unrolled": unrolledFigure,
  "activations": activationsFigure,
  "truncated-reach": truncatedReachFigure,
  "temperatures": temperaturesFigure,
  "clipping": clippingFigure,
  "gradient-norms": gradientNormsFigure,
  "first-weights": firstWeightsFigure,
  "gru-cell": gruCellFigure,
  "lstm-cell": lstmCellFigure,
  "cell-memory": cellMemoryFigure,
  "dropout-memory": dropoutMemoryFigure,
  "softmax-cost": softmaxCostFigure,
  "glove-weighting": gloveWeightingFigure,
  "featurised": featurisedFigure,
  "analogy": analogyFigure,
  "singular-directions": singularDirectionsFigure,
  "neutralise": neutraliseFigure,
  "equalise": equaliseFigure,
  "fine-tuning": fineTuningFigure,
])
