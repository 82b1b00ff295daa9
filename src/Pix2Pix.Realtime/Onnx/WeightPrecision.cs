namespace Pix2Pix.Realtime.Onnx;

/// <summary>How a file stores its weights; it decides how closely the probe's answers must agree.</summary>
internal enum WeightPrecision { Fp32, Fp16, Int8 }
