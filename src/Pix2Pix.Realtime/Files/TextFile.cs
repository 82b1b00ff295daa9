using System.Text;

namespace Pix2Pix.Realtime.Files;

/// <summary>Reads text that people write: UTF-8, or what its byte order mark says. Any thread.</summary>
internal static class TextFile
{
    /// <exception cref="UserException">The file is in another encoding, whose letters would come out wrong.</exception>
    public static string Read(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException fault)
        {
            throw new UserException($"{path}: expected text in UTF-8, found the byte 0x{fault.BytesUnknown?.FirstOrDefault():x2} as Latin-1 and others have it; save it as UTF-8.", fault);
        }
    }
}
