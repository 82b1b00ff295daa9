namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Everything that fixes a convolution.</summary>
/// <param name="Inputs">Channels in.</param>
/// <param name="Outputs">Channels out.</param>
/// <param name="Kernel">Its side, in pixels.</param>
/// <param name="Stride">Pixels.</param>
/// <param name="Padding">Zeros on each side, in pixels.</param>
/// <param name="Transposed">Multiplies the sides by its stride instead of dividing them; an odd kernel then pads the output by one.</param>
/// <param name="Twice">Doubles the sides by nearest neighbour before it convolves.</param>
/// <param name="Block">Of its outputs every so many squared become one channel of blocks of so many pixels a side; 1 = they stay channels.</param>
internal readonly record struct ConvolutionShape(int Inputs, int Outputs, int Kernel, int Stride, int Padding, bool Transposed = false, bool Twice = false, int Block = 1);
