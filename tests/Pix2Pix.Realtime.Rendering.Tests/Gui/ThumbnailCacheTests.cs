using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Files;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

public sealed class ThumbnailCacheTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thumbnails");
    private readonly AutoResetEvent _ready = new(false);

    [Fact]
    public void Pictures_come_small_and_in_their_shape_and_a_broken_file_stays_empty()
    {
        var (wide, small, broken) = (Save("wide.png", 400, 100), Save("small.png", 10, 30), Path.Combine(_folder.FullName, "broken.png"));
        File.WriteAllText(broken, "no picture");
        using var cache = new ThumbnailCache(64, 10, () => _ready.Set());
        string[] paths = [wide, small, broken];
        Assert.All(paths, path => Assert.Null(cache.Get(path)));
        PixelImage? one, other;
        while ((one = cache.Get(wide)) is null | (other = cache.Get(small)) is null)
        {
            Assert.True(_ready.WaitOne(Patience));
        }

        Assert.Equal((64, 16, 10, 30), (one!.Width, one.Height, other!.Width, other.Height));
        Assert.Null(cache.Get(broken));
        Assert.Same(one, cache.Get(wide));
    }

    [Fact]
    public void The_one_looked_at_longest_ago_makes_room()
    {
        string[] paths = [.. Enumerable.Range(0, 3).Select(index => Save($"{index}.png", 8, 8))];
        using var cache = new ThumbnailCache(8, 2, () => _ready.Set());
        Wait(cache, paths[0]);
        Wait(cache, paths[1]);
        Wait(cache, paths[0]);
        Wait(cache, paths[2]);
        Assert.NotNull(cache.Get(paths[0]));
        Assert.Null(cache.Get(paths[1]));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Wait(ThumbnailCache cache, string path)
    {
        while (cache.Get(path) is null)
        {
            Assert.True(_ready.WaitOne(Patience));
        }
    }

    private string Save(string name, int width, int height)
    {
        var path = Path.Combine(_folder.FullName, name);
        ImageFile.Save(path, new PixelImage(width, height));
        return path;
    }
}
