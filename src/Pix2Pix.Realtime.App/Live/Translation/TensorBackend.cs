using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>Generators that read and write numbers in memory: they run on a thread of their own, and their answers become textures here.</summary>
/// <param name="stamps">Shared with the other face.</param>
/// <param name="fail">Called on the translator thread with a generator's fault.</param>
internal sealed class TensorBackend(LiveContext live, InputSequence stamps, Action<Exception> fail) : ITranslatorBackend
{
    private readonly TensorPictures _pictures = new(live.Device);
    private readonly PresentDelay _hold = new(live);
    private TensorTranslator? _translator;

    public GeneratorInfo? Info => _translator?.Info;

    public Texture? Picture => _pictures.Shown;

    public Texture? SecondPicture => _pictures.Second;

    public IGeneratorPair? Pair => _translator;

    public bool TryPublish(IGenerator generator)
    {
        if (generator is not ITensorGenerator tensor)
        {
            return false;
        }

        _translator ??= new TensorTranslator(generator.Info.Input, generator.Info.Output, live.Pump.Wake, fail);
        _translator.Publish(tensor);
        return true;
    }

    public FrameStamp? Update(TranslatorInput input)
    {
        if (_translator is not { } translator)
        {
            return null;
        }

        if (stamps.IsNew(input))
        {
            var buffer = translator.Writing;
            input.Encode(buffer);
            buffer.Stamp = stamps.Take(input);
            translator.Submit();
            _hold.Begin();
        }

        if (live.Pump.IsStepped)
        {
            translator.WaitForNewest();
        }

        if (!translator.TryTake())
        {
            return null;
        }

        _pictures.Upload(translator.Reading);
        _hold.End();
        return translator.Reading.Shown.Stamp;
    }

    public void Read(PixelImage into) => _translator!.Read(into);

    public void Dispose()
    {
        _translator?.Dispose();
        _pictures.Dispose();
    }
}
