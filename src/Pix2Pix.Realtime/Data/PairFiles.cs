using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Data;

/// <summary>Where one pair lies.</summary>
/// <param name="Name">Its name in the dataset, without folder and ending.</param>
/// <param name="A">The file of half A.</param>
/// <param name="B">The file of half B; the same file when both stand side by side in it.</param>
internal sealed record PairFiles(string Name, string A, string B)
{
    public bool IsSideBySide => A == B;

    /// <summary>Reads both halves at the size they have.</summary>
    /// <exception cref="UserException">A file is missing, cut or no picture, or a side-by-side picture has no two halves.</exception>
    public (PixelImage A, PixelImage B) Read()
    {
        if (!IsSideBySide)
        {
            return (ImageFile.Load(A), ImageFile.Load(B));
        }

        var both = ImageFile.Load(A);
        return both.Width % 2 == 0
            ? (both.Columns(0, both.Width / 2), both.Columns(both.Width / 2, both.Width / 2))
            : throw new UserException($"'{A}': expected two halves side by side, found a width of {both.Width} pixels, which is odd.");
    }
}
