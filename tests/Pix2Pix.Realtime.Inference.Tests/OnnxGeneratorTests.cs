using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Inference.Tests;

public sealed class OnnxGeneratorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-generator");
    private readonly string _path;

    public OnnxGeneratorTests()
    {
        _path = Path.Combine(_folder.FullName, "generator.onnx");
        TwoLayerModel.Write(_path);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("-1..1")]
    [InlineData("0..1")]
    public void Translating_allocates_nothing_once_the_buffers_are_known(string foreign)
    {
        if (foreign.Length > 0)
        {
            StripMetadata();
        }

        using var generators = new Loaded(_path, new LoadOptions { Threads = 2, Range = ModelRange.Parse(foreign) });
        var (inputs, outputs) = (generators.Inputs, generators.Outputs);
        for (var i = 0; i < 9; i++)
        {
            generators.Generator.Translate(inputs[i / 3], outputs[i % 3]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 900; i++)
        {
            generators.Generator.Translate(inputs[i / 3 % 3], outputs[i % 3]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Every_pair_of_buffers_is_read_and_written_in_its_own_memory()
    {
        using var loaded = new Loaded(_path, new LoadOptions { Threads = 1 });
        for (var i = 0; i < 3; i++)
        {
            Probe.FillInput((ulong)i, loaded.Inputs[i].Values);
        }

        var expected = new float[loaded.Generator.Info.Output.Count];
        foreach (var input in loaded.Inputs)
        {
            TwoLayerModel.Translate(input.Values, expected);
            foreach (var output in loaded.Outputs)
            {
                output.Values.Clear();
                loaded.Generator.Translate(input, output);
                Assert.InRange(output.Values.ToArray().Zip(expected).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 1e-5);
            }
        }
    }

    [Fact]
    public void A_buffer_of_another_shape_is_refused_with_both_shapes()
    {
        using var loaded = new Loaded(_path, new LoadOptions { Threads = 1 });
        using var wrong = new TensorBuffer(new FrameShape(3, 32, 64));
        var fault = Assert.Throws<ArgumentException>(() => loaded.Generator.Translate(wrong, loaded.Outputs[0]));
        Assert.Contains("Expected a buffer of [1,3,64,64], got [1,3,32,64]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_buffer_is_refused()
    {
        using var loaded = new Loaded(_path, new LoadOptions { Threads = 1 });
        var gone = new TensorBuffer(loaded.Generator.Info.Input);
        loaded.Generator.Translate(gone, loaded.Outputs[0]);
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => loaded.Generator.Translate(gone, loaded.Outputs[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0..1")]
    public async Task A_cancelled_translation_ends_with_a_fault_of_its_own_and_the_next_one_is_whole(string foreign)
    {
        // Large enough to be met while it runs.
        TwoLayerModel.Write(_path, 1024, 1024);
        if (foreign.Length > 0)
        {
            StripMetadata();
        }

        using var loaded = new Loaded(_path, new LoadOptions { Threads = 1, Range = ModelRange.Parse(foreign) });
        var (generator, input, output, whole) = (loaded.Generator, loaded.Inputs[0], loaded.Outputs[0], loaded.Outputs[1]);
        Probe.FillInput(1, input.Values);
        generator.Cancel();
        generator.Translate(input, whole);
        var cancelled = Task.Run(
            () =>
            {
                while (true)
                {
                    generator.Translate(input, output);
                }
            },
            TestContext.Current.CancellationToken);
        while (!cancelled.IsCompleted)
        {
            generator.Cancel();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        output.Values.Clear();
        generator.Translate(input, output);
        Assert.Equal(whole.Values, output.Values);
    }

    [Fact]
    public async Task A_newer_generator_takes_over_between_two_frames_while_the_runner_translates()
    {
        using var input = new TensorBuffer(new FrameShape(3, 64, 64));
        using var output = new TensorBuffer(new FrameShape(3, 64, 64));
        using var slot = new GeneratorSlot();
        slot.Publish(GeneratorLoader.Load(_path, new LoadOptions { Threads = 1 }));
        Assert.True(slot.AdoptPending());

        var publisher = Task.Run(() =>
        {
            for (var step = 2; step <= 12; step++)
            {
                TwoLayerModel.Write(_path, step: step);
                slot.Publish(GeneratorLoader.Load(_path, new LoadOptions { Threads = 1 }));
            }
        });
        var newest = 1L;
        while (newest < 12)
        {
            slot.AdoptPending();
            Assert.True(slot.Current!.Info.Step >= newest);
            newest = slot.Current.Info.Step;
            ((ITensorGenerator)slot.Current).Translate(input, output);
            Assert.False(publisher.IsFaulted);
        }

        await publisher;
    }

    [Fact]
    public void The_bare_run_that_frames_are_measured_against_runs()
    {
        using var bare = new BaselineRun(_path, new LoadOptions { Threads = 1 });
        bare.Run();
        bare.Run();
    }

    [Fact]
    public void The_report_names_version_and_processor()
    {
        var report = RuntimeReport.Make();
        Assert.True(report.Works);
        Assert.Matches(@"^ONNX Runtime 1\.\d+\.\d+ runs on: CPU", report.Summary);
    }

    private void StripMetadata()
    {
        var model = OnnxFile.Read(_path);
        model.MetadataProps.Clear();
        model.ProducerName = "";
        OnnxFile.Write(_path, model);
    }

    /// <summary>A generator and three buffers on either side of it, disposed in the right order: the buffers last.</summary>
    private sealed class Loaded : IDisposable
    {
        public Loaded(string path, LoadOptions options)
        {
            Generator = GeneratorLoader.Load(path, options);
            Inputs = Buffers(Generator.Info.Input);
            Outputs = Buffers(Generator.Info.Output);
        }

        public ITensorGenerator Generator { get; }

        public TensorBuffer[] Inputs { get; }

        public TensorBuffer[] Outputs { get; }

        public void Dispose()
        {
            Generator.Dispose();
            Array.ForEach([.. Inputs, .. Outputs], buffer => buffer.Dispose());
        }

        private static TensorBuffer[] Buffers(FrameShape shape) => [new(shape), new(shape), new(shape)];
    }
}
