import LinearAlgebra
import Wire

@testable import Solutions

extension RNNParameters: Structure {
  static var layout: StructureLayout<Self> {
    StructureLayout("RNNParameters", ["Wx", "Wh", "bh", "Wy", "by"], Self.init(Wx:Wh:bh:Wy:by:))
  }
  var values: [Value] { [Wx.value, Wh.value, bh.value, Wy.value, by.value] }
}

extension RNNStates: Structure {
  static var layout: StructureLayout<Self> { StructureLayout("RNNStates", ["h", "z"], Self.init(h:z:)) }
  var values: [Value] { [h.value, z.value] }
}

extension RNNGradients: Structure {
  static var layout: StructureLayout<Self> {
    StructureLayout(
      "RNNGradients", ["dWx", "dWh", "dbh", "dWy", "dby", "dh0"], Self.init(dWx:dWh:dbh:dWy:dby:dh0:))
  }
  var values: [Value] { [dWx.value, dWh.value, dbh.value, dWy.value, dby.value, dh0.value] }
}

extension LSTMParameters: Structure {
  static var layout: StructureLayout<Self> {
    StructureLayout(
      "LSTMParameters", ["Wf", "Wi", "Wo", "Wc", "bf", "bi", "bo", "bc"],
      Self.init(Wf:Wi:Wo:Wc:bf:bi:bo:bc:))
  }
  var values: [Value] {
    [Wf.value, Wi.value, Wo.value, Wc.value, bf.value, bi.value, bo.value, bc.value]
  }
}

extension LSTMState: Structure {
  static var layout: StructureLayout<Self> { StructureLayout("LSTMState", ["h", "c"], Self.init(h:c:)) }
  var values: [Value] { [h.value, c.value] }
}

extension SplitWeights: Structure {
  static var layout: StructureLayout<Self> { StructureLayout("SplitWeights", ["Wh", "Wx"], Self.init(Wh:Wx:)) }
  var values: [Value] { [Wh.value, Wx.value] }
}

extension GRUParameters: Structure {
  static var layout: StructureLayout<Self> {
    StructureLayout(
      "GRUParameters", ["Wz", "Wr", "bz", "br", "Wh", "Wx", "bh"], Self.init(Wz:Wr:bz:br:Wh:Wx:bh:))
  }
  var values: [Value] { [Wz.value, Wr.value, bz.value, br.value, Wh.value, Wx.value, bh.value] }
}

extension SoftmaxGradients: Structure {
  static var layout: StructureLayout<Self> { StructureLayout("SoftmaxGradients", ["dv", "dU"], Self.init(dv:dU:)) }
  var values: [Value] { [dv.value, dU.value] }
}

extension RowGradient: Structure {
  static var layout: StructureLayout<Self> {
    StructureLayout("RowGradient", ["row", "gradient"], Self.init(row:gradient:))
  }
  var values: [Value] { [row.value, gradient.value] }
}

extension SamplingGradients: Structure {
  static var layout: StructureLayout<Self> { StructureLayout("SamplingGradients", ["dv", "dU"], Self.init(dv:dU:)) }
  var values: [Value] { [dv.value, dU.value] }
}

extension GloVeParameters: Structure {
  static var layout: StructureLayout<Self> {
    StructureLayout("GloVeParameters", ["W", "C", "b", "c"], Self.init(W:C:b:c:))
  }
  var values: [Value] { [W.value, C.value, b.value, c.value] }
}

extension GloVeGradients: Structure {
  static var layout: StructureLayout<Self> {
    StructureLayout("GloVeGradients", ["dW", "dC", "db", "dc"], Self.init(dW:dC:db:dc:))
  }
  var values: [Value] { [dW.value, dC.value, db.value, dc.value] }
}
