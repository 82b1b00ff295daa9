using System.Buffers.Binary;
using System.IO.Compression;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;

namespace Pix2Pix.Realtime.Tests.Images;

/// <summary>Pictures that other programs write: their formats, frames, notes and ends.</summary>
public sealed class ForeignPictureTests
{
    [Theory]
    [MemberData(nameof(Encodings.Names), MemberType = typeof(Encodings))]
    public void A_whole_file_is_read_and_one_cut_anywhere_is_refused(string name)
    {
        var picture = Encodings.Picture(40, 30);
        var whole = Encodings.Encode(name, picture);
        var read = ImageFile.Decode(whole);
        Assert.Equal((40, 30), (read.Width, read.Height));
        Assert.InRange(picture.Rgba.Zip(read.Rgba, (a, b) => Math.Abs(a - b)).Average(), 0, 12);

        // A GIF's last byte only says that no more pictures follow, a WebP's may be padding, and a TGA's last 26 say that it is of the second version.
        var end = name switch { "gif" or "webp" or "webp-lossless" => whole.Length - 1, "tga" or "tga-runs" => whole.Length - 26, _ => whole.Length };
        foreach (var share in new[] { 0.1, 0.5, 0.9, 0.99 })
        {
            var cut = whole[..(int)(end * share)];
            Assert.Throws<UserException>(() => ImageFile.Decode(cut));
        }
    }

    [Theory]
    [InlineData("full_cut50.bmp")]
    [InlineData("full_cut50.gif")]
    [InlineData("full_cut50.tga")]
    [InlineData("full_cut50.tif")]
    [InlineData("full_cut50.webp")]
    public void Cut_files_of_other_programs_are_called_cut(string name) =>
        Assert.Contains("cut", Assert.Throws<UserException>(() => ImageFile.Load(SharedData.File("faults", "cut", name))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_claims_more_pixels_than_it_holds_takes_no_memory()
    {
        var png = Encodings.Encode("png", Encodings.Picture(8, 8));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 8000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 8000);
        var jpeg = Encodings.Encode("jpeg", Encodings.Picture(8, 8));
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteInt16BigEndian(jpeg.AsSpan(frame + 5), 8000);
        BinaryPrimitives.WriteInt16BigEndian(jpeg.AsSpan(frame + 7), 8000);
        var gif = Encodings.Encode("gif", Encodings.Picture(8, 8));
        BinaryPrimitives.WriteInt16LittleEndian(gif.AsSpan(6), 8000);
        BinaryPrimitives.WriteInt16LittleEndian(gif.AsSpan(8), 8000);
        foreach (var file in new[] { png, jpeg, gif })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<UserException>(() => ImageFile.Decode(file));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        }
    }

    [Theory]
    [InlineData("frames.gif")]
    [InlineData("hdr8000.png")]
    public void Bombs_are_refused(string name) => Assert.Throws<UserException>(() => ImageFile.Load(SharedData.File("faults", name)));

