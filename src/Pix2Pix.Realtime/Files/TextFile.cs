using System.Text;

namespace Pix2Pix.Realtime.Files;

/// <summary>Reads text that people write: UTF-8, or what its byte order mark says. Any thread.</summary>
internal static class TextFile
{
    /// <param name="most">Bytes; see <see cref="DataFile"/>.</param>
    /// <exception cref="UserException">The file is larger, not a regular file, or in another encoding, whose letters would come out wrong.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static string Read(string path, long most)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(new MemoryStream(DataFile.ReadBytes(path, most)), encoding, detectEncodingFromByteOrderMarks: true);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException fault)
        {
            throw new UserException($"{path}: expected text in UTF-8, found the byte 0x{fault.BytesUnknown?.FirstOrDefault():x2}, which is not UTF-8 (perhaps Latin-1); save it as UTF-8.", fault);
        }
    }
}
