namespace Pix2Pix.Realtime.Generators;

/// <summary>
/// A texture generator that can spread one translation over several frames, so that the window stays responsive on a slow GPU. Thread contract: the GL
/// thread only, with its context current.
/// </summary>
public interface ISlicedGenerator : ITextureGenerator
{
    /// <summary>Whether the GPU has done all that it was asked for: the time to ask for more.</summary>
    bool IsIdle { get; }

    /// <summary>Takes the input as it is now; later changes to the texture count for the next translation. One that is under way is given up.</summary>
    /// <param name="inputTexture">As in <see cref="ITextureGenerator.Translate"/>.</param>
    void Begin(uint inputTexture);

    /// <summary>Asks the GPU for about so much of its time, and for one step at least; returns before it is done.</summary>
    /// <param name="budget">Time on the GPU, by what the steps took before.</param>
    /// <param name="outputTexture">As in <see cref="ITextureGenerator.Translate"/>; it is overwritten with the last step.</param>
    /// <returns>Whether that was the last step.</returns>
    bool Continue(TimeSpan budget, uint outputTexture);
}
