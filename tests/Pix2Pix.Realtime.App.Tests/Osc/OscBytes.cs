using System.Buffers.Binary;
using System.Text;

namespace Pix2Pix.Realtime.App.Tests.Osc;

/// <summary>Writes packets as desks do, for the reader to read.</summary>
internal static class OscBytes
{
    public static byte[] Number(string address, float value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteSingleBigEndian(bytes, value);
        return [.. Text(address), .. Text(",f"), .. bytes];
    }

    public static byte[] Whole(string address, int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return [.. Text(address), .. Text(",i"), .. bytes];
    }

    public static byte[] Words(string address, string value) => [.. Text(address), .. Text(",s"), .. Text(value)];

    public static byte[] Switch(string address, bool value) => [.. Text(address), .. Text(value ? ",T" : ",F")];

    public static byte[] Bundle(params byte[][] elements)
    {
        var bytes = new List<byte>([.. Text("#bundle"), .. new byte[8]]);
        foreach (var element in elements)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, element.Length);
            bytes.AddRange([.. length, .. element]);
        }

        return [.. bytes];
    }

    private static byte[] Text(string text)
    {
        var bytes = new byte[(Encoding.UTF8.GetByteCount(text) + 4) & ~3];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
