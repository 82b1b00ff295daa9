namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>BMP of Windows and OS/2: a file header, a picture header, colours, then rows of whole 4 bytes, or runs of equal pixels.</summary>
internal static class BmpFile
{
    private const int FileHeader = 14;

    /// <summary>OS/2's first header; all later ones start alike.</summary>
    private const int CoreHeader = 12;

    public static CodedPicture Read(byte[] file)
    {
        var bytes = new FileBytes(file, "BMP");

        // OS/2 puts an array's header before the first picture of several.
        var start = file[1] == 'A' ? FileHeader : 0;
        var (pixels, header) = (bytes.UInt32(start + 10), start + FileHeader);
        var isCore = bytes.UInt32(header) == CoreHeader;
        var width = isCore ? bytes.UInt16(header + 4) : (int)bytes.UInt32(header + 4);
        var height = isCore ? bytes.UInt16(header + 6) : Math.Abs((long)(int)bytes.UInt32(header + 8));
        CodedPicture.RequireSize(width, height);
        var bits = bytes.UInt16(header + (isCore ? 10 : 14));
        var compression = isCore ? 0 : bytes.UInt32(header + 16);
        if ((compression, bits) is (1, 8) or (2, 4) or (4, 24))
        {
            CodedPicture.RequireHeld(width * height, BmpRuns.Count(bytes, pixels, bits, width, height));
        }
        else
        {
            bytes.Slice(pixels, (((long)width * bits) + 31) / 32 * 4 * height);
        }

        return new CodedPicture(width, (int)height, file);
    }
}
