using CsCheck;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Tests.Frames;

public sealed class PixelConvertTests
{
    private static readonly FrameShape Shape = new(3, 6, 10);

    [Fact]
    public void Colours_survive_the_way_there_and_back() => Gen.Byte.Array[Shape.Width * Shape.Height * 4].Sample(bytes =>
    {
        var picture = new PixelImage(Shape.Width, Shape.Height, bytes);
        var values = new float[Shape.Count];
        PixelConvert.Encode(picture, values, Shape);
        var again = new PixelImage(Shape.Width, Shape.Height);
        PixelConvert.Decode(values, Shape, again);
        return values.All(value => value is >= -1 and <= 1)
            && Enumerable.Range(0, bytes.Length).All(i => i % 4 == 3 ? again.Rgba[i] == 255 : again.Rgba[i] == bytes[i]);
    });

    [Fact]
    public void A_label_map_encodes_as_its_picture_does()
    {
        var palette = PaletteFile.Load("cmp-facade");
        Gen.Int[1, 12].Array[Shape.Width * Shape.Height].Sample(ids =>
        {
            var map = new LabelMap(Shape.Width, Shape.Height, 1);
            ids.Select(id => (byte)id).ToArray().CopyTo(map.Ids, 0);
            var (direct, byPicture) = (new float[Shape.Count], new float[Shape.Count]);
            PixelConvert.Encode(map, new LabelColors(palette), direct, Shape);
            PixelConvert.Encode(new LabelDecoder(palette).Encode(map), byPicture, Shape);
            return direct.AsSpan().SequenceEqual(byPicture);
        });
    }

    [Fact]
    public void What_changed_is_enough_to_bring_the_numbers_up_to_the_map() => Gen.Select(Gen.Int[0, Shape.Width - 1], Gen.Int[0, Shape.Height - 1], Gen.Int[1, 9], Gen.Int[1, 9]).Sample((x, y, width, height) =>
    {
        var colors = new LabelColors(PaletteFile.Load("cmp-facade"));
        var canvas = new Realtime.Painting.LabelCanvas(Shape.Width, Shape.Height, background: 1);
        var (whole, part) = (new float[Shape.Count], new float[Shape.Count]);
        PixelConvert.Encode(canvas.Map, colors, part, Shape);
        var changed = canvas.Track();
        changed.Take();
        for (var row = y; row < y + height; row++)
        {
            canvas.FillSpan(row, x, x + width - 1, 3);
        }

        PixelConvert.Encode(canvas.Map, colors, whole, Shape);
        PixelConvert.Encode(canvas.Map, colors, part, Shape, changed.Take());
        return whole.AsSpan().SequenceEqual(part);
    });

    [Fact]
    public void Numbers_out_of_range_are_clamped_and_what_is_no_number_is_black()
    {
        var picture = new PixelImage(1, 1);
        PixelConvert.Decode([7f, -7f, float.NaN], new FrameShape(3, 1, 1), picture);
        Assert.Equal([255, 0, 0, 255], picture.Rgba);
    }

    [Fact]
    public void Only_a_fourth_channel_makes_a_picture_transparent()
    {
        var picture = new PixelImage(1, 1);
        PixelConvert.Decode([1f, 0f, -1f, -1f], new FrameShape(4, 1, 1), picture);
        Assert.Equal<byte[]>([255, 128, 0, 0], picture.Rgba);
        PixelConvert.Decode([-1f], new FrameShape(1, 1, 1), picture);
        Assert.Equal<byte[]>([0, 0, 0, 255], picture.Rgba);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_run_of_any_length_converts_as_its_pixels_do_one_by_one(int channels)
    {
        var shape = new FrameShape(channels, 1, 23);
        Gen.Select(Gen.Byte.Array[shape.Width * 4], Gen.Int[0, shape.Width], Gen.Int[0, shape.Width]).Sample((bytes, one, other) =>
        {
            var (first, count) = (Math.Min(one, other), Math.Abs(one - other));
            var (whole, single) = (new float[shape.Count], new float[shape.Count]);
            var (back, backSingle) = (new byte[shape.Width * 4], new byte[shape.Width * 4]);
            PixelPlanes.Encode(bytes.AsSpan(0, count * 4), whole, shape, first);
            PixelPlanes.Decode(whole, shape, first, back.AsSpan(first * 4, count * 4));
            for (var i = 0; i < count; i++)
            {
                PixelPlanes.Encode(bytes.AsSpan(i * 4, 4), single, shape, first + i);
                PixelPlanes.Decode(single, shape, first + i, backSingle.AsSpan((first + i) * 4, 4));
            }

            return whole.AsSpan().SequenceEqual(single) && back.AsSpan().SequenceEqual(backSingle);
        });
    }
}
