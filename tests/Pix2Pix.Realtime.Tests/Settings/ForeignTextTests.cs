using System.Text;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Settings;

/// <summary>Configuration files as editors, other systems and mistakes leave them: each fault is one sentence.</summary>
public sealed class ForeignTextTests
{
    private const string Hint = "write Windows paths in single quotes or with /";

    [Theory]
    [InlineData("../../../escape")]
    [InlineData("a/../../b")]
    [InlineData("/tmp/escape")]
    [InlineData("")]
    public void A_run_does_not_leave_its_folder(string name)
    {
        foreach (var sentence in new[] { Refusal($"run: {{ name: '{name}' }}"), Refusal("", $"run.name={name}") })
        {
            Assert.Contains("run.name: expected a folder's name inside run.folder", sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("facades")]
    [InlineData("caf\u00E9 2")]
    [InlineData("group/first")]
    [InlineData("v1..2")]
    public void Names_that_stay_inside_are_taken(string name) =>
        Assert.Equal(name, ConfigFile.Parse(TrainingSettings.Table, $"run: {{ name: '{name}' }}", "test", []).Get(TrainingSettings.RunName));

    [Fact]
    public void Control_characters_are_shown_as_codes()
    {
        var sentence = Refusal("run: { name: \"a\\0b\" }");
        Assert.Contains("\"a\\u0000b\"", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', sentence);
    }

    [Theory]
    [InlineData("data: { root: \"C:\\temp\\new\" }")]
    [InlineData("data: { root: \"C:\\Users\\me\\facades\" }")]
    [InlineData("data:\n  root: \"D:\\x\"")]
    public void A_windows_path_in_double_quotes_gets_a_hint(string text) => Assert.Contains(Hint, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("data: { root: 'C:\\temp\\new' }", "C:\\temp\\new")]
    [InlineData("data: { root: \"C:/temp/new\" }", "C:/temp/new")]
    public void The_hint_is_right(string text, string root) => Assert.Equal(root, ConfigFile.Parse(TrainingSettings.Table, text, "test", []).Get(TrainingSettings.DataRoot));

    [Fact]
    public void A_second_document_is_refused_with_its_line() => Assert.StartsWith("test:4:1 expected one YAML document, found 2", Refusal("run:\n  seed: 1\n---\nrun: { seed: 2 }\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("run: { seed: 1, seed: 2 }")]
    [InlineData("run:\n  seed: 1\nrun:\n  seed: 2\n")]
    public void A_key_that_stands_twice_is_one_sentence(string text)
    {
        var sentence = Refusal(text);
        Assert.Contains("uplicate key", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_and_marked_text_is_read()
    {
        using var folder = new TemporaryFolder();
        var (latin, marked) = (folder.File("latin.yaml"), folder.File("marked.yaml"));
        File.WriteAllBytes(latin, Encoding.Latin1.GetBytes("run: { name: caf\u00E9 }"));
        File.WriteAllText(marked, "run: { name: caf\u00E9 }", Encoding.Unicode);
        var sentence = Assert.Throws<UserException>(() => ConfigFile.Load(TrainingSettings.Table, latin, [])).Message;
        Assert.Contains("expected text in UTF-8, found the byte 0xe9", sentence, StringComparison.Ordinal);
        Assert.Equal("caf\u00E9", ConfigFile.Load(TrainingSettings.Table, marked, []).Get(TrainingSettings.RunName));
    }

    [Theory]
    [InlineData("slashname.yaml")]
    [InlineData("nulname.yaml")]
    [InlineData("t.yaml")]
    [InlineData("u.yaml")]
    public void Files_of_other_people_are_refused_in_one_sentence(string name)
    {
        var sentence = Assert.Throws<UserException>(() => ConfigFile.Load(TrainingSettings.Table, SharedData.File("faults", name), [])).Message;
        Assert.DoesNotContain(sentence, char.IsControl);
    }

    private static string Refusal(string text, params string[] overrides) =>
        Assert.Throws<UserException>(() => ConfigFile.Parse(TrainingSettings.Table, text, "test", overrides)).Message;
}
