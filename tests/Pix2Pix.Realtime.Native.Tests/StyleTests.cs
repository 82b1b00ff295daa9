using System.Text;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>Styles through the C library.</summary>
public sealed unsafe class StyleTests : IDisposable
{
    private const int Side = 32;

    private readonly TemporaryFolder _folder = new();
    private readonly NativeApi _api;

    public StyleTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _api = new NativeApi(library);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_values_are_described_and_what_is_set_counts_for_the_next_translation()
    {
        StyledModel.Write(_folder.File("styled.onnx"), StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), Side);
        var handle = _api.Create();
        Assert.Equal(Status.Ok, _api.Load(handle, _folder.File("styled.onnx")));
        Assert.Equal(Status.Ok, _api.StyleCount(handle, out var count));
        Assert.Equal(4, count);
        Assert.Equal(Status.Ok, _api.StyleInfo(handle, 1, out var value));
        Assert.Equal(("wall.green", "Wall, green", 0f, 1f, 0.5f), (Words(value.Name), Words(value.Label), value.Min, value.Max, value.Neutral));

        var neutral = Translate(handle);
        Assert.Equal(Status.Ok, _api.SetStyle(handle, StyledModel.Other));
        var styled = Translate(handle);
        Assert.NotEqual(neutral, styled);

        // What is no style leaves the one before, and a load brings the neutral one.
        Assert.Equal(Status.InvalidArgument, _api.SetStyle(handle, [0.5f]));
        Assert.Contains("Expected a style of 4 numbers", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.InvalidArgument, _api.SetStyle(handle, [0, 0, float.NaN, 0]));
        Assert.Equal(Status.InvalidArgument, _api.StyleInfo(handle, 4, out _));
        Assert.Equal(Status.InvalidHandle, _api.SetStyle(handle + 1000, StyledModel.Other));
        Assert.Equal(styled, Translate(handle));
        Assert.Equal(Status.Ok, _api.Load(handle, _folder.File("styled.onnx")));
        Assert.Equal(neutral, Translate(handle));
        Assert.Equal(Status.Ok, _api.Destroy(handle));
    }

    [Fact]
    public void A_generator_without_styles_says_so()
    {
        TwoLayerModel.Write(_folder.File("plain.onnx"), Side, Side);
        var handle = _api.Create();
        Assert.Equal(Status.NoGenerator, _api.StyleCount(handle, out _));
        Assert.Equal(Status.Ok, _api.Load(handle, _folder.File("plain.onnx")));
        Assert.Equal(Status.Ok, _api.StyleCount(handle, out var count));
        Assert.Equal(0, count);
        Assert.Equal(Status.InvalidArgument, _api.SetStyle(handle, StyledModel.Other));
        Assert.Contains("found 'plain.onnx' without any", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.Ok, _api.Destroy(handle));
    }

    private byte[] Translate(ulong handle)
    {
        byte[] input = [.. Enumerable.Range(0, Side * Side * 4).Select(i => (byte)(i * 37))];
        var output = new byte[input.Length];
        Assert.Equal(Status.Ok, _api.Translate(handle, input, output, Side, Side, Side * 4));
        return output;
    }

    private static string Words(byte* text)
    {
        var bytes = new ReadOnlySpan<byte>(text, 48);
        return Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)0)]);
    }
}
