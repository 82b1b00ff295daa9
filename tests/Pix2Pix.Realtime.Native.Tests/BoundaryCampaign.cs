using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>
/// Calls the library with whatever a confused program might hand over, in memory between guarded pages: each call must come back with a status and, if that is a
/// failure, a sentence, and touch nothing that it was not given.
/// </summary>
public sealed class BoundaryCampaign : IDisposable
{
    private const int Side = 16;
    private const int CallsPerCase = 2_000;

    private static readonly int[] Sizes = [int.MinValue, -1, 0, 1, Side - 1, Side, Side, Side, Side, Side + 1, 1 << 16, int.MaxValue];
    private static readonly long[] Strides = [long.MinValue, -Side * 4, 0, (Side * 4) - 1, Side * 4, Side * 4, Side * 16, Side * 16, 1L << 40, long.MaxValue / 2, long.MaxValue];
    private static readonly uint[] ImageSizes = [0, 4, 39, 40, 40, 40, 64, uint.MaxValue];
    private static readonly uint[] StructSizes = [0, 4, 20, 39, 40, 48, 64, uint.MaxValue];

    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;
    private readonly int[] _counts = new int[9];
    private readonly string[] _paths;

    public BoundaryCampaign(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _library = library;
        TwoLayerModel.Write(_folder.File("good.onnx"), Side, Side);
        File.WriteAllText(_folder.File("bad.onnx"), "no model");
        File.WriteAllBytes(_folder.File("cut.onnx"), File.ReadAllBytes(_folder.File("good.onnx"))[..200]);
        _paths = [_folder.File("good.onnx"), _folder.File("bad.onnx"), _folder.File("cut.onnx"), _folder.Path, "", "nowhere.onnx", new string('x', 5000)];
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Any_call_comes_back_with_a_status_and_a_sentence_and_touches_only_what_it_was_given()
    {
        await Campaign.RunAsync("C library, calls with guarded memory", 20, random =>
        {
            Call(random);
            return Task.CompletedTask;
        });
        foreach (var reached in (Status[])[Status.Ok, Status.InvalidArgument, Status.InvalidHandle, Status.NoGenerator])
        {
            Assert.True(_counts[(int)reached] > 0, $"no call ended in {reached}: the calls do not reach the code they should");
        }
    }

    private unsafe void Call(Random random)
    {
        var api = new NativeApi(_library);
        using var guarded = new GuardedCalls(_library, random);
        var handles = new List<ulong> { 0, ulong.MaxValue };
        Create();
        for (var call = 0; call < CallsPerCase; call++)
        {
            var handle = random.Next(8) == 0 ? (ulong)random.NextInt64() : handles[random.Next(handles.Count)];
            var status = random.Next(11) switch
            {
                0 => Create(),
                1 when random.Next(20) == 0 => guarded.Load(handle, Any(_paths)),
                2 when random.Next(20) == 0 => api.Destroy(handle),
                3 => guarded.Info(handle, Any(StructSizes)),
                4 => guarded.Stats(handle, Any(StructSizes)),
                5 => guarded.Submit(handle, Image()),
                6 => guarded.TryGetLatest(handle, Image()),
                7 => api.Cancel(handle),
                _ => guarded.Translate(handle, Image(), Image()),
            };
            Assert.InRange((int)status, 0, 8);
            Assert.True(status is Status.Ok or Status.NothingNew || api.LastError.Length > 10, $"call {call}: {status} without a sentence");
            _counts[(int)status]++;
        }

        handles.ForEach(handle => api.Destroy(handle));

        Status Create()
        {
            var options = new NativeOptions { StructSize = random.Next(4) == 0 ? 3u : (uint)sizeof(NativeOptions), Provider = random.Next(-1, 5), Threads = random.Next(-1, 2) };
            var made = guarded.Create(options, out var fresh);
            if (made == Status.Ok && handles.Count < 12 && guarded.Load(fresh, _paths[random.Next(2)]) is Status.Ok or Status.BadGenerator)
            {
                handles.Add(fresh);
            }
            else if (made == Status.Ok)
            {
                Assert.Equal(Status.Ok, api.Destroy(fresh));
            }

            return made;
        }

        NativeImage? Image() => random.Next(12) == 0 ? null : new NativeImage
        {
            StructSize = Any(ImageSizes),
            Flags = random.Next(6) == 0 ? (uint)random.Next() : (uint)random.Next(2),
            Width = Any(Sizes),
            Height = Any(Sizes),
            Stride = Any(Strides),
            Pixels = random.Next(10) == 0 ? null : (void*)1,
            Format = random.Next(6) == 0 ? random.Next() : random.Next(2),
        };

        T Any<T>(T[] choices) => choices[random.Next(choices.Length)];
    }
}
