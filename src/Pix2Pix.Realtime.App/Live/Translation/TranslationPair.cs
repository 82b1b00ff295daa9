using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>The result of a translation: the displayed texture, and the second generator's when two are shown side by side.</summary>
/// <remarks>One owner at a time; <see cref="LatestExchange{T}"/> passes the ownership on.</remarks>
internal sealed class TranslationPair(FrameShape shape) : IDisposable
{
    /// <summary>The first generator's answer, or the mixture of both.</summary>
    public TensorBuffer Shown { get; } = new(shape);

    /// <summary>The second generator's answer; valid while <see cref="HasSecond"/>.</summary>
    public TensorBuffer Second { get; } = new(shape);

    /// <summary>Whether both generators ran and neither answer was mixed into the other.</summary>
    public bool HasSecond { get; set; }

    public void Dispose()
    {
        Shown.Dispose();
        Second.Dispose();
    }
}
