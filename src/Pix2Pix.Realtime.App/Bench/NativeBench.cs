using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>The C library against the managed translator that does the same work: picture in, picture out.</summary>
internal static unsafe class NativeBench
{
    private const int WarmPictures = 20;
    private const int Pictures = 200;

    /// <summary>The published library; null where it was not published yet.</summary>
    public static string? Library
    {
        get
        {
            var name = OperatingSystem.IsWindows() ? "libpix2pix_realtime.dll" : "libpix2pix_realtime.so";
            var path = ProjectFolder.Under("artifacts", "publish", "Pix2Pix.Realtime.Native", $"release_{RuntimeInformation.RuntimeIdentifier}", name);
            return File.Exists(path) ? path : null;
        }
    }

    /// <param name="library">The shared library's file.</param>
    /// <param name="model">An .onnx file.</param>
    public static IEnumerable<BenchRow> Run(string library, string model)
    {
        using var generator = GeneratorLoader.Load(model, new LoadOptions());
        var (from, to) = (generator.Info.Input, generator.Info.Output);
        using var input = new TensorBuffer(from);
        using var output = new TensorBuffer(to);
        var (picture, answer) = (new PixelImage(from.Width, from.Height), new PixelImage(to.Width, to.Height));
        new Random(1).NextBytes(picture.Rgba);
        var native = new NativeTranslator(library, model);
        var (managed, calls, submits) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -WarmPictures; i < Pictures; i++)
        {
            // In turns, picture by picture: whatever else the machine does meets both.
            var start = Stopwatch.GetTimestamp();
            PixelConvert.Encode(picture, input.Values, from);
            generator.Translate(input, output);
            PixelConvert.Decode(output.Values, to, answer);
            var middle = Stopwatch.GetTimestamp();
            native.Translate(picture, answer);
            var end = Stopwatch.GetTimestamp();
            if (i >= 0)
            {
                managed.Add(Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds);
                calls.Add(Stopwatch.GetElapsedTime(middle, end).TotalMilliseconds);
            }
        }

        for (var i = 0; i < Pictures; i++)
        {
            var start = Stopwatch.GetTimestamp();
            native.Submit(picture);
            submits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            // Returns when the submitted picture is done, too: one translation at a time.
            native.Translate(picture, answer);
        }

        native.Destroy();
        return [BenchRow.Most("native.ratio", new Measurements(calls).Median / new Measurements(managed).Median, "", 1.03), BenchRow.Most("native.submit_ms", new Measurements(submits).Median, "ms", 0.2)];
    }

    /// <summary>The library as a C program meets it: by name, through the header's structs.</summary>
    private sealed class NativeTranslator
    {
        private readonly nint _library;
        private readonly delegate* unmanaged[Cdecl]<ulong, Image*, Image*, int> _translate;
        private readonly delegate* unmanaged[Cdecl]<ulong, Image*, ulong*, int> _submit;
        private readonly ulong _handle;

        public NativeTranslator(string library, string model)
        {
            _library = NativeLibrary.Load(library);
            _translate = (delegate* unmanaged[Cdecl]<ulong, Image*, Image*, int>)NativeLibrary.GetExport(_library, "p2p_translate");
            _submit = (delegate* unmanaged[Cdecl]<ulong, Image*, ulong*, int>)NativeLibrary.GetExport(_library, "p2p_submit");
            ulong handle;
            Require(((delegate* unmanaged[Cdecl]<void*, ulong*, int>)NativeLibrary.GetExport(_library, "p2p_create"))(null, &handle));
            _handle = handle;
            fixed (byte* path = Encoding.UTF8.GetBytes($"{model}\0"))
            {
                Require(((delegate* unmanaged[Cdecl]<ulong, byte*, int>)NativeLibrary.GetExport(_library, "p2p_load"))(_handle, path));
            }
        }

        // Optimised from the first call on: as first compiled, it leaves the wide registers in a state that slows the library's code down fivefold.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Translate(PixelImage input, PixelImage output)
        {
            fixed (byte* from = input.Rgba, to = output.Rgba)
            {
                var (read, written) = (Image.Over(input, from), Image.Over(output, to));
                Require(_translate(_handle, &read, &written));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Submit(PixelImage input)
        {
            fixed (byte* from = input.Rgba)
            {
                var read = Image.Over(input, from);
                Require(_submit(_handle, &read, null));
            }
        }

        public void Destroy() => Require(((delegate* unmanaged[Cdecl]<ulong, int>)NativeLibrary.GetExport(_library, "p2p_destroy"))(_handle));

        private void Require(int status)
        {
            if (status != 0)
            {
                var words = ((delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(_library, "p2p_last_error"))();
                throw new UserException(BenchTexts.LibraryFailed(status, Marshal.PtrToStringUTF8(words)));
            }
        }
    }

    /// <summary>The header's <c>p2p_image</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Image
    {
        public uint StructSize;
        public uint Flags;
        public int Width;
        public int Height;
        public long Stride;
        public byte* Pixels;
        public int Format;

        public static Image Over(PixelImage picture, byte* pixels) => new()
        {
            StructSize = (uint)sizeof(Image), Width = picture.Width, Height = picture.Height, Stride = picture.Width * 4L, Pixels = pixels,
        };
    }
}
