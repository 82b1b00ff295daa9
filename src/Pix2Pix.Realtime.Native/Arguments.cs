using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.Native;

/// <summary>Looks at what C hands over before anything reads it: pointers, struct sizes, formats, numbers.</summary>
internal static unsafe class Arguments
{
    /// <exception cref="StatusException">The picture can't be read or written as it is described.</exception>
    public static void Require(NativeImage* image)
    {
        Require(
            image is not null && image->StructSize >= sizeof(NativeImage),
            "expected a p2p_image with its struct_size set, found a null pointer or a smaller one");
        Require(image->Pixels is not null, "expected a picture's pixels, found a null pointer");
        Require(image->Format is NativeImage.Rgba8 or NativeImage.RgbaFloat, "expected a p2p_format, found another number");
        Require((image->Flags & ~NativeImage.BottomUp) == 0, "expected p2p_image_flags, found a flag that this version does not know");
        Require(image->Width > 0 && image->Height > 0, "expected a picture of at least 1x1 pixels, found none");
        Require(image->Stride >= (long)image->Width * image->BytesPerPixel, "expected a stride of at least a row's bytes, found a smaller one");
    }

    /// <exception cref="StatusException">An option is out of range.</exception>
    public static LoadOptions Read(NativeOptions* options)
    {
        if (options is null)
        {
            return new LoadOptions();
        }

        Require(options->StructSize >= sizeof(NativeOptions), "expected a p2p_options with its struct_size set, found a smaller one");
        var provider = (ExecutionProvider)options->Provider;
        Require(Enum.IsDefined(provider), "expected a p2p_provider, found another number");
        Require(options->Threads >= 0, "expected 0 or more threads, found a negative number");
        Require(options->Width > 0 == options->Height > 0 && options->Width >= 0 && options->Height >= 0, "expected width and height both 0 or both positive");
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
}
