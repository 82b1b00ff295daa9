using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Images;

public sealed class ImageFileTests
{
    private static readonly Gen<PixelImage> Pictures = Gen.Select(Gen.Int[1, 24], Gen.Int[1, 24]).SelectMany((width, height) =>
        Gen.Byte.Array[width * height * 4].Select(bytes => new PixelImage(width, height, bytes)));

    [Theory]
    [InlineData("pillow_hopper.jpg", 128, 128)]
    [InlineData("pillow_hopper_16bit_qtables.jpg", 128, 128)]
    [InlineData("pillow_hopper_orientation_6.jpg", 128, 128)]
    [InlineData("pillow_icc-after-SOF.jpg", 10, 10)]
    [InlineData("pillow_pil_sample_cmyk.jpg", 100, 100)]
    [InlineData("pillow_chi.gif", 320, 240)]
    [InlineData("imagers_basn6a16.png", 32, 32)]
    [InlineData("imagers_interlaced.gif", 32, 32)]
    [InlineData("imagers_tm3n3p02.png", 32, 32)]
    [InlineData("imagers_simple-gray.webp", 100, 100)]
    [InlineData("pillow_hopper.bmp", 128, 128)]
    public void Unusual_files_are_read(string name, int width, int height)
    {
        var picture = ImageFile.Load(SharedData.File("odd", name));
        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData("pillow_truncated_jpeg.jpg")]
    [InlineData("skimage_truncated.jpg")]
    [InlineData("pillow_truncated_end_chunk.png")]
    [InlineData("pillow_broken.png")]
    public void Cut_damaged_and_unsupported_files_are_refused_in_one_sentence(string name)
    {
        var fault = Assert.Throws<UserException>(() => ImageFile.Load(SharedData.File("odd", name)));
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void Every_odd_file_is_read_or_refused_in_words()
    {
        foreach (var file in Directory.GetFiles(SharedData.Folder("odd")))
        {
            var fault = Record.Exception(() => ImageFile.Load(file));
            Assert.True(fault is null or UserException, $"{Path.GetFileName(file)}: {fault}");
        }
    }

    [Fact]
    public void A_turned_photograph_comes_upright()
    {
        var upright = ImageFile.Load(SharedData.File("odd", "pillow_hopper.jpg"));
        var turned = ImageFile.Load(SharedData.File("odd", "pillow_hopper_orientation_6.jpg"));
        Assert.Equal((upright.Width, upright.Height), (turned.Width, turned.Height));
        var difference = upright.Rgba.Zip(turned.Rgba, (a, b) => Math.Abs(a - b)).Average();
        Assert.InRange(difference, 0, 8);
    }

    [Fact]
    public void A_saved_png_reads_back_equal() => Pictures.Sample(picture =>
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("picture.png");
        ImageFile.Save(file, picture);
        return ImageFile.Load(file).Rgba.AsSpan().SequenceEqual(picture.Rgba);
    }, iter: 30);

    [Fact]
    public void A_file_cut_anywhere_is_refused() => Gen.Select(Gen.Bool, Gen.Double[0, 0.999]).Sample((isJpeg, share) =>
    {
        var picture = new PixelImage(48, 40);
        new Random(5).NextBytes(picture.Rgba);
        var whole = isJpeg ? ImageFile.EncodeJpeg(picture) : ImageFile.EncodePng(picture);
        var cut = whole[..(int)(whole.Length * share)];
        return Record.Exception(() => ImageFile.Decode(cut)) is UserException;
    });

    [Fact]
    public void Bytes_after_the_end_are_legal()
    {
        var picture = new PixelImage(8, 8);
        Assert.Equal(8, ImageFile.Decode([.. ImageFile.EncodeJpeg(picture), 1, 2, 3]).Width);
        Assert.Equal(8, ImageFile.Decode([.. ImageFile.EncodePng(picture), 1, 2, 3]).Width);
    }

    [Fact]
    public void A_format_that_is_not_written_is_refused_before_anything_is()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<UserException>(() => ImageFile.Save(folder.File("picture.webp"), new PixelImage(2, 2)));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_missing_file_is_one_sentence() =>
        Assert.Contains("no such file", Assert.Throws<UserException>(() => ImageFile.Load("nowhere.png")).Message, StringComparison.Ordinal);
}
