using Onnx;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Metrics;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Quantization;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Export;

/// <summary>Makes an int8 file of a generator, and measures it against the one that it was made of.</summary>
internal sealed class Int8Export
{
    /// <summary>The share of a value's numbers that bytes need not reach: rarer ones would make every step between bytes coarser.</summary>
    private const double Outside = 1e-5;

    private const int Turns = 31;

    private readonly string _source;
    private readonly ModelProto _model;
    private readonly SnapshotMetadata? _metadata;
    private readonly CalibrationPictures _pictures;

    /// <param name="source">The .onnx file of floats.</param>
    /// <param name="folder">Pictures to calibrate with; null = drawn facades.</param>
    /// <exception cref="UserException">The file is no generator or already int8, or there are no pictures.</exception>
    public Int8Export(string source, string? folder)
    {
        (_source, _model) = (source, OnnxFile.Read(source));
        var entries = OnnxFile.Metadata(_model);
        _metadata = SnapshotMetadata.IsIn(entries) ? SnapshotMetadata.FromEntries(entries) : null;
        if (_metadata?.Precision == WeightPrecision.Int8 || _model.Graph.Node.Any(node => node.OpType is "QuantizeLinear" or "QLinearConv"))
        {
            throw new UserException(ExportTexts.IsInt8(source));
        }

        using var generator = Load(source);
        _pictures = CalibrationPictures.Open(folder, generator.Info.Input, _metadata?.Palette ?? "", _metadata?.Direction ?? Direction.BtoA);
    }

    /// <summary>The calibration and evaluation images.</summary>
    public string Pictures => ExportTexts.Calibration(_pictures.Watched.Count, _pictures.Words, _pictures.Judged.Count);

    /// <summary>Whether norms of each picture's own stand between the convolutions.</summary>
    public bool HasPictureNorms => _model.Graph.Node.Any(node => node.OpType == "InstanceNormalization");

    /// <summary>Writes the int8 file, seen whole or not at all.</summary>
    public void Write(string path)
    {
        var prepared = Quantizer.Prepare(_model);
        using var calibration = new Calibration(prepared);
        var ranges = WorkProgress.Run("calibrating", _pictures.Watched.Count, done =>
        {
            foreach (var index in _pictures.Watched)
            {
                _pictures.Load(index, calibration.Picture);
                _metadata?.Style?.Distribution.Sample(_metadata.Style.Definition, (ulong)index, calibration.Style);
                calibration.Watch();
                done(_pictures.Watched.Count);
            }

            return calibration.Ranges(Outside);
        });
        var quantized = Quantizer.Apply(prepared, ranges);
        if (_metadata is null)
        {
            OnnxFile.Write(path, quantized);
            return;
        }

        // The trainer's answers are those of floats; how far bytes are from them is measured, and the new probe guards the new file.
        quantized.ProducerName = "";
        OnnxFile.Write(path, quantized);
        OnnxFile.Write(path, quantized, _metadata with { Precision = WeightPrecision.Int8, Probe = Answer(path, _metadata.Probe.Seed) });
    }

    /// <summary>Compares an int8 file with its source, picture by picture and run by run.</summary>
    /// <param name="path">The int8 file.</param>
    /// <param name="fastest">How the source runs the fastest; null = as it is.</param>
    /// <exception cref="UserException">The file is no generator, or one of another size.</exception>
    public Int8Report Measure(string path, LoadOptions? fastest = null)
    {
        var psnr = WorkProgress.Run("judging", _pictures.Judged.Count, done => Compare(path, () => done(_pictures.Judged.Count)));
        using var floats = new BaselineRun(_source, fastest ?? Cpu);
        using var bytes = new BaselineRun(path, Cpu);
        var turns = InterleavedTiming.With(floats.Run, bytes.Run, Turns);
        return new Int8Report(psnr, turns.First.Median, turns.Second.Median);
    }

    private static LoadOptions Cpu => new() { Provider = ExecutionProvider.Cpu };

    private static ITensorGenerator Load(string path) => GeneratorLoader.Load(path, Cpu);

    private static Probe Answer(string path, ulong seed)
    {
        using var generator = Load(path);
        using var input = new TensorBuffer(generator.Info.Input);
        using var output = new TensorBuffer(generator.Info.Output);
        Probe.FillInput(seed, input.Values);
        generator.Translate(input, output);
        return Probe.Of(seed, output.Values);
    }

    private List<double> Compare(string path, Action done)
    {
        using var floats = Load(_source);
        using var bytes = Load(path);
        using var input = new TensorBuffer(floats.Info.Input);
        using var expected = new TensorBuffer(floats.Info.Output);
        using var actual = new TensorBuffer(floats.Info.Output);
        var psnr = new List<double>();
        foreach (var index in _pictures.Judged)
        {
            _pictures.Load(index, input.Values);
            SetStyle(floats, (ulong)index);
            SetStyle(bytes, (ulong)index);
            floats.Translate(input, expected);
            bytes.Translate(input, actual);
            psnr.Add(PictureDistance.Psnr(expected.Values, actual.Values));
            done();
        }

        return psnr;
    }

    /// <summary>One as the training set has them, so that bytes are judged over all that they have to reach.</summary>
    private static void SetStyle(ITensorGenerator generator, ulong seed)
    {
        if (generator.Style is { } style)
        {
            var values = new float[style.Definition.Count];
            style.Style.Distribution.Sample(style.Definition, seed, values);
            style.Set(values);
        }
    }
}
