using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's functions. No exception crosses: each becomes a status, and its message the thread's last error.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception that reaches C ends the process.")]
internal static unsafe class Exports
{
    private const uint Version = 0x0001_0000;

    [UnmanagedCallersOnly(EntryPoint = "p2p_version", CallConvs = [typeof(CallConvCdecl)])]
    public static uint GetVersion() => Version;

    [UnmanagedCallersOnly(EntryPoint = "p2p_create", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Create(NativeOptions* options, ulong* translator)
    {
        try
        {
            Require(translator is not null, "expected a place for the translator, found a null pointer");
            *translator = 0;
            *translator = Handles.Add(new Translator(Read(options)));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_load", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Load(ulong translator, byte* path)
    {
        try
        {
            Require(path is not null, "expected a path, found a null pointer");
            Handles.Get(translator).Load(Marshal.PtrToStringUTF8((nint)path)!);
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_get_info", CallConvs = [typeof(CallConvCdecl)])]
    public static Status GetInfo(ulong translator, NativeInfo* info)
    {
        try
        {
            Require(
                info is not null && info->StructSize >= sizeof(NativeInfo),
                "expected a p2p_info with its struct_size set, found a null pointer or a smaller one");
            var read = Handles.Get(translator).Info;
            info->Width = read.Input.Width;
            info->Height = read.Input.Height;
            info->InputChannels = read.Input.Channels;
            info->OutputChannels = read.Output.Channels;
            info->Step = read.Step;
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_translate", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Translate(ulong translator, NativeImage* input, NativeImage* output)
    {
        try
        {
            Require(input);
            Require(output);
            Handles.Get(translator).Translate(*input, *output);
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_last_error", CallConvs = [typeof(CallConvCdecl)])]
    public static byte* GetLastError() => LastError.Address;

    [UnmanagedCallersOnly(EntryPoint = "p2p_destroy", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Destroy(ulong translator)
    {
        try
        {
            Handles.Remove(translator).Dispose();
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    private static LoadOptions Read(NativeOptions* options)
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

    private static void Require(NativeImage* image)
    {
        Require(
            image is not null && image->StructSize >= sizeof(NativeImage),
            "expected a p2p_image with its struct_size set, found a null pointer or a smaller one");
        Require(image->Pixels is not null, "expected a picture's pixels, found a null pointer");
        Require(image->Stride >= (long)image->Width * 4, "expected a stride of at least 4 bytes a pixel, found a smaller one");
    }

    private static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new StatusException(Status.InvalidArgument, sentence);
        }
    }
}