    [Fact]
    public void Of_many_frames_only_the_first_is_decoded()
    {
        using var film = new Image<Rgba32>(600, 600, new Rgba32(200, 30, 30));
        using var other = new Image<Rgba32>(600, 600, new Rgba32(30, 200, 30));
        for (var i = 0; i < 40; i++)
        {
            film.Frames.AddFrame(other.Frames.RootFrame);
        }

        foreach (var name in new[] { "gif", "tiff-deflate" })
        {
            var file = Encodings.Encode(name, film);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var picture = ImageFile.Decode(file);
            Assert.InRange(picture.Rgba[0], 190, 210);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12_000_000);
        }
    }

    [Fact]
    public void Text_in_a_png_is_never_inflated()
    {
        var png = Encodings.Encode("png", Encodings.Picture(8, 8));
        using var text = new MemoryStream();
        text.Write("zTXtComment\0\0"u8);
        using (var packed = new ZLibStream(text, CompressionLevel.Optimal, leaveOpen: true))
        {
            packed.Write(new byte[100_000_000]);
        }

        var data = text.ToArray();
        byte[] chunk = [0, 0, 0, 0, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length - 4);
        byte[] file = [.. png[..33], .. chunk, .. png[33..]];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(8, ImageFile.Decode(file).Width);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("webp-lossless")]
    public void Pictures_on_their_side_come_upright(string name)
    {
        using var image = Image.LoadPixelData<Rgba32>(Encodings.Picture(40, 30).Rgba, 40, 30);
        image.Metadata.ExifProfile = new ExifProfile();
        image.Metadata.ExifProfile.SetValue(ExifTag.Orientation, (ushort)6);
        var file = Encodings.Encode(name, image);
        var picture = ImageFile.Decode(file);
        Assert.Equal((30, 40), (picture.Width, picture.Height));

        // What was the left column is the top row: red is low there, green falls from left to right.
        Assert.InRange(picture.Rgba[0], 0, 40);
        Assert.True(picture.Rgba[1] > picture.Row(0)[(29 * 4) + 1]);
    }

    [Theory]
    [InlineData("Exif\0\0")]
    [InlineData("")]
    public void Webp_says_its_orientation_with_and_without_a_prefix(string prefix)
    {
        var plain = Encodings.Encode("webp-lossless", Encodings.Picture(40, 30));
        byte[] notes = [.. System.Text.Encoding.ASCII.GetBytes(prefix), .. "II*\0\b\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0\u0006\0\0\0\0\0\0\0"u8];
        byte[] chunk = [.. "EXIF"u8, (byte)notes.Length, 0, 0, 0, .. notes, .. new byte[notes.Length % 2]];
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0x08, 0, 0, 0, 39, 0, 0, 29, 0, 0];
        byte[] file = [.. "RIFF\0\0\0\0WEBP"u8, .. extended, .. plain[12..], .. chunk];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        var picture = ImageFile.Decode(file);
        Assert.Equal((30, 40), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("few colours")]
    [InlineData("drawing")]
    [InlineData("ramp")]
    public void A_lossless_webp_that_holds_fewer_pixels_than_it_says_is_refused_before_memory_is_taken(string kind)
    {
        var picture = new PixelImage(300, 200);
        var random = new Random(5);
        for (var i = 0; i < picture.Rgba.Length; i += 4)
        {
            var (x, y) = (i / 4 % 300, i / 4 / 300);
            var (r, g, b) = kind switch
            {
                "noise" => (random.Next(256), random.Next(256), random.Next(256)),
                "few colours" => (x / 40 % 3 * 90, y / 30 % 2 * 200, random.Next(2) * 255),
                "drawing" => x < 150 ? (200, 200, 200) : (x % 256, random.Next(256), (x * y) % 256),
                _ => (x % 256, y % 256, (x + y) % 256),
            };
            (picture.Rgba[i], picture.Rgba[i + 1], picture.Rgba[i + 2], picture.Rgba[i + 3]) = ((byte)r, (byte)g, (byte)b, 255);
        }

        var file = Encodings.Encode("webp-lossless", picture);
        Assert.Equal(picture.Rgba, ImageFile.Decode(file).Rgba);

        // Behind the chunk's header and the signature stand 14 bits of each side less one.
        var sizes = file.AsSpan(21);
        BinaryPrimitives.WriteUInt32LittleEndian(sizes, (BinaryPrimitives.ReadUInt32LittleEndian(sizes) & 0xF0000000) | 7999 | (7999 << 14));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<UserException>(() => ImageFile.Decode(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
    }

    [Fact]
    public void A_lossless_webp_of_one_colour_takes_no_bits_and_is_whole()
    {
        var picture = new PixelImage(1000, 900);
        Array.Fill(picture.Rgba, (byte)255);
        var file = Encodings.Encode("webp-lossless", picture);
        Assert.InRange(file.Length, 0, 200);
        Assert.Equal(picture.Rgba, ImageFile.Decode(file).Rgba);
    }

    [Fact]
    public void An_animated_webp_gives_its_first_picture_on_its_screen()
    {
        var still = Encodings.Encode("webp-lossless", Encodings.Picture(20, 10));
        byte[] picture = [.. still[12..]];
        byte[] frame = [.. "ANMF"u8, 0, 0, 0, 0, 2, 0, 0, 3, 0, 0, 19, 0, 0, 9, 0, 0, 100, 0, 0, 0, .. picture];
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), frame.Length - 8);
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0x02, 0, 0, 0, 39, 0, 0, 29, 0, 0];
        byte[] file = [.. "RIFF\0\0\0\0WEBP"u8, .. extended, .. "ANIM\u0006\0\0\0\0\0\0\0\0\0"u8, .. frame, .. frame];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        var read = ImageFile.Decode(file);
        Assert.Equal((40, 30), (read.Width, read.Height));
        Assert.Equal(Encodings.Picture(20, 10).Row(5).ToArray(), read.Row(6 + 5).Slice(4 * 4, 20 * 4).ToArray());
        Assert.Equal(0, read.Rgba[3]);
    }

    [Fact]
    public void A_jpeg_with_a_cut_note_of_its_colours_is_read_as_others_read_it()
    {
        var jpeg = Encodings.Encode("jpeg", Encodings.Picture(40, 30));
        foreach (byte[] note in new byte[][] { [.. "Adobe"u8], [.. "Adobe\0d"u8], [] })
        {
            byte[] file = [0xFF, 0xD8, 0xFF, 0xEE, 0, (byte)(2 + note.Length), .. note, .. jpeg[2..]];
            Assert.Equal(ImageFile.Decode(jpeg).Rgba, ImageFile.Decode(file).Rgba);
        }
    }

    [Fact]
    public void The_jpeg_that_others_decode_is_decoded() => Assert.True(ImageFile.Load(SharedData.File("faults", "pillow_truncated_app14.jpg")).Width > 0);

    [Fact]
    public void A_gif_without_pictures_is_refused() =>
        Assert.Contains("found none", Assert.Throws<UserException>(() => ImageFile.Decode([.. "GIF89a\u0008\0\u0008\0\0\0\0;"u8])).Message, StringComparison.Ordinal);

    [Fact]
    public void Links_to_nothing_and_in_a_circle_are_one_sentence_each()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("dangling.png"), folder.File("nothing.png"));
        File.CreateSymbolicLink(folder.File("a.png"), folder.File("b.png"));
        File.CreateSymbolicLink(folder.File("b.png"), folder.File("a.png"));
        foreach (var name in new[] { "dangling.png", "a.png" })
        {
            Assert.Contains(name, Assert.Throws<UserException>(() => ImageFile.Load(folder.File(name))).Message, StringComparison.Ordinal);
            Assert.Null(ImageFile.Measure(folder.File(name)));
        }
    }

    [Theory]
    [InlineData("a.jfif", true)]
    [InlineData("a.JPE", true)]
    [InlineData("a.heic", false)]
    [InlineData("a.avif", false)]
    public void Endings_tell_pictures(string name, bool isPicture) => Assert.Equal(isPicture, ImageFile.IsPicture(name));

    [Fact]
    public void What_a_folder_holds_besides_is_counted_and_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "10.png", "2.jfif", "phone.heic", "web.avif", "notes.txt", "d.psd", ".hidden" })
        {
            File.WriteAllBytes(folder.File(name), [1]);
        }

        var found = PictureFolder.Open(folder.Path);
        Assert.Equal(["10.png", "2.jfif"], found.Pictures.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var sentence = PictureFolder.Describe(found.PassedOver)!;
        Assert.StartsWith("4 files were skipped", sentence, StringComparison.Ordinal);
        Assert.Contains("'d.psd', 'notes.txt', 'phone.heic' and 1 more", sentence, StringComparison.Ordinal);
        Assert.Null(PictureFolder.Describe([]));
    }
}
