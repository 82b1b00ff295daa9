using System.Text;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Tells from a file's bytes, without reading its graph, whether this program made it: its own files load as they are.</summary>
internal static class OnnxHeader
{
    private const int Producer = 2;
    private const int Metadata = 14;

    /// <summary>Whether the producer or a metadata entry is ours. Bytes that are no ONNX file are nobody's.</summary>
    public static bool IsSnapshot(ReadOnlySpan<byte> model)
    {
        ReadOnlySpan<byte> key = "pix2pix."u8;
        var place = 0;
        while (place < model.Length && TryReadNumber(model, ref place, out var tag))
        {
            var length = 0UL;
            if ((tag & 7) is 0 or 2 && !TryReadNumber(model, ref place, out length))
            {
                return false;
            }

            length = (tag & 7) switch { 0 => 0, 1 => 8, 2 => length, 5 => 4, _ => ulong.MaxValue };
            if (length > (ulong)(model.Length - place))
            {
                return false;
            }

            var content = model.Slice(place, (int)length);

            // An entry begins with its key: a tag and a length of one byte each.
            var isOurs = (tag >> 3) switch
            {
                Producer => Encoding.UTF8.GetString(content) == SnapshotMetadata.Producer,
                Metadata => content.Length > 2 && content[2..].StartsWith(key),
                _ => false,
            };
            if (isOurs)
            {
                return true;
            }

            place += (int)length;
        }

        return false;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> bytes, ref int place, out ulong number)
    {
        number = 0;
        for (var shift = 0; shift < 64 && place < bytes.Length; shift += 7)
        {
            var one = bytes[place++];
            number |= ((ulong)one & 0x7F) << shift;
            if (one < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
