using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Shared;

/// <summary>
/// A generator of two layers for tests whose pictures must never change: each output pixel is a colour mix of the input pixel at the same
/// place, so paint shows where it was put and in another colour. <c>output = tanh(second · relu(first · input))</c>.
/// </summary>
internal static class TwoLayerModel
{
    private const int Hidden = 6;

    /// <summary>Writes a snapshot with metadata and probe, as the trainer would.</summary>
    public static void Write(string path, int width = 64, int height = 64, int inputChannels = 3, int outputChannels = 3, long step = 1, Direction direction = Direction.BtoA)
    {
        var (input, output) = (new FrameShape(inputChannels, height, width), new FrameShape(outputChannels, height, width));
        var graph = new GraphBuilder("two-layers", input, output);
        var first = graph.Weight("first", new WeightTensor([Hidden, inputChannels, 1, 1], First(inputChannels)));
        var second = graph.Weight("second", new WeightTensor([outputChannels, Hidden, 1, 1], Second(outputChannels)));
        var hidden = graph.Relu("relu", graph.Conv("mix", GraphBuilder.Input, first, null, kernel: 1, stride: 1, pads: 0));
        var model = graph.Build(graph.Tanh("tanh", graph.Conv("blend", hidden, second, null, kernel: 1, stride: 1, pads: 0)));

        const ulong seed = 1;
        var answer = new float[output.Count];
        Translate(Probe.Input(seed, input), answer, inputChannels, outputChannels);
        OnnxFile.Write(path, model, new SnapshotMetadata(
            direction, width, height, ValueRange.Signed, "cmp-facade", NormStatistics.Image, WeightPrecision.Fp32, "two-layers", step, Probe.Of(seed, answer)));
    }

    /// <summary>The same translation of one colour.</summary>
    public static Rgb Translate(Rgb color)
    {
        Span<float> answer = stackalloc float[3];
        Translate([(color.R / 127.5f) - 1, (color.G / 127.5f) - 1, (color.B / 127.5f) - 1], answer);
        return new Rgb(Byte(answer[0]), Byte(answer[1]), Byte(answer[2]));

        static byte Byte(float value) => (byte)Math.Clamp(Math.Round((value * 127.5f) + 127.5f), 0, 255);
    }

    /// <summary>The same translation in plain arithmetic: planar, -1..1.</summary>
    public static void Translate(ReadOnlySpan<float> input, Span<float> output, int inputChannels = 3, int outputChannels = 3)
    {
        var (first, second) = (First(inputChannels), Second(outputChannels));
        var pixels = input.Length / inputChannels;
        Span<float> hidden = stackalloc float[Hidden];
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            for (var h = 0; h < Hidden; h++)
            {
                var sum = 0f;
                for (var c = 0; c < inputChannels; c++)
                {
                    sum += first[(h * inputChannels) + c] * input[(c * pixels) + pixel];
                }

                hidden[h] = MathF.Max(sum, 0f);
            }

            for (var c = 0; c < outputChannels; c++)
            {
                var sum = 0f;
                for (var h = 0; h < Hidden; h++)
                {
                    sum += second[(c * Hidden) + h] * hidden[h];
                }

                output[(c * pixels) + pixel] = MathF.Tanh(sum);
            }
        }
    }

    // Hidden unit h sees channel h/2 with one sign each, and output c takes channel c+1: red paint comes out in another colour.
    private static float[] First(int inputs)
    {
        var weights = new float[Hidden * inputs];
        for (var h = 0; h < Hidden; h++)
        {
            weights[(h * inputs) + (h / 2 % inputs)] = h % 2 == 0 ? 1f : -1f;
        }

        return weights;
    }

    private static float[] Second(int outputs)
    {
        var weights = new float[outputs * Hidden];
        for (var c = 0; c < outputs; c++)
        {
            for (var h = 0; h < Hidden; h++)
            {
                var strength = h / 2 == (c + 1) % 3 ? 1.2f : 0.15f;
                weights[(c * Hidden) + h] = h % 2 == 0 ? strength : -strength;
            }
        }

        return weights;
    }
}
