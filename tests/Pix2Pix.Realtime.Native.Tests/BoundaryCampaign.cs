using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>
/// Calls the library with whatever a confused program might hand over, from a seed: each call must come back with a status and, if that is a
/// failure, a sentence. A longer run: <c>PIX2PIX_FUZZ_CALLS=1000000 dotnet run --project tests/Pix2Pix.Realtime.Native.Tests -c Release -- -class '*BoundaryFuzzTests'</c>.
/// </summary>
public sealed unsafe class BoundaryFuzzTests : IDisposable
{
    private const int Side = 16;
    private const int UsualCalls = 20_000;

    private static readonly int[] Sizes = [int.MinValue, -1, 0, 1, Side - 1, Side, Side, Side, Side, Side + 1, 1 << 16, int.MaxValue];
    private static readonly long[] Strides = [long.MinValue, -Side * 4, 0, (Side * 4) - 1, Side * 4, Side * 4, Side * 16, Side * 16, 1L << 40, long.MaxValue / 2, long.MaxValue];
    private static readonly uint[] StructSizes = [0, 4, 39, 40, 40, 40, 64, uint.MaxValue];

    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public BoundaryFuzzTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _library = library;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_call_comes_back_with_a_status_and_a_sentence(int seed)
    {
        var api = new NativeApi(_library);
        var random = new Random(seed);
        TwoLayerModel.Write(_folder.File("good.onnx"), Side, Side);
        File.WriteAllText(_folder.File("bad.onnx"), "no model");
        File.WriteAllBytes(_folder.File("cut.onnx"), File.ReadAllBytes(_folder.File("good.onnx"))[..200]);
        string[] paths = [_folder.File("good.onnx"), _folder.File("bad.onnx"), _folder.File("cut.onnx"), _folder.Path, "", "nowhere.onnx", new string('x', 5000)];
        var handles = new List<ulong> { 0, ulong.MaxValue };
        var calls = int.TryParse(Environment.GetEnvironmentVariable("PIX2PIX_FUZZ_CALLS"), out var wanted) ? wanted : UsualCalls;
        var counts = new int[8];

        // As large as the largest stride in use says, so that a call that is accepted stays inside.
        var memory = (byte*)NativeMemory.AllocZeroed(Side * Side * 16);
        for (var call = 0; call < calls; call++)
        {
            var handle = random.Next(8) == 0 ? (ulong)random.NextInt64() : handles[random.Next(handles.Count)];
            NativeImage input = Image(), output = Image();
            var from = random.Next(12) == 0 ? null : &input;
            var to = random.Next(12) == 0 ? null : &output;
            var status = random.Next(10) switch
            {
                0 => Create(),
                1 when random.Next(20) == 0 => api.Load(handle, paths[random.Next(paths.Length)]),
                2 when random.Next(20) == 0 => api.Destroy(handle),
                3 => api.Info(handle, out _),
                4 => api.Stats(handle, out _, StructSizes[random.Next(StructSizes.Length)] is var size && size == 64 ? null : size),
                5 => api.Submit(handle, from),
                6 => api.TryGetLatest(handle, to),
                _ => api.Translate(handle, from, to),
            };
            Assert.InRange((int)status, 0, 7);
            Assert.True(status is Status.Ok or Status.NothingNew || api.LastError.Length > 10, $"call {call}: {status} without a sentence");
            counts[(int)status]++;

            Status Create()
            {
                var options = new NativeOptions { StructSize = random.Next(4) == 0 ? 3u : (uint)sizeof(NativeOptions), Provider = random.Next(-1, 5), Threads = random.Next(-1, 2) };
                var made = api.Create(options, out var fresh);
                if (made == Status.Ok && handles.Count < 12 && api.Load(fresh, paths[random.Next(2)]) is Status.Ok or Status.BadGenerator)
                {
                    handles.Add(fresh);
                }
                else if (made == Status.Ok)
                {
                    Assert.Equal(Status.Ok, api.Destroy(fresh));
                }

                return made;
            }

            NativeImage Image() => new()
            {
                StructSize = StructSizes[random.Next(StructSizes.Length)],
                Flags = random.Next(6) == 0 ? (uint)random.Next() : (uint)random.Next(2),
                Width = Sizes[random.Next(Sizes.Length)],
                Height = Sizes[random.Next(Sizes.Length)],
                Stride = Strides[random.Next(Strides.Length)],
                Pixels = random.Next(10) == 0 ? null : memory,
                Format = random.Next(6) == 0 ? random.Next() : random.Next(2),
            };
        }

        handles.ForEach(handle => api.Destroy(handle));
        NativeMemory.Free(memory);
        foreach (var reached in (Status[])[Status.Ok, Status.InvalidArgument, Status.InvalidHandle, Status.NoGenerator])
        {
            Assert.True(counts[(int)reached] > 0, $"no call ended in {reached}: the fuzzing does not reach the code it should");
        }
    }
}
