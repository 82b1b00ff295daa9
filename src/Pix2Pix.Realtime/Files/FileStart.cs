using System.Buffers;
using System.Text;

namespace Pix2Pix.Realtime.Files;

/// <summary>What a file of an unknown kind seems to be by its first bytes, for the sentence that refuses it: most wrong files are a saved web page, a pointer of Git LFS or a phone's picture. Any thread.</summary>
internal static class FileStart
{
    /// <summary>As many bytes as <see cref="Describe"/> looks at.</summary>
    public const int Length = 64;

    private const int ShownCharacters = 24;

    /// <summary>Fewer that can be printed may stand there by chance.</summary>
    private const int FewestCharacters = 4;
    private const int ShownBytes = 8;

    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>Text, in lower case and without what may stand before it.</summary>
    private static readonly (string Start, string Words)[] Texts =
    [
        ("version https://git-lfs", "a pointer of Git LFS instead of the file; run 'git lfs pull' in its repository"),
        ("<!doctype html", "a web page; download the file itself"),
        ("<html", "a web page; download the file itself"),
        ("<svg", "an SVG drawing; export it as PNG"),
        ("<?xml", "an XML file, such as an SVG drawing; choose another file"),
    ];

    private static readonly (byte[] Start, string Words)[] Kinds =
    [
        ("%PDF"u8.ToArray(), "a PDF; export its picture as PNG"),
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or a file made of one, such as a PyTorch checkpoint; unpack or export it first"),
        ([0x1F, 0x8B], "a gzip archive; unpack it first"),
        ([0x89, (byte)'H', (byte)'D', (byte)'F'], "an HDF5 file, such as a Keras model; export it as ONNX first"),
        .. Enumerable.Range(2, 4).Select(protocol => (new byte[] { 0x80, (byte)protocol }, "a Python pickle, such as a PyTorch checkpoint; export it as ONNX first")),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture; choose another file"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture; choose another file"),
        ([0xFF, 0x0A], "a JPEG XL picture; save it as PNG or JPEG"),
        ("8BPS"u8.ToArray(), "a Photoshop document; export it as PNG"),
        ("gimp xcf"u8.ToArray(), "a GIMP document; export it as PNG"),
        ("GGUF"u8.ToArray(), "a GGUF language model; choose another file"),
    ];

    /// <summary>What it seems to be, and what to do, e.g. "a web page; download the file itself".</summary>
    /// <param name="start">The file's first bytes, at most <see cref="Length"/> of which count; fewer where it is shorter.</param>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        start = start[..Math.Min(start.Length, Length)];
        if (start.IsEmpty)
        {
            return "an empty file; copy or download it again";
        }

        if (start.TrimStart((byte)0).IsEmpty)
        {
            return "zeros, as an interrupted download leaves them; copy or download it again";
        }

        // ISO media files say after a length what they are.
        if (start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8))
        {
            return start[8..12] is [(byte)'a', (byte)'v', (byte)'i', ..] or [(byte)'h', (byte)'e', ..] or [(byte)'m', (byte)'i', (byte)'f', ..]
                ? "an AVIF or HEIC picture; save it as PNG or JPEG" : "a video; choose another file";
        }

        foreach (var (kind, words) in Kinds)
        {
            if (start.StartsWith(kind))
            {
                return words;
            }
        }

        var text = Encoding.Latin1.GetString(start.StartsWith(Encoding.UTF8.Preamble) ? start[Encoding.UTF8.Preamble.Length..] : start).TrimStart();
        foreach (var (kind, words) in Texts)
        {
            if (text.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
            {
                return words;
            }
        }

        var line = text.AsSpan()[..(text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length)];
        return line.Length >= FewestCharacters && line.IndexOfAnyExcept(Printable) < 0
            ? $"text that begins with '{line[..Math.Min(line.Length, ShownCharacters)]}'; choose another file"
            : $"a file that begins with the bytes {Convert.ToHexString(start[..Math.Min(start.Length, ShownBytes)])}; choose another file";
    }

    /// <summary>The first bytes of a file, at most <see cref="Length"/>.</summary>
    /// <param name="file">One that can seek, at any position; it is left at another.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static byte[] Of(Stream file)
    {
        file.Position = 0;
        var start = new byte[(int)Math.Min(file.Length, Length)];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }
}
