namespace Pix2Pix.Realtime.Generators;

/// <summary>
/// Something that translates pictures. It comes with one of two faces, and whoever runs a generator asks which one it holds:
/// <see cref="ITensorGenerator"/> (memory in, memory out) or <see cref="ITextureGenerator"/> (texture in, texture out).
/// Disposed by whoever runs it, on the thread that runs it.
/// </summary>
public interface IGenerator : IDisposable
{
    GeneratorInfo Info { get; }
}
