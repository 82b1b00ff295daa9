namespace Pix2Pix.Realtime.Onnx;

/// <summary>A batch norm's vectors, one value a channel: scale, shift, and the mean and variance of the training data.</summary>
internal readonly record struct RunningNorm(WeightTensor Scale, WeightTensor Shift, WeightTensor Mean, WeightTensor Variance);
