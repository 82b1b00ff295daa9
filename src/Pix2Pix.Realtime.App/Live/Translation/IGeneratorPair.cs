using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>Runs a generator and an optional second one on the same input. Thread contract: see each implementation.</summary>
internal interface IGeneratorPair
{
    /// <summary>The shapes of both; null before the first was published.</summary>
    (FrameShape Input, FrameShape Output)? Shapes { get; }

    /// <summary>The second generator in use; null until one was adopted.</summary>
    GeneratorInfo? SecondInfo { get; }

    /// <summary>How the two are shown, from the next translation on.</summary>
    GeneratorMix Mix { get; set; }

    /// <summary>Any thread: puts a warm generator of the same shapes beside the first, in the place of the second in use.</summary>
    /// <returns>Whether it has the face that runs here; then it is owned here, else it stays the caller's.</returns>
    bool TryPublishSecond(IGenerator generator);
}
