using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>The outputs of tensor generators as textures. GL thread.</summary>
internal sealed class TensorPictures(GraphicsDevice device) : IDisposable
{
    private readonly TensorPass _shown = new(device);
    private readonly TensorPass _second = new(device);
    private bool _hasSecond;

    /// <summary>The first generator's answer, or the mixture of both; null before the first.</summary>
    public Texture? Shown => _shown.Picture;

    /// <summary>The second generator's answer while two are shown beside each other; null otherwise.</summary>
    public Texture? Second => _hasSecond ? _second.Picture : null;

    public void Upload(TranslationPair pair)
    {
        _shown.Upload(pair.Shown);
        _hasSecond = pair.HasSecond;
        if (_hasSecond)
        {
            _second.Upload(pair.Second);
        }
    }

    public void Dispose()
    {
        _shown.Dispose();
        _second.Dispose();
    }
}
