using System.Text;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>Models of other programs through the C library.</summary>
public sealed class ForeignModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NativeApi _api;

    public ForeignModelTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _api = new NativeApi(library);
    }

    private string FilePath => _folder.File("foreign.onnx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Order_size_and_range_are_converted_and_what_was_guessed_is_told()
    {
        new ForeignGraph().Input("x", DataType.Float16, 0, 0, 0, 3).Output("y", DataType.Float16, 0, 0, 0, 3).Node("Sigmoid", ["x"], ["y"]).Write(FilePath);
        Assert.Equal(Status.Ok, _api.Create(new NativeOptions { StructSize = 20, Threads = 1, Width = 24, Height = 16 }, out var handle));
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        Assert.Equal(Status.Ok, _api.Info(handle, out var info));
        Assert.Equal((24, 16, 3, 3), (info.Width, info.Height, info.InputChannels, info.OutputChannels));
        var text = new byte[4096];
        Assert.Equal(Status.Ok, _api.Assumptions(handle, text));
        Assert.Contains("The output's values are read as 0..1, because the graph ends with Sigmoid.", Words(text), StringComparison.Ordinal);
        var few = new byte[8];
        Assert.Equal(Status.Ok, _api.Assumptions(handle, few));
        Assert.Equal(Words(text)[..7], Words(few));
        Assert.InRange(Middle(handle, 255, 24, 16), 185, 187);
        Assert.Equal(Status.Ok, _api.Destroy(handle));
    }

    [Fact]
    public void The_range_may_be_said()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Node("Neg", ["x"], ["y"]).Write(FilePath);
        var handle = _api.Create();
        Assert.Equal(Status.InvalidArgument, _api.SetRange(handle, "0..7"));
        Assert.Contains("found '0..7'", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.InvalidArgument, _api.SetRange(handle, null));
        Assert.Equal(Status.InvalidHandle, _api.SetRange(handle + 1000, "0..1"));
        Assert.Equal(Status.Ok, _api.SetRange(handle, "-1..1:0..1"));
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));

        // Black is -1, whose negative is the top of 0..1.
        Assert.Equal(255, Middle(handle, 0, 8, 8));
        Assert.Equal(Status.Ok, _api.Destroy(handle));
    }

    [Fact]
    public void One_channel_a_class_needs_the_classes_colours()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 5, 8, 8).Output("y", DataType.Float, 1, 1, 8, 8).Weight("w", [1, 5, 1, 1], 0, 0, 0, 1, 0).Node("Conv", ["x", "w"], ["y"]).Write(FilePath);
        var handle = _api.Create();
        Assert.Equal(Status.BadGenerator, _api.Load(handle, FilePath));
        Assert.Contains("Expected a palette", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.InvalidArgument, _api.SetClasses(handle, [1, 2, 3, 1, 2, 3], 2));
        Assert.Equal(Status.InvalidArgument, _api.SetClasses(handle, [1], 257));
        Assert.Equal(Status.Ok, _api.SetClasses(handle, [0, 0, 0, 60, 60, 60, 120, 120, 120, 200, 200, 200, 255, 255, 255], 5));
        Assert.Equal(Status.Ok, _api.SetRange(handle, "auto:0..1"));
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        Assert.Equal((255, 0), (Middle(handle, 205, 8, 8), Middle(handle, 100, 8, 8)));
        Assert.Equal(Status.Ok, _api.Destroy(handle));
    }

    private int Middle(ulong handle, byte grey, int width, int height)
    {
        var (input, output) = (new byte[width * height * 4], new byte[width * height * 4]);
        Array.Fill(input, grey);
        Assert.Equal(Status.Ok, _api.Translate(handle, input, output, width, height, width * 4));
        return output[((height / 2 * width) + (width / 2)) * 4];
    }

    private static string Words(byte[] text) => Encoding.UTF8.GetString(text, 0, Array.IndexOf(text, (byte)0));
}
