using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Labels;

public sealed class PaletteTests
{
    private static readonly Palette Facade = PaletteFile.Load("cmp-facade");

    private static readonly Gen<LabelMap> Maps = Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20]).SelectMany((width, height) =>
        Gen.Int[1, 12].Array[width * height].Select(ids =>
        {
            var map = new LabelMap(width, height, 1);
            ids.Select(id => (byte)id).ToArray().CopyTo(map.Ids, 0);
            return map;
        }));

    [Fact]
    public void The_box_has_the_twelve_facade_classes()
    {
        Assert.Equal(12, Facade.Classes.Count);
        Assert.Equal("background", Facade.Background.Name);
        Assert.Equal(new Rgb(0, 128, 255), Facade.Find("Window")!.Color);
    }

    [Fact]
    public void A_map_in_exact_colours_decodes_to_itself() => Maps.Sample(map =>
    {
        var decoder = new LabelDecoder(Facade);
        var again = decoder.Decode(decoder.Encode(map), out var foreign);
        return foreign == 0 && again.Ids.AsSpan().SequenceEqual(map.Ids);
    });

    [Fact]
    public void A_map_in_another_tools_colours_decodes_to_the_same_classes() => Gen.Select(Maps, Gen.Int[0, Facade.Variants.Count - 1]).Sample((map, variant) =>
    {
        var picture = new PixelImage(map.Width, map.Height);
        for (var i = 0; i < map.Ids.Length; i++)
        {
            var color = Facade.Variants[variant][map.Ids[i] - 1];
            (picture.Rgba[i * 4], picture.Rgba[(i * 4) + 1], picture.Rgba[(i * 4) + 2], picture.Rgba[(i * 4) + 3]) = (color.R, color.G, color.B, byte.MaxValue);
        }

        return new LabelDecoder(Facade).Decode(picture, out _).Ids.AsSpan().SequenceEqual(map.Ids);
    });

    [Fact]
    public void Background_stays_background_in_a_blurred_map_of_pix2pix_and_facade_stays_facade_in_one_of_cmp()
    {
        // (0, 0, 240) lies between pix2pix's background (0, 0, 223) and CMP's facade (0, 0, 255): what else the picture holds decides.
        var decoder = new LabelDecoder(Facade);
        Assert.Equal(1, decoder.Decode(Row(new Rgb(0, 0, 240), new Rgb(0, 48, 255), new Rgb(0, 0, 223)), out _).Ids[0]);
        Assert.Equal(2, decoder.Decode(Row(new Rgb(0, 0, 240), new Rgb(0, 0, 255), new Rgb(0, 0, 170)), out _).Ids[0]);
    }

    [Fact]
    public void A_grey_map_of_ids_is_read_as_ids()
    {
        var map = new LabelDecoder(Facade).Decode(Row(new Rgb(1, 1, 1), new Rgb(12, 12, 12), new Rgb(7, 7, 7)), out var foreign);
        Assert.Equal([1, 12, 7], map.Ids);
        Assert.Equal(0, foreign);
    }

    private static PixelImage Row(params Rgb[] colors) =>
        new(colors.Length, 1, [.. colors.SelectMany(color => new[] { color.R, color.G, color.B, byte.MaxValue })]);

    [Fact]
    public void Real_label_files_are_nearly_all_labels_and_photographs_are_not()
    {
        var decoder = new LabelDecoder(Facade);
        decoder.Decode(ImageFile.Load(SharedData.File("cmp-base", "cmp_b0001.png")), out var published);
        Assert.Equal(0, published);
        decoder.Decode(ImageFile.Load(SharedData.File("cmp-base", "cmp_b0001.jpg")), out var photograph);
        Assert.InRange(photograph, 0.5, 1);
    }

    [Fact]
    public void Resizing_a_map_invents_no_class() => Gen.Select(Maps, Gen.Int[1, 40], Gen.Int[1, 40]).Sample((map, width, height) =>
        LabelMapFile.Resize(map, width, height).Ids.All(id => map.Ids.Contains(id)));

    [Fact]
    public void A_palettes_faults_are_reported_together_with_their_places()
    {
        const string Yaml = """
            background: 9
            classes:
              - { id: 1, name: a, color: [0, 0, 1] }
              - { id: 2, name: b, color: [0, 0, 1] }
              - { id: 3, nam: c, color: [0, 0, 2] }
            """;
        var lines = Assert.Throws<UserException>(() => PaletteFile.Parse(Yaml, "p.yaml")).Message.Split('\n');
        Assert.Contains(lines, line => line.StartsWith("p.yaml:4:5 b: expected a unique id, name and color, found those of a", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("p.yaml:5:5 nam: no such field", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("background", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sky", "found 'sky'.")]
    [InlineData("[1, 2]", "found [1, 2].")]
    [InlineData("7", "found '7'.")]
    public void A_background_that_is_none_of_the_classes_is_refused_by_what_it_is(string background, string found)
    {
        var yaml = $"background: {background}\nclasses:\n  - {{ id: 0, name: a, color: [0, 0, 1] }}\n";
        Assert.EndsWith(found, Assert.Throws<UserException>(() => PaletteFile.Parse(yaml, "p.yaml")).Message, StringComparison.Ordinal);
    }
}
