using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.Native;

/// <summary>Checks what C hands over before anything reads it: pointers, struct sizes, formats, numbers. A check that holds allocates nothing.</summary>
internal static unsafe class Arguments
{
    /// <summary>From a picture's first byte to its last: a terabyte. So where a row lies never overflows, and a stride that was never set is not followed.</summary>
    private const long MostBytes = 1L << 40;

    /// <exception cref="StatusException">The picture can't be read or written as it is described.</exception>
    public static void Require(NativeImage* image)
    {
        Require(image is not null, "Expected a p2p_image, found a null pointer.");
        Require(image->StructSize >= sizeof(NativeImage), $"Expected a p2p_image whose struct_size is at least {sizeof(NativeImage)}, found {image->StructSize}.");
        Require(image->Pixels is not null, "Expected a picture's pixels, found a null pointer.");
        Require(image->Format is NativeImage.Rgba8 or NativeImage.RgbaFloat, $"Expected a p2p_format, {NativeImage.Rgba8} or {NativeImage.RgbaFloat}, found {image->Format}.");
        Require((image->Flags & ~NativeImage.BottomUp) == 0, $"Expected p2p_image_flags, 0 or {NativeImage.BottomUp}, found {image->Flags}.");
        Require(image->Width > 0 && image->Height > 0, $"Expected a picture of at least 1x1 pixels, found {image->Width}x{image->Height}.");
        var row = (long)image->Width * image->BytesPerPixel;
        Require(image->Stride >= row, $"Expected a stride of at least a row's {row} bytes, found {image->Stride}.");
        Require(
            image->Stride <= MostBytes / image->Height,
            $"Expected a stride of at most {MostBytes / image->Height} bytes, for no memory holds {image->Height} rows further apart, found {image->Stride}.");
    }

    /// <exception cref="StatusException">An option is out of range.</exception>
    public static LoadOptions Read(NativeOptions* options)
    {
        if (options is null)
        {
            return new LoadOptions();
        }

        Require(options->StructSize >= sizeof(NativeOptions), $"Expected a p2p_options whose struct_size is at least {sizeof(NativeOptions)}, found {options->StructSize}.");
        var provider = (ExecutionProvider)options->Provider;
        Require(Enum.IsDefined(provider), $"expected a p2p_provider, found {options->Provider}");
        Require(options->Threads is >= 0 and <= LoadOptions.MostThreads, $"expected 0..{LoadOptions.MostThreads} threads, found {options->Threads}");
        Require(
            options->Width > 0 == options->Height > 0 && options->Width >= 0 && options->Height >= 0,
            $"Expected width and height both 0 or both positive, found {options->Width}x{options->Height}.");
        return new LoadOptions
        {
            Provider = provider,
            Threads = options->Threads,
            Size = options->Width > 0 ? (options->Width, options->Height) : null,
        };
    }

    public static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new StatusException(Status.InvalidArgument, sentence);
        }
    }

    /// <param name="sentence">Only put together when the check does not hold.</param>
    public static void Require(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] FaultSentence sentence)
    {
        if (!holds)
        {
            throw new StatusException(Status.InvalidArgument, sentence.ToString());
        }
    }
}
