using System.Buffers.Binary;
using System.Text;

namespace Pix2Pix.Realtime.Training.Native;

/// <summary>The symbol versions that a 64-bit little-endian ELF library asks of other libraries (section <c>.gnu.version_r</c>).</summary>
/// <remarks>Layout: the ELF-64 object file format, and "Symbol Versioning" of the Linux Standard Base.</remarks>
internal static class VersionNeeds
{
    private const uint VersionNeedSection = 0x6ffffffe;
    private const ushort WeakFlag = 2;
    private const int SectionHeaderSize = 64;

    /// <summary>Marks the need of one version as weak, so that the loader accepts a library that lacks it.</summary>
    /// <param name="library">The library's bytes; changed in place.</param>
    /// <param name="version">The version's name, e.g. <c>GLIBCXX_3.4.32</c>.</param>
    /// <returns>Whether the library asks for the version at all.</returns>
    /// <exception cref="InvalidDataException">The bytes are no 64-bit little-endian ELF library.</exception>
    public static bool MarkWeak(Span<byte> library, string version)
    {
        if (library.Length < SectionHeaderSize || !library.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException(NativeTexts.NoElf);
        }

        var sections = (int)Read64(library, 40);
        var sectionCount = Read16(library, 60);
        for (var i = 0; i < sectionCount; i++)
        {
            var section = library.Slice(sections + (i * SectionHeaderSize), SectionHeaderSize);
            if (Read32(section, 4) == VersionNeedSection)
            {
                var names = library.Slice(sections + ((int)Read32(section, 40) * SectionHeaderSize), SectionHeaderSize);
                var strings = library[(int)Read64(names, 24)..];
                return MarkWeak(library[(int)Read64(section, 24)..], strings, Encoding.ASCII.GetBytes(version + '\0'));
            }
        }

        return false;
    }

    private static bool MarkWeak(Span<byte> needs, ReadOnlySpan<byte> strings, ReadOnlySpan<byte> version)
    {
        for (var need = needs; ;)
        {
            var entry = need[(int)Read32(need, 8)..];
            for (var left = Read16(need, 2); left > 0; left--)
            {
                if (strings[(int)Read32(entry, 8)..].StartsWith(version))
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], (ushort)(Read16(entry, 4) | WeakFlag));
                    return true;
                }

                entry = entry[(int)Read32(entry, 12)..];
            }

            var next = (int)Read32(need, 12);
            if (next == 0)
            {
                return false;
            }

            need = need[next..];
        }
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Read32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong Read64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
