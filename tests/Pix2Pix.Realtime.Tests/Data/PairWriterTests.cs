using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class PairWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pairs_are_numbered_on_and_read_back_as_they_were_given()
    {
        var set = Path.Combine(_folder.Path, "mine");
        var (first, second) = (PairWriter.Add(set, Filled(10), Filled(200)), PairWriter.Add(set, Filled(30), Filled(220)));
        Assert.Equal(["00001.png", "00002.png"], new[] { first, second }.Select(Path.GetFileName));
        var dataset = DatasetFolder.Open(set, PairLayout.Auto);
        Assert.Equal(2, dataset.Train.Union(dataset.Validation).Count());
        var (a, b) = dataset.Train.Union(dataset.Validation).Single(pair => pair.Name == "00002").Read();
        Assert.Equal((30, 220), (a.Rgba[0], b.Rgba[0]));
    }

    [Fact]
    public void A_folder_of_something_else_is_left_alone()
    {
        File.WriteAllText(_folder.File("letters", "dear.txt"), "");
        Assert.Contains("found other files", Assert.Throws<UserException>(() => PairWriter.Add(Path.Combine(_folder.Path, "letters"), Filled(1), Filled(2))).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "letters", "train")));
    }

    private static PixelImage Filled(byte value)
    {
        var picture = new PixelImage(8, 8);
        Array.Fill(picture.Rgba, value);
        for (var i = 3; i < picture.Rgba.Length; i += 4)
        {
            picture.Rgba[i] = byte.MaxValue;
        }

        return picture;
    }
}
