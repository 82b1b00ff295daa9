namespace Pix2Pix.Realtime.App.Testing;

/// <summary>How well one pair was translated.</summary>
/// <param name="Name">The pair's name in its dataset.</param>
/// <param name="L1">Mean absolute difference to the target, 0..1; lower is better.</param>
/// <param name="Psnr">In dB; higher is better.</param>
/// <param name="Ssim">-1..1; higher is better.</param>
/// <param name="Pictures">Input, output and target side by side, as a JPEG file's bytes.</param>
internal sealed record PairScore(string Name, double L1, double Psnr, double Ssim, byte[] Pictures);
