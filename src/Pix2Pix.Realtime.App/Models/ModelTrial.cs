using System.Diagnostics;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx.Foreign;

namespace Pix2Pix.Realtime.App.Models;

/// <summary>Loads a generator, which checks its probe, and lets it translate the canvas a few times: its picture and its speed on this machine. Any thread.</summary>
internal static class ModelTrial
{
    private const int Runs = 5;

    /// <param name="entry">The file.</param>
    /// <param name="labels">What it translates, in the palette's colours, any size.</param>
    /// <param name="palette">The classes of <paramref name="labels"/>.</param>
    public static ModelEntry Run(ModelEntry entry, PixelImage labels, Palette palette)
    {
        try
        {
            entry = entry with { Card = ModelCard.Read(entry.Path, new ForeignOptions { Palette = palette }) };
            using var generator = GeneratorLoader.Load(entry.Path, new LoadOptions { Provider = ExecutionProvider.Cpu, Palette = palette });
            var info = generator.Info;
            using var input = new TensorBuffer(info.Input);
            using var output = new TensorBuffer(info.Output);
            PixelConvert.Encode(labels.ResizeNearest(info.Input.Width, info.Input.Height), input.Values, info.Input);
            var times = new double[Runs];
            for (var i = 0; i < Runs; i++)
            {
                var start = Stopwatch.GetTimestamp();
                generator.Translate(input, output);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(times);
            var picture = new PixelImage(info.Output.Width, info.Output.Height);
            PixelConvert.Decode(output.Values, info.Output, picture);
            return entry with { Thumbnail = picture, Milliseconds = times[Runs / 2] };
        }
        catch (UserException fault)
        {
            return entry with { Fault = fault.Message };
        }
    }
}
