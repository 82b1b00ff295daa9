using System.Diagnostics;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Sources;

public sealed class PictureReaderTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly SourceOptions Square = new() { Size = new PixelSize(8, 8) };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_shows_its_pictures_in_turn_and_leaves_damaged_ones_out()
    {
        Save("a.png", 40);
        File.WriteAllText(_folder.File("b.png"), "no picture");
        Save("c.png", 200);
        using var reader = new PictureReader(SourceAddress.Parse(_folder.Path), Square, () => { }, TimeSpan.FromMilliseconds(20));
        foreach (var shade in new byte[] { 40, 200, 40 })
        {
            Until(reader, () => reader.TryTake() && reader.Frame.Picture.Rgba[0] == shade);
        }
    }

    [Fact]
    public void Files_that_are_no_pictures_are_counted_and_named()
    {
        Save("a.png", 40);
        File.WriteAllText(_folder.File("b.heic"), "no picture");
        Save("c.png", 200);
        using var reader = new PictureReader(SourceAddress.Parse(_folder.Path), Square, () => { }, stay: null);
        Until(reader, () => reader.Watch().Words.Contains("1 file was skipped", StringComparison.Ordinal) && reader.Watch().Words.Contains("'b.heic'", StringComparison.Ordinal));
    }

    [Fact]
    public void For_a_clock_that_steps_every_picture_of_a_folder_waits_until_it_is_taken()
    {
        foreach (var (name, shade) in new[] { ("a.png", 40), ("b.png", 120), ("c.png", 200) })
        {
            Save(name, (byte)shade);
        }

        using var reader = new PictureReader(SourceAddress.Parse(_folder.Path), Square, () => { }, stay: null);
        foreach (var shade in new byte[] { 40, 120, 200, 40, 120 })
        {
            Until(reader, reader.TryTake);
            Assert.Equal(shade, reader.Frame.Picture.Rgba[0]);
        }
    }

    [Fact]
    public void After_a_still_picture_nobody_waits_for_another()
    {
        Save("a.png", 40);
        using var reader = new PictureReader(SourceAddress.Parse(_folder.File("a.png")), Square, () => { }, stay: null);
        Until(reader, reader.TryTake);

        // A wait for news that never come would not end.
        for (var frame = 0; frame < 100; frame++)
        {
            reader.Wait(Timeout.InfiniteTimeSpan);
        }

        Assert.False(reader.TryTake());
    }

    [Fact]
    public void A_damaged_picture_alone_fails_with_its_name()
    {
        File.WriteAllText(_folder.File("b.png"), "no picture");
        using var reader = new PictureReader(SourceAddress.Parse(_folder.File("b.png")), Square, () => { }, PictureReader.UsualStay);
        Until(reader, () => reader.Watch().State == SourceState.Failed);
        Assert.Contains("b.png", reader.Watch().Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_picture_is_cut_on_both_sides_or_lies_between_bars()
    {
        var wide = new PixelImage(16, 8);
        for (var i = 0; i < wide.Rgba.Length; i++)
        {
            wide.Rgba[i] = i % 4 == 3 ? (byte)255 : (byte)(i / 4 % 16 * 16);
        }

        var target = new PixelImage(8, 8);
        PictureFraming.Draw(wide, target, Square);
        Assert.Equal((64, 176), (target.Rgba[0], target.Rgba[7 * 4]));
        PictureFraming.Draw(wide, target, Square with { Framing = SourceFraming.Fit });
        Assert.Equal((0, 0, 255), (target.Row(0)[28], target.Row(7)[28], target.Row(0)[31]));
        Assert.True(target.Row(3)[28] > 200);
    }

    private void Save(string name, byte shade)
    {
        var picture = new PixelImage(12, 8);
        picture.Rgba.AsSpan().Fill(shade);
        for (var i = 3; i < picture.Rgba.Length; i += 4)
        {
            picture.Rgba[i] = byte.MaxValue;
        }

        ImageFile.Save(_folder.File(name), picture);
    }

    private static void Until(PictureReader reader, Func<bool> holds)
    {
        var start = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, reader.Watch().Words);
            reader.Wait(TimeSpan.FromMilliseconds(50));
        }
    }
}
