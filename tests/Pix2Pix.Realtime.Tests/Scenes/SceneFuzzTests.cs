using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Tests.Scenes;

/// <summary>
/// Scene files that somebody spoilt, from a seed: each is a scene or a fault in words, never anything else. A longer run:
/// <c>PIX2PIX_FUZZ_FILES=1000000 dotnet run --project tests/Pix2Pix.Realtime.Tests -c Release -- -class '*SceneFuzzTests'</c>.
/// </summary>
public sealed class SceneFuzzTests
{
    private const int UsualFiles = 4000;
    private const string Pieces = "{}[]:,-&*!|>'\"#% \n\t\u00e9\0";

    private const string Whole = """
        # Everything that a scene file may have.
        scene: whole
        objects:
          - name: translator
            components:
              - Translator: { model: "a b.onnx", threads: 2 }
          - name: canvas
            components: [LabelCanvas, Source: { threads: 3 }]
          - name: view
            components:
              - TranslationView:
                  model: 'it''s here'
              - StatusLine
        """;

    private static readonly Setting<int> Count = SettingKinds.Int("threads", 1, 0, 9, "", "a number");
    private static readonly Setting<string> Name = SettingKinds.Text("model", "", "text", "words");

    [Fact]
    public void A_spoilt_file_is_a_scene_or_a_fault_in_words()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PIX2PIX_FUZZ_FILES"), out var wanted) ? wanted : UsualFiles;
        var random = new Random(1);
        var (good, bad) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var text = Spoil(Whole, random);
            try
            {
                using var scene = SceneFile.Parse(text, "s.yaml", Registry(), new Dictionary<string, string>());
                good++;
            }
            catch (UserException fault)
            {
                Assert.StartsWith("s.yaml", fault.Message, StringComparison.Ordinal);
                bad++;
            }
            catch (Exception fault)
            {
                Assert.Fail($"file {i} ends in {fault.GetType().Name}, {fault.Message}:\n{text}");
            }
        }

        Assert.True(good > count / 100 && bad > count / 10, $"{good} scenes and {bad} faults: the spoiling is too rough or too gentle");
    }

    [Theory]
    [InlineData("objects: &a [ *a ]")]
    [InlineData("objects: [ &a { components: [ *a ] } ]")]
    [InlineData("&a { objects: *a }")]
    [InlineData("objects: [ { components: [ &b { B: *b } ] } ]")]
    [InlineData("objects: [ { ? [a, b] : c } ]")]
    [InlineData("objects: [ { components: [ { [A]: { x: 1 } } ] } ]")]
    [InlineData("--- a\n--- b")]
    [InlineData("")]
    public void Cycles_and_keys_that_are_no_words_are_faults_in_words(string text) =>
        Assert.Throws<UserException>(() => SceneFile.Parse(text, "s.yaml", Registry(), new Dictionary<string, string>()));

    private static ComponentRegistry Registry()
    {
        var registry = new ComponentRegistry();
        foreach (var name in (string[])["Translator", "LabelCanvas", "Source", "TranslationView", "TrainingPanel", "InfoPanel", "StatusLine", "ToolPanel"])
        {
            registry.Register(name, new SettingsTable(Count, Name), _ => new Plain());
        }

        return registry;
    }

    private static string Spoil(string text, Random random)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var (from, length) = (random.Next(text.Length), random.Next(1, 12));
            length = Math.Min(length, text.Length - from);
            text = random.Next(5) switch
            {
                0 => text.Remove(from, length),
                1 => text.Insert(from, Pieces[random.Next(Pieces.Length)].ToString()),
                2 => text.Insert(random.Next(text.Length), text.Substring(from, length)),
                3 => string.Join('\n', text.Split('\n').OrderBy(_ => random.Next(6) == 0 ? random.Next(100) : 50)),
                _ => text.Replace(text.Substring(from, length), "", StringComparison.Ordinal),
            };
            text = text.Length == 0 ? " " : text;
        }

        return text;
    }

    private sealed class Plain : Component;
}
