package import Charts

/// The figures of the course, by the names that lessons use: `![...](figure:NAME "caption")`.
package let courseFigures = FigureCatalogue([
  "frames": framesFigure,
  "unseen-ngrams": unseenNGramsFigure,
  "word-losses": wordLossesFigure,
  "activations": activationsFigure,
  "truncated-reach": truncatedReachFigure,
  "temperatures": temperaturesFigure,
  "clipping": clippingFigure,
  "gradient-norms": gradientNormsFigure,
  "first-weights": firstWeightsFigure,
  "cell-memory": cellMemoryFigure,
  "dropout-memory": dropoutMemoryFigure,
  "softmax-cost": softmaxCostFigure,
  "glove-weighting": gloveWeightingFigure,
  "analogy": analogyFigure,
  "neutralise": neutraliseFigure,
  "equalise": equaliseFigure,
])
