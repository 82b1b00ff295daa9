using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Tests.Styles;

public sealed class StyleFileTests
{
    private static readonly StyleDefinition Definition = StyleDefinitionFile.Load("facades", PaletteFile.Load("cmp-facade"));

    [Fact]
    public void A_style_that_was_written_is_read_again()
    {
        float[] style = [.. Definition.Values.Select((value, i) => value.Min + ((value.Max - value.Min) * i / 16f))];
        Assert.Equal(style, StyleFile.Parse(StyleFile.Format(Definition, style), "test", Definition), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void What_a_file_does_not_say_is_neutral_and_what_is_out_of_range_is_moved_to_its_end()
    {
        var style = StyleFile.Parse("style: { windows: [2, 0.25, -1] }", "test", Definition);
        Assert.Equal([1f, 0.25f, 0f], style[6..9]);
        Assert.Equal(Definition.Neutral[..6].ToArray(), style[..6]);
    }

    [Theory]
    [InlineData("style: { chimney: 1 }", "test:1:10 chimney: the generator's style has no such value; it has wall, surroundings")]
    [InlineData("style: { wall: [1, 2] }", "wall: expected 3 numbers, found 2.")]
    [InlineData("style: { wall: [1, NaN, 0] }", "wall: expected a number, found 'NaN'.")]
    [InlineData("palette: edges\nstyle: { wall: [1, 1, 1] }", "expected a style of the label set 'cmp-facade', found one of 'edges'")]
    [InlineData("wall: [1, 1, 1]", "expected a style such as")]
    public void Faults_say_where_and_what(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<UserException>(() => StyleFile.Parse(text, "test", Definition)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_description_survives_the_models_file()
    {
        var style = new ModelStyle(Definition.WithNeutral([.. Enumerable.Range(0, 13).Select(i => i / 40f)]), new StyleDistribution([[.. Enumerable.Repeat(0.25f, 13)]]));
        var read = ModelStyle.Parse(style.ToText());
        Assert.Equal(style.ToText(), read.ToText());
        Assert.Equal(style.Definition.Values, read.Definition.Values);
        Assert.Contains("Expected a description of styles, found '{\"name\":1}'", Assert.Throws<UserException>(() => ModelStyle.Parse("{\"name\":1}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_styles_lie_among_those_that_were_seen_and_differ()
    {
        var seen = new StyleDistribution([[.. Enumerable.Repeat(0.2f, 13)], [.. Enumerable.Repeat(0.4f, 13)], [.. Enumerable.Repeat(0.3f, 13)]]);
        var values = new float[13];
        var drawn = new HashSet<float>();
        for (ulong seed = 0; seed < 200; seed++)
        {
            seen.Sample(Definition, seed, values);
            Assert.All(values, value => Assert.InRange(value, 0.2f, 0.4f));
            drawn.Add(values[0]);
        }

        Assert.True(drawn.Count > 100);
        seen.Sample(Definition, 7, values);
        var again = new float[13];
        seen.Sample(Definition, 7, again);
        Assert.Equal(values, again);
    }

    [Fact]
    public void A_style_moves_to_another_generator_by_names()
    {
        var other = new StyleDefinition("other", "cmp-facade", [Definition.Groups[2], Definition.Groups[0] with { Name = "roof" }]);
        var into = new float[6];
        other.Convert(Definition, [.. Enumerable.Range(0, 13).Select(i => i / 16f)], into);
        Assert.Equal([6 / 16f, 7 / 16f, 8 / 16f, .. other.Neutral[3..]], into);
    }
}
