package import Grading

/// The checks of every exercise of the course, by the exercise's identifier.
package let courseChecks: [String: @Sendable () -> ExerciseChecks] = [
  "ngram": ngramChecks,
  "softmax-cross-entropy": softmaxCrossEntropyChecks,
  "fixed-window-lm": fixedWindowLMChecks,
  "rnn-forward": rnnForwardChecks,
  "sequence-loss": sequenceLossChecks,
  "bptt": bpttChecks,
  "truncated-bptt": truncatedBPTTChecks,
  "jacobian-product": jacobianProductChecks,
  "gradient-clipping": gradientClippingChecks,
  "recurrent-initialisation": recurrentInitialisationChecks,
  "lstm-gates": lstmGatesChecks,
  "parameter-count": parameterCountChecks,
  "bidirectional-rnn": bidirectionalRNNChecks,
  "deep-rnn": deepRNNChecks,
  "gru-gates": gruGatesChecks,
  "gru-conventions": gruConventionsChecks,
  "gru-backward": gruBackwardChecks,
  "lstm-backward": lstmBackwardChecks,
  "softmax-versus-sampling": softmaxVersusSamplingChecks,
  "glove-loss": gloveLossChecks,
  "bias-neutralise": biasNeutraliseChecks,
]
