package import Grading

/// The checks of every exercise of the course, by the exercise's identifier.
package let courseChecks: [String: @Sendable () -> ExerciseChecks] = [
  "rnn-forward": rnnForwardChecks,
  "sequence-loss": sequenceLossChecks,
  "bptt": bpttChecks,
  "truncated-bptt": truncatedBPTTChecks,
  "jacobian-product": jacobianProductChecks,
  "gradient-clipping": gradientClippingChecks,
  "recurrent-initialisation": recurrentInitialisationChecks,
  "lstm-gates": lstmGatesChecks,
  "parameter-count": parameterCountChecks,
  "gru-gates": gruGatesChecks,
  "softmax-versus-sampling": softmaxVersusSamplingChecks,
  "glove-loss": gloveLossChecks,
  "bias-neutralise": biasNeutraliseChecks,
]
