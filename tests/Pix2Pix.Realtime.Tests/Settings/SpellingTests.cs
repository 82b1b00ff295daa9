using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Tests.Settings;

/// <summary>Suggestions for misspelt words.</summary>
public sealed class SpellingTests
{
    private static readonly string[] Tools = ["brush", "line", "rectangle", "fill"];

    [Theory]
    [InlineData("brusch", "brush")]
    [InlineData("LIEN", "line")]
    [InlineData("rectngle", "rectangle")]
    [InlineData("fil", "fill")]
    [InlineData("spray", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Only_a_near_word_is_suggested(string word, string? expected) => Assert.Equal(expected, Spelling.Nearest(word, Tools));

    [Fact]
    public void Where_none_is_near_the_known_words_are_named() => Assert.Equal("known: brush, line, rectangle, fill.", Spelling.Hint("spray", Tools));

    [Theory]
    [InlineData("trainig.steps", "did you mean training.steps?")]
    [InlineData("widht", "did you mean generator.width?")]
    [InlineData("discriminator.widht", "did you mean discriminator.width?")]
    [InlineData("schedul", "did you mean schedule?")]
    [InlineData("loss.cheese", "known: loss.gan, loss.gradient_penalty, loss.l1_weight, loss.perceptual_weight, loss.feature_matching_weight, loss.lattice_weight.")]
    public void A_setting_is_suggested_by_its_last_word_and_its_group(string path, string expected) => Assert.Equal(expected, TrainingSettings.Table.Hint(path));

    [Fact]
    public void Of_an_unknown_group_the_groups_are_named() =>
        Assert.StartsWith("known: run, data, generator,", TrainingSettings.Table.Hint("cheese.gruyere"), StringComparison.Ordinal);
}
