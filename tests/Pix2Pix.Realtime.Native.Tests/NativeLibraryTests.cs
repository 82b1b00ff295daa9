using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

public sealed class NativeLibraryTests : IDisposable
{
    private const int Width = 24;
    private const int Height = 16;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-native");
    private readonly PublishedLibrary _library;
    private readonly NativeApi _api;

    public NativeLibraryTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _library = library;
        _api = new NativeApi(library);
    }

    private string FilePath => Path.Combine(_folder.FullName, "généré.onnx");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(3, 3, false, false, 0)]
    [InlineData(3, 3, true, true, 12)]
    [InlineData(3, 3, true, false, 12)]
    [InlineData(1, 1, false, true, 4)]
    [InlineData(4, 4, false, false, 0)]
    public void A_picture_is_translated_whatever_its_layout(int inputChannels, int outputChannels, bool inputBottomUp, bool outputBottomUp, int padding)
    {
        TwoLayerModel.Write(FilePath, Width, Height, inputChannels, outputChannels);
        var handle = _api.Create();
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));

        var stride = (Width * 4) + padding;
        var (input, output) = (new byte[stride * Height], new byte[stride * Height]);
        new Random(1).NextBytes(input);
        Array.Fill(output, (byte)7);
        Assert.Equal(Status.Ok, _api.Translate(handle, input, output, Width, Height, stride, inputBottomUp, outputBottomUp));
        Assert.Equal(Status.Ok, _api.Destroy(handle));

        var expected = Expected(input, stride, inputChannels, outputChannels);
        for (var i = 0; i < output.Length; i++)
        {
            var (row, column) = (i / stride, i % stride);
            var from = inputBottomUp == outputBottomUp ? row : Height - 1 - row;
            Assert.InRange(output[i] - (column < Width * 4 ? expected[(from * Width * 4) + column] : 7), -1, 1);
        }
    }

    [Fact]
    public void Floats_go_in_and_come_out_finer_than_bytes()
    {
        TwoLayerModel.Write(FilePath, Width, Height);
        var handle = _api.Create();
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        var random = new Random(2);
        var (values, answer) = (new float[Width * Height * 4], new float[Width * Height * 4]);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextSingle();
        }

        var (input, output) = (MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), new byte[values.Length * 4]);
        Assert.Equal(Status.Ok, _api.Translate(handle, input, output, Width, Height, Width * 16, format: NativeImage.RgbaFloat));
        Assert.Equal(Status.InvalidArgument, _api.Translate(handle, input, output, Width, Height, Width * 4, format: NativeImage.RgbaFloat));
        _api.Destroy(handle);

        MemoryMarshal.Cast<byte, float>(output).CopyTo(answer);
        var (planes, expected) = (new float[Width * Height * 3], new float[Width * Height * 3]);
        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = (values[(i % (Width * Height) * 4) + (i / (Width * Height))] * 2) - 1;
        }

        TwoLayerModel.Translate(planes, expected);
        for (var i = 0; i < planes.Length; i++)
        {
            Assert.Equal((expected[i] + 1) / 2, answer[(i % (Width * Height) * 4) + (i / (Width * Height))], 1e-5f);
        }

        Assert.Equal(1f, answer[3]);
    }

    [Fact]
    public void A_newer_generator_replaces_the_one_in_use_and_a_broken_one_does_not()
    {
        TwoLayerModel.Write(FilePath, Width, Height, step: 1);
        var handle = _api.Create();
        Assert.Equal(Status.NoGenerator, _api.Info(handle, out _));
        Assert.Contains("call p2p_load first", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));

        TwoLayerModel.Write(FilePath, Width * 2, Height, step: 2);
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        Assert.Equal(Status.Ok, _api.Info(handle, out var info));
        Assert.Equal((Width * 2, Height, 3, 3, 2), (info.Width, info.Height, info.InputChannels, info.OutputChannels, info.Step));

        File.WriteAllText(FilePath, "broken");
        Assert.Equal(Status.BadGenerator, _api.Load(handle, FilePath));
        Assert.Contains("généré.onnx' can't be used", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.Ok, _api.Info(handle, out info));
        Assert.Equal(2, info.Step);
        _api.Destroy(handle);
    }

    [Fact]
    public void A_stale_handle_and_one_never_made_are_errors_in_every_function()
    {
        var stale = _api.Create();
        Assert.Equal(Status.Ok, _api.Destroy(stale));
        Assert.NotEqual(stale, _api.Create());
        var pixels = new byte[4];
        foreach (var handle in (ulong[])[0, stale, ulong.MaxValue])
        {
            Assert.Equal(Status.InvalidHandle, _api.Load(handle, FilePath));
            Assert.Equal(Status.InvalidHandle, _api.Info(handle, out _));
            Assert.Equal(Status.InvalidHandle, _api.Translate(handle, pixels, pixels, 1, 1, 4));
            Assert.Equal(Status.InvalidHandle, _api.Submit(handle, pixels, 1, 1, out _));
            Assert.Equal(Status.InvalidHandle, _api.TryGetLatest(handle, pixels, 1, 1, out _));
            Assert.Equal(Status.InvalidHandle, _api.Stats(handle, out _));
            Assert.Equal(Status.InvalidHandle, _api.Destroy(handle));
        }
    }

    [Fact]
    public void Arguments_that_cannot_be_are_refused_with_a_sentence()
    {
        Assert.Equal(Status.InvalidArgument, _api.CreateNowhere());
        Assert.Equal(Status.InvalidArgument, _api.Create(new NativeOptions { StructSize = 4 }, out var handle));
        Assert.Equal(0ul, handle);
        TwoLayerModel.Write(FilePath, Width, Height);
        handle = _api.Create();
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        var pixels = new byte[Width * 4 * Height];
        Assert.Equal(Status.InvalidArgument, _api.Translate(handle, pixels, pixels, Width, Height, Width * 4, structSize: 8));
        Assert.Equal(Status.InvalidArgument, _api.Translate(handle, pixels, pixels, Width, Height, Width));
        Assert.Equal(Status.InvalidArgument, _api.Translate(handle, pixels, pixels, Width, Height, Width * 4, format: 2));
        Assert.Equal("Expected a p2p_format, 0 or 1, found 2.", _api.LastError);
        Assert.Equal(Status.InvalidArgument, _api.Translate(handle, pixels, pixels, 0, 0, Width * 4));
        Assert.Equal(Status.InvalidArgument, _api.Translate(handle, pixels, pixels, Height, Width, Width * 4));
        Assert.Equal("Expected an input picture of 24x16, found 16x24; scale it to the generator's size.", _api.LastError);
        _api.Destroy(handle);
    }

    [Fact]
    public void Each_thread_has_its_own_last_error()
    {
        Assert.Equal(Status.InvalidHandle, _api.Destroy(0));
        var elsewhere = "not asked";
        var other = new Thread(() => elsewhere = _api.LastError);
        other.Start();
        other.Join();
        Assert.Equal("", elsewhere);
        Assert.NotEqual("", _api.LastError);
    }

    [Fact]
    public async Task Generators_are_swapped_and_the_translator_destroyed_under_threads_that_translate()
    {
        TwoLayerModel.Write(FilePath, Width, Height);
        var handle = _api.Create();
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        using var translating = new CountdownEvent(3);
        var threads = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var pixels = new byte[Width * 4 * Height];
            var status = _api.Translate(handle, pixels, pixels, Width, Height, Width * 4);
            translating.Signal();
            while (status == Status.Ok)
            {
                status = _api.Translate(handle, pixels, pixels, Width, Height, Width * 4);
            }

            return status;
        })).ToArray();
        translating.Wait(TestContext.Current.CancellationToken);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        }

        Assert.Equal(Status.Ok, _api.Destroy(handle));
        Assert.All(await Task.WhenAll(threads), last => Assert.Equal(Status.InvalidHandle, last));
    }

    [Fact]
    public void Destroying_gives_all_memory_back()
    {
        const int cycles = 120;
        const int side = 512;
        TwoLayerModel.Write(FilePath, side, side);
        Cycle(5);
        var before = ResidentBytes();
        Cycle(cycles);

        // A leak of the two buffers alone would be 3 channels of floats, twice, in every cycle.
        Assert.InRange(ResidentBytes() - before, long.MinValue, cycles * side * side * 3 * 4 * 2 / 4);

        void Cycle(int count)
        {
            var pixels = new byte[side * side * 4];
            for (var i = 0; i < count; i++)
            {
                var handle = _api.Create();
                Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
                Assert.Equal(Status.Ok, _api.Translate(handle, pixels, pixels, side, side, side * 4));
                Assert.Equal(Status.Ok, _api.Destroy(handle));
            }
        }
    }

    [Fact]
    public void Ten_thousand_translators_come_and_go_and_memory_stays_flat()
    {
        TwoLayerModel.Write(FilePath, 8, 8);
        var program = Path.Combine(_folder.FullName, "cycles");
        Tool.Run(PublishedLibrary.Compiler!, "-std=c99", "-D_DEFAULT_SOURCE", $"-I{PublishedLibrary.Include}", "-o", program,
            Path.Combine(AppContext.BaseDirectory, "cycles.c"), Path.Combine(_library.Folder, "libpix2pix_realtime.so"), $"-Wl,-rpath,{_library.Folder}");
        var kilobytes = Tool.Run(program, FilePath, "10000").Trim().Split(' ').Select(long.Parse).ToArray();

        // In a process of its own, where nothing else grows; 8,000 cycles that leak the smallest tensor would be 6 MB.
        Assert.InRange(kilobytes[1] - kilobytes[0], long.MinValue, 3 * 1024);
    }

    [Fact]
    public void A_C_program_that_uses_the_header_translates_a_picture()
    {
        TwoLayerModel.Write(FilePath, Width, Height);
        var program = Path.Combine(_folder.FullName, "translate");
        Tool.Run(
            PublishedLibrary.Compiler!, "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", $"-I{PublishedLibrary.Include}", "-o", program,
            Path.Combine(AppContext.BaseDirectory, "translate.c"), Path.Combine(_library.Folder, "libpix2pix_realtime.so"), $"-Wl,-rpath,{_library.Folder}");
        var said = Tool.Run(program, FilePath);
        var white = Expected([255, 255, 255, 255], stride: 4, 3, 3, width: 1, height: 1);
        Assert.Equal($"1.4 24x16 {white[0]} {white[1]} {white[2]} {white[3]}", said.Trim());
        Assert.Equal((1u << 16) + 4, _api.Version);
    }

    [Fact]
    public void A_model_that_never_ends_is_given_up_and_the_one_before_it_stays()
    {
        TwoLayerModel.Write(FilePath, Width, Height);
        var handle = _api.Create();
        Assert.Equal(Status.Ok, _api.Load(handle, FilePath));
        Assert.Equal(Status.InvalidArgument, _api.SetLoadLimit(handle, 0));
        Assert.Equal(Status.InvalidArgument, _api.SetLoadLimit(handle, 100_000));
        Assert.Equal(Status.InvalidHandle, _api.SetLoadLimit(0, 1));
        Assert.Equal(Status.Ok, _api.SetLoadLimit(handle, 1));
        var endless = Path.Combine(_folder.FullName, "endless.onnx");
        HostileModels.WriteEndless(endless);
        Assert.Equal(Status.BadGenerator, _api.Load(handle, endless));
        Assert.Contains("expected an answer within 1 s, found none", _api.LastError, StringComparison.Ordinal);
        var pixels = new byte[Width * 4 * Height];
        Assert.Equal(Status.Ok, _api.Translate(handle, pixels, pixels, Width, Height, Width * 4));
        _api.Destroy(handle);
    }

    [Fact]
    public void A_hundred_thousand_threads_are_refused_at_once()
    {
        Assert.Equal(Status.InvalidArgument, _api.Create(new NativeOptions { StructSize = 20, Threads = 100_000 }, out _));
        Assert.Equal("expected 0..256 threads, found 100000", _api.LastError);
    }

    [Fact]
    public void A_C_program_leaves_no_device_id_of_ONNX_Runtime_and_opens_no_socket()
    {
        TwoLayerModel.Write(FilePath, Width, Height);
        var program = Path.Combine(_folder.FullName, "translate");
        Tool.Run(
            PublishedLibrary.Compiler!, "-std=c99", $"-I{PublishedLibrary.Include}", "-o", program,
            Path.Combine(AppContext.BaseDirectory, "translate.c"), Path.Combine(_library.Folder, "libpix2pix_realtime.so"), $"-Wl,-rpath,{_library.Folder}");
        using var watched = new WatchedProgram();
        watched.Run(program, FilePath);
        Assert.Empty(watched.Files);
        watched.AssertQuiet();
    }

    private static long ResidentBytes() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;

    private static byte[] Expected(byte[] input, int stride, int inputChannels, int outputChannels, int width = Width, int height = Height)
    {
        var plane = width * height;
        var (from, to, pixels) = (new float[plane * inputChannels], new float[plane * outputChannels], new byte[plane * 4]);
        for (var i = 0; i < plane; i++)
        {
            var pixel = input.AsSpan((i / width * stride) + (i % width * 4), 4);
            for (var c = 0; c < inputChannels; c++)
            {
                var value = inputChannels == 1 ? (0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2]) : pixel[c];
                from[(c * plane) + i] = (value / 127.5f) - 1;
            }
        }

        TwoLayerModel.Translate(from, to, inputChannels, outputChannels);
        for (var i = 0; i < plane * 4; i++)
        {
            var channel = outputChannels == 1 ? 0 : i % 4;
            pixels[i] = i % 4 == 3 && outputChannels < 4 ? (byte)255 : (byte)Math.Clamp(Math.Round((to[(channel * plane) + (i / 4)] * 127.5f) + 127.5f), 0, 255);
        }

        return pixels;
    }
}
