package import Charts

/// The figures of the course, by the names that lessons use: `![...](figure:NAME "caption")`.
package let courseFigures = FigureCatalogue([
  "frames": framesFigure,
  "activations": activationsFigure,
  "clipping": clippingFigure,
  "gradient-norms": gradientNormsFigure,
  "cell-memory": cellMemoryFigure,
  "softmax-cost": softmaxCostFigure,
  "glove-weighting": gloveWeightingFigure,
  "analogy": analogyFigure,
  "neutralise": neutraliseFigure,
  "equalise": equaliseFigure,
  "trained-analogy": trainedAnalogyFigure,
  "professions": professionsFigure,
  "stereotype-left": stereotypeLeftFigure,
])
