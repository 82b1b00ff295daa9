using System.Diagnostics.CodeAnalysis;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>
/// The file in which one window keeps its painting. Each window has one of its own, by a lock that ends with the process: two windows never write the same file, and
/// what a window left is there for the next one. Main thread.
/// </summary>
internal sealed class PaintingPlace : IDisposable
{
    /// <summary>Windows of one person at a time, and paintings that wait for one.</summary>
    private const int Most = 100;

    private readonly FileLock _lock;

    private PaintingPlace(string path, FileLock held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <summary>All paintings that are there, whichever window made them, the newest first.</summary>
    /// <param name="stem">The first window's file without its ending.</param>
    public static IReadOnlyList<string> Kept(string stem) => [.. Files(stem).Where(File.Exists).OrderByDescending(File.GetLastWriteTimeUtc)];

    /// <summary>Takes a file, whether it is there yet or not.</summary>
    /// <returns>False where another window has it.</returns>
    /// <exception cref="IOException">The folder can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written.</exception>
    public static bool TryTake(string path, [NotNullWhen(true)] out PaintingPlace? place)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        place = FileLock.TryTake($"{path}.lock") is { } held ? new PaintingPlace(path, held) : null;
        return place is not null;
    }

    /// <summary>Takes a file that is not there yet.</summary>
    /// <inheritdoc cref="TryTake"/>
    public static PaintingPlace TakeNew(string stem)
    {
        foreach (var path in Files(stem).Where(path => !File.Exists(path)))
        {
            if (TryTake(path, out var place))
            {
                // The window that had it may have saved and ended in between.
                if (!File.Exists(path))
                {
                    return place;
                }

                place.Dispose();
            }
        }

        throw new IOException(CanvasTexts.TooManyPaintings(Most, System.IO.Path.GetDirectoryName(stem)));
    }

    public void Dispose() => _lock.Dispose();

    private static IEnumerable<string> Files(string stem) => Enumerable.Range(1, Most).Select(number => number == 1 ? $"{stem}.png" : $"{stem}.{number}.png");
}
