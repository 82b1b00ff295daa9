using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Scenes.Plugins;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>
/// Whether the plugins of a folder that came with a scene may be loaded: the window asks once, naming them, and the answer yes is remembered for exactly these files.
/// Headless nobody can be asked. Main thread.
/// </summary>
internal static class PluginTrust
{
    private const long MostBytes = 1024 * 1024;

    private static string Memory => UserFolders.Data("trusted-plugins.txt");

    /// <param name="live">Whose window asks.</param>
    /// <param name="folder">Holds plugins.</param>
    public static bool Allows(LiveContext live, string folder)
    {
        var line = $"{PluginFolder.Fingerprint(folder)} {folder}";
        if (File.Exists(Memory) && TextFile.Read(Memory, MostBytes).Split('\n').Contains(line))
        {
            return true;
        }

        if (live.Window is null || !Asks(live, folder))
        {
            return false;
        }

        live.Notices.Try(() => Remember(line));
        return true;
    }

    /// <summary>The plugins' files, for a sentence.</summary>
    public static string Names(string folder) => string.Join(", ", PluginFolder.Files(folder).Select(file => Path.GetRelativePath(folder, file)));

    private static void Remember(string line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Memory)!);
        AtomicFile.WriteText(Memory, (File.Exists(Memory) ? TextFile.Read(Memory, MostBytes) : "") + line + "\n");
    }

    /// <summary>Runs the window with nothing in it but the question. Closing the window is a no.</summary>
    private static bool Asks(LiveContext live, string folder)
    {
        using var scene = new Scene("question");
        var question = new Question(live, CompositionTexts.LoadPluginsNote(Names(folder), folder));
        scene.Add(new GameObject("question", question));
        using var loop = new LiveLoop(live, scene);
        live.Log.Write("asks", new { what = question.Text });
        loop.Frame();
        while (question.Answer == Answer.NotYet && !live.Quit.IsOver)
        {
            loop.Step();
        }

        return question.Answer == Answer.Yes;
    }

    private sealed class Question(LiveContext live, string text) : Behaviour
    {
        public Answer Answer { get; private set; }

        public string Text => text;

        protected override void Update(FrameTime time)
        {
            Answer = live.Ui.Confirm(CompositionTexts.LoadPluginsQuestion, text, CompositionTexts.Load, CompositionTexts.DontLoad);
            live.Controls.Place("load plugins");
        }
    }
}
