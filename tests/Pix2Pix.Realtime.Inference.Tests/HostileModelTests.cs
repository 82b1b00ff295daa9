using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Inference.Tests;

/// <summary>A model is a program: what it may take is bounded, and one that doesn't answer is given up.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_that_never_ends_is_given_up_with_a_sentence()
    {
        HostileModels.WriteEndless(_folder.File("endless.onnx"));
        var options = new LoadOptions { Provider = ExecutionProvider.Cpu, TimeLimit = TimeSpan.FromMilliseconds(500) };
        Assert.Contains("expected an answer within 0.5 s, found none", Refusal("endless.onnx", options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(100_000, 100_000)]
    [InlineData(30_000, 30_000)]
    [InlineData(8192, 8192)]
    [InlineData(10_000, 8)]
    public void A_picture_beyond_all_bounds_is_refused_before_memory_is_taken_for_it(long width, long height)
    {
        HostileModels.WriteSized(_folder.File("sized.onnx"), width, height);
        Assert.Contains("can't be used: Expected pictures of at most 16,777,216 pixels", Refusal("sized.onnx", new LoadOptions { Provider = ExecutionProvider.Cpu }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1L << 40)]
    [InlineData(1L << 32)]
    [InlineData((1L << 32) + 8)]
    public void A_side_of_more_than_32_bits_is_refused_too(long width)
    {
        // ONNX Runtime's managed half tells of the lower bits alone.
        HostileModels.WriteSized(_folder.File("sized.onnx"), width, 8);
        Assert.Contains("can't be used: ", Refusal("sized.onnx", new LoadOptions { Provider = ExecutionProvider.Cpu }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_picture_is_not()
    {
        HostileModels.WriteSized(_folder.File("sized.onnx"), 16, 8);
        using var generator = GeneratorLoader.Load(_folder.File("sized.onnx"), new LoadOptions { Provider = ExecutionProvider.Cpu });
        Assert.Equal((16, 8), (generator.Info.Output.Width, generator.Info.Output.Height));
    }

    [Theory]
    [InlineData(257)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void More_threads_than_help_anywhere_are_refused(int threads)
    {
        TwoLayerModel.Write(_folder.File("small.onnx"), 8, 8);
        Assert.Contains($"Expected 0..256 threads, found {threads}", Refusal("small.onnx", new LoadOptions { Provider = ExecutionProvider.Cpu, Threads = threads }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_never_ends_is_no_model()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is no /dev/zero here");
        Assert.Contains("Expected", Refusal("/dev/zero", new LoadOptions { Provider = ExecutionProvider.Cpu }), StringComparison.Ordinal);
    }

    private string Refusal(string name, LoadOptions options) => Assert.Throws<UserException>(() => GeneratorLoader.Load(Path.Combine(_folder.Path, name), options)).Message;
}
