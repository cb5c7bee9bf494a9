import Wire

@testable import Solutions

/// The reference of an exercise: its functions, and where its file lies.
struct Reference {
  let exercise: String
  let topic: String
  let functions: [Function]

  static var all: [Reference] {
    [bptt, lstmGates, gruGates, softmaxVersusSampling, gloveLoss, biasNeutralise]
  }

  static func named(_ exercise: String) -> Reference? { all.first { $0.exercise == exercise } }

  private static var bptt: Reference {
    Reference(
      exercise: "bptt", topic: "03-recurrent",
      functions: [
        Function("rnnForward", rnnForward), Function("sequenceLoss", sequenceLoss),
        Function("scoreGradient", scoreGradient), Function("stateGradient", stateGradient),
        Function("preActivationGradient", preActivationGradient),
        Function("outputWeightGradient", outputWeightGradient),
        Function("recurrentWeightGradient", recurrentWeightGradient),
        Function("inputWeightGradient", inputWeightGradient), Function("biasGradient", biasGradient),
        Function("initialStateGradient", initialStateGradient), Function("bptt", Solutions.bptt),
      ])
  }

  private static var lstmGates: Reference {
    Reference(
      exercise: "lstm-gates", topic: "04-long-term",
      functions: [
        Function("lstmForgetGate", lstmForgetGate), Function("lstmInputGate", lstmInputGate),
        Function("lstmOutputGate", lstmOutputGate), Function("lstmCandidate", lstmCandidate),
        Function("lstmCell", lstmCell), Function("lstmHidden", lstmHidden), Function("lstmStep", lstmStep),
        Function("lstmSequence", lstmSequence), Function("splitWeights", splitWeights),
      ])
  }

  private static var gruGates: Reference {
    Reference(
      exercise: "gru-gates", topic: "04-long-term",
      functions: [
        Function("gruUpdateGate", gruUpdateGate), Function("gruResetGate", gruResetGate),
        Function("gruCandidate", gruCandidate), Function("gruHidden", gruHidden), Function("gruStep", gruStep),
        Function("gruSequence", gruSequence),
      ])
  }

  private static var softmaxVersusSampling: Reference {
    Reference(
      exercise: "softmax-versus-sampling", topic: "05-embeddings",
      functions: [
        Function("softmaxLoss", softmaxLoss), Function("softmaxGradients", softmaxGradients),
        Function("samplingLoss", samplingLoss), Function("samplingGradients", samplingGradients),
      ])
  }

  private static var gloveLoss: Reference {
    Reference(
      exercise: "glove-loss", topic: "05-embeddings",
      functions: [
        Function("gloveWeight", gloveWeight), Function("glovePairError", glovePairError),
        Function("gloveLoss", Solutions.gloveLoss), Function("gloveGradients", gloveGradients),
      ])
  }

  private static var biasNeutralise: Reference {
    Reference(
      exercise: "bias-neutralise", topic: "05-embeddings",
      functions: [
        Function("biasComponent", biasComponent), Function("neutralise", neutralise),
        Function("neutraliseAll", neutraliseAll),
      ])
  }
}
