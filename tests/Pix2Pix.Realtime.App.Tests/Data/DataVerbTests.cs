using Pix2Pix.Realtime.App.Tests.CommandLine;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Data;

public sealed class DataVerbTests
{
    [Fact]
    public async Task Drawn_pairs_are_written_checked_and_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        var set = folder.File("set");
        var drawn = await Verb.RunAsync("data", "synth", "--count", "10", "--size", "64", "-o", set);
        Assert.Equal((0, 10), (drawn.Code, Directory.GetFiles(set, "*.png", SearchOption.AllDirectories).Length));
        Assert.StartsWith("10 pairs of 64x64", drawn.Output, StringComparison.Ordinal);

        var check = await Verb.RunAsync("data", "check", set);
        Assert.Equal(0, check.Code);
        Assert.Contains("layout    side-by-side", check.Output, StringComparison.Ordinal);
        Assert.Contains("train     9 pairs", check.Output, StringComparison.Ordinal);

        var again = await Verb.RunAsync("data", "synth", "--count", "10", "--size", "64", "-o", set);
        Assert.Equal(1, again.Code);
        Assert.Contains("found files in", again.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "found none", "data", "check", "nowhere")]
    [InlineData(1, "data.direction: expected AtoB | BtoA", "data", "check", "nowhere", "--direction", "sideways")]
    [InlineData(1, "found none", "data", "combine", "nowhere", "nowhere", "-o", "out")]
    [InlineData(2, "--count: expected 1 or more", "data", "synth", "--count", "0", "-o", "out")]
    [InlineData(2, "--from: expected an address", "data", "fetch", "facades", "--from", "nowhere")]
    [InlineData(2, "expected a name", "data", "fetch", "../facades")]
    public async Task What_cannot_be_done_is_one_sentence_and_an_exit_code(int code, string words, params string[] arguments)
    {
        var verb = await Verb.RunAsync(arguments);
        Assert.Equal(code, verb.Code);
        Assert.Empty(verb.Output);
        Assert.Contains(words, Assert.Single(verb.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
