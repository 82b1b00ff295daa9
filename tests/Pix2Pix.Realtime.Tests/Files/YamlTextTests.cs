using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Tests.Files;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("abc", "'abc'")]
    [InlineData("''", "nothing")]
    [InlineData("[1, [2, x], {}]", "[1, [2, x], {}]")]
    [InlineData("{ time: 1, style: { wall: [0.1, 0.2, 0.3] } }", "{ time: 1, style: { wall: [0.1, 0.2, 0.3] } }")]
    [InlineData("time: 1\npoints:\n- [2, 3]\n", "{ time: 1, points: [[2, 3]] }")]
    public void A_node_is_shown_as_its_author_wrote_it(string yaml, string shown) => Assert.Equal(shown, YamlText.Found(YamlFile.Root(yaml, "test")));

    [Fact]
    public void A_long_node_is_one_short_line()
    {
        var shown = YamlText.Found(YamlFile.Root($"[{string.Join(", ", Enumerable.Range(0, 900))}]", "test"));
        Assert.True(shown.Length < 130 && !shown.Contains('\n'), shown);
        Assert.StartsWith("[0, 1, 2", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_a_path_in_double_quotes_are_named() =>
        Assert.Contains("write Windows paths in single quotes", YamlText.Found(YamlFile.Root("\"C:\\new\\table\"", "test")), StringComparison.Ordinal);
}
