using System.Net;
using System.Net.Sockets;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Training;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Inspector;

/// <summary>The Scene tab in the real window: what is set there is in the file, and the file is the same scene again.</summary>
public sealed class SceneTabTests : IDisposable
{
    private const int ScenePage = 6;

    private const string Scene = """
        # Mine.
        scene: mine
        objects:
          - name: translator
            components:
              - Translator: { model: facades.onnx }   # the one in the box
              - CrossFade
          - name: paper
            components: [LabelCanvas, Source]
          - name: view
            components:
              # both beside each other
              - TranslationView
          - name: panels
            components: [InfoPanel, StatusLine]
        """;

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Values_are_set_by_pointer_and_keyboard_and_the_saved_file_is_the_same_scene_again()
    {
        File.WriteAllText(_run.At("mine.scene.yaml"), Scene);
        using (var tab = Open("--scene", _run.At("mine.scene.yaml")))
        {
            // A slider by key: live, so the source has it at once.
            tab.Press("component paper Source");
            tab.Press("property Source.brightness");
            tab.Display.Do("key", "End");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "brightness" && facts.GetProperty("value").GetString() == "1");
            tab.Press("undo edit");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "brightness" && facts.GetProperty("value").GetString() == "0");
            tab.Press("redo edit");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "brightness" && facts.GetProperty("value").GetString() == "1");

            // A text that only counts when the scene is opened anew, refused first.
            tab.Press("component translator Translator");
            tab.Type("property Translator.threads", "300");
            tab.Type("property Translator.threads", "1");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "threads" && facts.GetProperty("value").GetString() == "1");
            tab.Press("component panels StatusLine");
            tab.Press("panels/StatusLine");
            tab.Wait("enabled", facts => !facts.GetProperty("isOn").GetBoolean());
            tab.Press("undo edit");
            tab.Wait("enabled", facts => facts.GetProperty("isOn").GetBoolean());
            tab.Press("redo edit");
            tab.Wait("enabled", facts => !facts.GetProperty("isOn").GetBoolean());
            tab.Press("save scene");
            Assert.Equal(_run.At("mine.scene.yaml"), tab.Wait("save").GetProperty("path").GetString());
        }

        var saved = File.ReadAllText(_run.At("mine.scene.yaml"));
        Assert.Equal(
            Scene.Replace("scene: mine", "format: 1\nscene: mine", StringComparison.Ordinal).Replace("facades.onnx }", "facades.onnx, threads: 1 }", StringComparison.Ordinal)
                .Replace("Source]", "Source: { brightness: 1 }]", StringComparison.Ordinal)
                .Replace("[InfoPanel, StatusLine]", "[InfoPanel: { page: scene }, StatusLine: { enabled: false }]", StringComparison.Ordinal),
            saved);

        // Opened again and saved again, it is the same to the letter.
        using var run = new LiveRun();
        using var again = new TrainTab(run, ScenePage, "--scene", _run.At("mine.scene.yaml"));
        again.Press("save scene");
        again.Wait("save");
        Assert.Equal(saved, File.ReadAllText(_run.At("mine.scene.yaml")));
    }

    [Fact]
    public void A_scene_with_an_Osc_opens_no_port_until_its_switch_is_pressed_and_closes_it_again()
    {
        // Also one that says in its file that it receives.
        File.WriteAllText(_run.At("desk.scene.yaml"), Scene.Replace("[InfoPanel, StatusLine]", "[InfoPanel, StatusLine, Osc: { listen: \"0\", receive: true }]", StringComparison.Ordinal));
        using var tab = Open("--scene", _run.At("desk.scene.yaml"));
        tab.Press("component panels Osc");
        Assert.Equal(0, _run.Count("osc", _ => true));
        tab.Press("property Osc.receive");
        var place = IPEndPoint.Parse(tab.Wait("osc").GetProperty("place").GetString()!);
        Assert.True(IPAddress.IsLoopback(place.Address));
        tab.Press("property Osc.receive");
        tab.Wait("property", facts => facts.GetProperty("property").GetString() == "receive" && facts.GetProperty("value").GetString() == "false");
        using var again = new UdpClient(place);
    }

    [Fact]
    public void The_programs_own_scene_is_saved_under_another_name_and_draws_the_same_from_there()
    {
        var boxed = ProjectFolder.Under("sample-scenes", "facade-paint.scene.yaml");
        var before = File.ReadAllText(boxed);
        var saved = _run.At("my-facade-paint.scene.yaml");
        using (var tab = Open())
        {
            tab.Press("save scene");
            tab.Wait("asks", facts => facts.GetProperty("to").GetString() == "save scene");
            tab.Display.Do("key", "Return");
            Assert.Equal(saved, tab.Wait("save").GetProperty("path").GetString());

            // Another file of that name is only replaced by somebody who said so.
            File.WriteAllText(_run.At("taken.yaml"), "mine");
            tab.Press("save scene as");
            tab.Wait("asks", facts => facts.GetProperty("to").GetString() == "save scene");
            tab.Display.Do("key", "ctrl+a");
            tab.Display.Do("type", "--delay", "1", _run.At("taken.yaml"));
            tab.Display.Do("key", "Return");
            tab.Wait("released", facts => facts.GetProperty("what").GetString() == "Enter");
            Assert.Equal("mine", File.ReadAllText(_run.At("taken.yaml")));
            tab.Display.Do("key", "Tab", "key", "Tab", "key", "space");
            tab.Wait("save", facts => facts.GetProperty("path").GetString() == _run.At("taken.yaml"));
        }

        Assert.Equal(before, File.ReadAllText(boxed));
        Assert.Equal(Picture(boxed), Picture(saved));
    }

    private TrainTab Open(params string[] arguments) => new(_run, ScenePage, arguments);

    private byte[] Picture(string scene)
    {
        var (code, _, errors) = _run.Run("live", "--headless", "--scene", scene, "--view", "side-by-side", "--frames", "3", "--size", "740x330", "--screenshot", _run.At("out.png"));
        Assert.True(code == 0, errors);
        return File.ReadAllBytes(_run.At("out.png"));
    }
}
