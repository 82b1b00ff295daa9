using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Generators;

/// <summary>A generator that reads and writes memory. Thread contract: one thread at a time.</summary>
public interface ITensorGenerator : IGenerator
{
    /// <summary>Translates one picture; returns when <paramref name="output"/> is filled. No allocation after the first call per pair of buffers.</summary>
    /// <param name="input">Shape <see cref="GeneratorInfo.Input"/>, -1..1. Only read.</param>
    /// <param name="output">Shape <see cref="GeneratorInfo.Output"/>, becomes -1..1. The caller sets its stamp.</param>
    /// <remarks>Both buffers must live until the generator is disposed: it may keep bindings over their memory.</remarks>
    /// <exception cref="OperationCanceledException"><see cref="Cancel"/> was called meanwhile; <paramref name="output"/> is then not to be shown.</exception>
    void Translate(TensorBuffer input, TensorBuffer output);

    /// <summary>Ends the translation that is running soon, if there is one and the generator can. Thread contract: any thread, until the generator is disposed.</summary>
    void Cancel()
    {
    }
}
