using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Generators;

/// <summary>
/// A generator: it translates pictures. It is either an <see cref="ITensorGenerator"/> (memory in, memory out) or an <see cref="ITextureGenerator"/>
/// (texture in, texture out); callers test which. It is disposed on the thread that runs it.
/// </summary>
public interface IGenerator : IDisposable
{
    /// <summary>What it reads and writes, and where it runs. Any thread.</summary>
    GeneratorInfo Info { get; }

    /// <summary>The style of the next translations, which any thread may set; null = the generator knows no styles.</summary>
    StyleInput? Style => null;
}
