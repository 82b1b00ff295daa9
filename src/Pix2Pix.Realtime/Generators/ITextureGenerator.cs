namespace Pix2Pix.Realtime.Generators;

/// <summary>
/// A generator on the GPU: it reads the input texture and writes the output texture, without an upload or a read-back. Thread contract: the GL thread
/// only, with its context current.
/// </summary>
public interface ITextureGenerator : IGenerator
{
    /// <summary>Translates one picture.</summary>
    /// <param name="inputTexture">The name of an RGBA8 2-D texture of the input's size, 0..1, row 0 = top. Only read.</param>
    /// <param name="outputTexture">The name of an RGBA8 2-D texture of the output's size; it is overwritten.</param>
    void Translate(uint inputTexture, uint outputTexture);
}
