using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>What a discriminator makes of pairs at one scale. Its tensors belong to the dispose scope in which they were made.</summary>
/// <param name="Answers"><c>[N,1,h,w] float32</c>, unbounded: how real each patch or pixel looks.</param>
/// <param name="Activations">Of the inner layers, first to last: <c>[N,C,h,w]</c> in the arithmetic of the convolutions.</param>
internal readonly record struct Judgement(Tensor Answers, IReadOnlyList<Tensor> Activations);
