using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>One of the two faces that generators have, tensors or textures, as the scene's <c>Translator</c> runs it. GL thread.</summary>
internal interface ITranslatorBackend : IDisposable
{
    /// <summary>The generator in use; null while there is none.</summary>
    GeneratorInfo? Info { get; }

    /// <summary>The newest translation; null before the first.</summary>
    Texture? Picture { get; }

    /// <summary>The second generator's newest translation, while two are shown beside each other; null otherwise.</summary>
    Texture? SecondPicture { get; }

    /// <summary>The current generator's runner; null while there is none.</summary>
    IGeneratorPair? Pair { get; }

    /// <summary>Puts a warm generator in the place of the one in use.</summary>
    /// <returns>Whether it has this face; then it is owned here, else it stays the caller's.</returns>
    bool TryPublish(IGenerator generator);

    /// <summary>A frame's turn: gives a new input to the generator, and takes what is done.</summary>
    /// <returns>The stamp of the translation that arrived with this; null = none did.</returns>
    FrameStamp? Update(TranslatorInput input);

    /// <summary>Copies <see cref="Picture"/> into memory.</summary>
    /// <param name="into">Of the picture's size; overwritten.</param>
    void Read(PixelImage into);
}
