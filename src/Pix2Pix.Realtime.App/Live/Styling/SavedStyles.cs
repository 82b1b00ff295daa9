using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Styling;

/// <summary>The person's styles: a style file each, and beside it a picture of the canvas that it was saved with. Main thread.</summary>
/// <param name="folder">Where they lie; need not exist.</param>
internal sealed class SavedStyles(string folder)
{
    private const string Ending = ".style.yaml";
    private const string PictureEnding = ".png";
    private const int ThumbnailSide = 96;

    private string[]? _files;
    private GridImage[] _pictures = [];

    /// <summary>Of the person who runs the program.</summary>
    public static SavedStyles OfUser() => new(UserFolders.Data("styles"));

    /// <summary>A picture each, in the order of their names.</summary>
    public IReadOnlyList<GridImage> Pictures
    {
        get
        {
            if (_files is null)
            {
                List();
            }

            return _pictures;
        }
    }

    /// <summary>A style's file.</summary>
    /// <param name="index">As in <see cref="Pictures"/>.</param>
    public string File(int index) => _files![index];

    /// <summary>Saves a style under a name of its own.</summary>
    /// <param name="picture">What the canvas looks like in it.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public string Add(StyleDefinition definition, ReadOnlySpan<float> style, PixelImage picture)
    {
        Directory.CreateDirectory(folder);
        var path = ResultFolders.NewFile(folder, $"style{Ending}");
        StyleFile.Save(path, definition, style);
        ImageFile.Save(PictureOf(path), ImageFile.ResizeBicubic(picture, ThumbnailSide, ThumbnailSide));
        _files = null;
        return path;
    }

    /// <summary>Removes a style and its picture.</summary>
    /// <param name="index">As in <see cref="Pictures"/>.</param>
    public void Remove(int index)
    {
        System.IO.File.Delete(_files![index]);
        System.IO.File.Delete(PictureOf(_files[index]));
        _files = null;
    }

    private void List()
    {
        _files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, $"*{Ending}").OrderBy(Stem, StringComparer.Ordinal)] : [];
        _pictures = [.. _files.Select(file => new GridImage(Stem(file), Picture(file)))];
    }

    /// <summary>A style is worth as much without its picture.</summary>
    private static PixelImage? Picture(string file)
    {
        try
        {
            return System.IO.File.Exists(PictureOf(file)) ? ImageFile.Load(PictureOf(file)) : null;
        }
        catch (UserException)
        {
            return null;
        }
    }

    private static string Stem(string file) => Path.GetFileName(file)[..^Ending.Length];

    private static string PictureOf(string file) => file[..^Ending.Length] + PictureEnding;
}
