using System.Buffers.Binary;
using System.Text;

namespace Pix2Pix.Realtime.App.Osc;

/// <summary>
/// Reads packets of Open Sound Control 1.0 (opensoundcontrol.org): messages, and bundles of them, which are carried out at once whatever their time tag says.
/// Nothing that comes over a network makes it throw.
/// </summary>
internal static class OscPacket
{
    /// <summary>Bundles in bundles deeper than this are nobody's controller.</summary>
    private const int DeepestBundle = 8;

    private const int TimeTagBytes = 8;

    private static ReadOnlySpan<byte> BundleHead => "#bundle\0"u8;

    /// <summary>Reads every message of a packet.</summary>
    /// <param name="packet">One datagram.</param>
    /// <param name="messages">They are added here, those before a fault too.</param>
    /// <returns>Null when all of it was understood, else what was expected and found.</returns>
    public static string? Read(ReadOnlySpan<byte> packet, ICollection<OscMessage> messages) => Read(packet, messages, depth: 0);

    private static string? Read(ReadOnlySpan<byte> packet, ICollection<OscMessage> messages, int depth)
    {
        if (packet.StartsWith(BundleHead))
        {
            return depth < DeepestBundle ? ReadBundle(packet[BundleHead.Length..], messages, depth) : OscTexts.TooDeep(DeepestBundle);
        }

        return ReadMessage(packet, messages);
    }

    private static string? ReadBundle(ReadOnlySpan<byte> rest, ICollection<OscMessage> messages, int depth)
    {
        if (rest.Length < TimeTagBytes)
        {
            return OscTexts.ShortTime(TimeTagBytes, rest.Length);
        }

        rest = rest[TimeTagBytes..];
        while (!rest.IsEmpty)
        {
            if (rest.Length < sizeof(int) || BinaryPrimitives.ReadInt32BigEndian(rest) is var length && (length <= 0 || length > rest.Length - sizeof(int)))
            {
                return OscTexts.LongElement(rest.Length);
            }

            if (Read(rest.Slice(sizeof(int), length), messages, depth + 1) is { } fault)
            {
                return fault;
            }

            rest = rest[(sizeof(int) + length)..];
        }

        return null;
    }

    private static string? ReadMessage(ReadOnlySpan<byte> packet, ICollection<OscMessage> messages)
    {
        if (!TryText(ref packet, out var address) || address is not ['/', _, ..])
        {
            return OscTexts.NoAddress;
        }

        if (!TryText(ref packet, out var tags) || tags is not [',', ..])
        {
            return OscTexts.NoTypes(address);
        }

        if (ReadArgument(tags.Length > 1 ? tags[1] : ' ', packet, address) is not { } message)
        {
            return OscTexts.UnknownTypes(address, tags, packet.Length);
        }

        messages.Add(message);
        return null;
    }

    private static OscMessage? ReadArgument(char tag, ReadOnlySpan<byte> bytes, string address) => tag switch
    {
        'f' when bytes.Length >= sizeof(float) => new OscMessage(address, BinaryPrimitives.ReadSingleBigEndian(bytes), null),
        'd' when bytes.Length >= sizeof(double) => new OscMessage(address, BinaryPrimitives.ReadDoubleBigEndian(bytes), null),
        'i' when bytes.Length >= sizeof(int) => new OscMessage(address, BinaryPrimitives.ReadInt32BigEndian(bytes), null),
        'h' when bytes.Length >= sizeof(long) => new OscMessage(address, BinaryPrimitives.ReadInt64BigEndian(bytes), null),
        'T' => new OscMessage(address, 1, null),
        'F' => new OscMessage(address, 0, null),
        's' or 'S' when TryText(ref bytes, out var text) => new OscMessage(address, double.NaN, text),
        _ => null,
    };

    /// <summary>Text ends with a zero and is filled up with zeros to a multiple of four bytes.</summary>
    private static bool TryText(ref ReadOnlySpan<byte> bytes, out string text)
    {
        var end = bytes.IndexOf((byte)0);
        var length = (end + 4) & ~3;
        if (end < 0 || length > bytes.Length)
        {
            text = "";
            return false;
        }

        text = Encoding.UTF8.GetString(bytes[..end]);
        bytes = bytes[length..];
        return true;
    }
}
