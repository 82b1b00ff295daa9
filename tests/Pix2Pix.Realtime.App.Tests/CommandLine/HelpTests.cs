namespace Pix2Pix.Realtime.App.Tests.CommandLine;

/// <summary>What the program answers to somebody who does not know its verbs yet.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task The_help_lists_every_verb_whatever_program_serves_it()
    {
        var help = await Verb.RunAsync("--help");
        Assert.Equal(0, help.Code);
        Assert.All(["live", "train", "host", "data", "bench", "translate", "model", "export", "serve", "distill", "test", "pack", "doctor"],
            verb => Assert.Contains($"    {verb} ", help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_app_prints_the_help_of_the_training_programs_verbs()
    {
        var train = await Verb.RunAsync("train", "--help");
        Assert.Equal(0, train.Code);
        Assert.All(["--config", "--resume", "--quiet", "key=value"], option => Assert.Contains(option, train.Output, StringComparison.Ordinal));
        Assert.Equal(0, (await Verb.RunAsync("host", "--help")).Code);
    }

    [Theory]
    [InlineData("pix2pix: Unknown command 'lvie'; did you mean live? Try 'pix2pix --help'.", "lvie")]
    [InlineData("pix2pix: Unknown command 'paint'. Try 'pix2pix --help'.", "paint")]
    [InlineData("pix2pix: Unknown command 'fetsh'; did you mean fetch? Try 'pix2pix data --help'.", "data", "fetsh")]
    [InlineData("pix2pix: Unknown option '--sorce' of 'live'; did you mean --source? Try 'pix2pix live --help'.", "live", "--sorce", "x")]
    [InlineData("pix2pix: Unknown option '--colour' of 'live'. Try 'pix2pix live --help'.", "live", "--colour", "x")]
    [InlineData("pix2pix: Unexpected argument 'more' after 'live'. Try 'pix2pix live --help'.", "live", "more")]
    public async Task A_misspelt_word_is_answered_with_the_one_that_was_meant_if_any_is_near(string expected, params string[] arguments)
    {
        var verb = await Verb.RunAsync(arguments);
        Assert.Equal((2, expected), (verb.Code, verb.Errors.Trim()));
    }
}
