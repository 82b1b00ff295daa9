using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Generators;

/// <summary>
/// Something that translates pictures. It comes with one of two faces, and callers ask which one they hold:
/// <see cref="ITensorGenerator"/> (memory in, memory out) or <see cref="ITextureGenerator"/> (texture in, texture out).
/// Disposed by its runner, on the runner's thread.
/// </summary>
public interface IGenerator : IDisposable
{
    GeneratorInfo Info { get; }

    /// <summary>The style of the next translations, which any thread may set; null = the generator knows no styles.</summary>
    StyleInput? Style => null;
}
