// expected: one-mask-for-two-uses
// mistaken: sequenceMasks

func sequenceMasks(_ ux: Vector, _ uh: Vector, _ uy: Vector, _ keep: Double) -> DropoutMasks {
  let state = dropoutMask(uy, keep)
  return DropoutMasks(mx: dropoutMask(ux, keep), mh: state, my: state)
}
