using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Files;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>Writes the scene with the values that it has now. An included scene, and any other file that is there, is only replaced by somebody who said so. UI thread.</summary>
internal sealed class SceneSaver(LiveContext live, Scene scene, SceneEditor editor)
{
    private const string Ending = ".scene.yaml";
    private static readonly FileFilter Scenes = new(InspectorTexts.SceneFiles(Ending), Ending, ".yaml");

    private FileBrowser? _browser;

    public void Draw(Ui ui)
    {
        ui.Value(InspectorTexts.File, Path.GetFileName(editor.SavedTo));
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(InspectorTexts.Save, IsBoxed(editor.SavedTo) ? InspectorTexts.SaveAskingHint : InspectorTexts.SaveHint, live.Keys[KeyAction.SaveScene]))
            {
                Save();
            }

            live.Controls.Place("save scene");
            if (ui.Button(InspectorTexts.SaveAs, InspectorTexts.SaveAsHint))
            {
                Ask();
            }

            live.Controls.Place("save scene as");
        }

        TakeAnswer(ui);
    }

    private static bool IsBoxed(string path) => Path.GetDirectoryName(path) == ProjectFolder.Under("sample-scenes");

    private void Save()
    {
        if (IsBoxed(editor.SavedTo))
        {
            Ask();
        }
        else
        {
            Write(editor.SavedTo);
        }
    }

    private void Ask() => live.Notices.Try(() =>
    {
        var start = IsBoxed(editor.SavedTo) ? ResultFolders.NewFile(live.Results.Pictures, $"my-{Path.GetFileName(editor.SavedTo)}") : editor.SavedTo;
        _browser = new FileBrowser(InspectorTexts.SaveTitle, FileBrowserKind.SaveFile, start, [Scenes]);
        live.Log.Write("asks", new { to = "save scene" });
    });

    private void TakeAnswer(Ui ui)
    {
        if (ui.Answered(ref _browser) is { } chosen)
        {
            Write(chosen);
        }
    }

    private void Write(string path) => live.Notices.Try(() =>
    {
        SceneFile.Save(scene, path, live.Options.Scene);
        editor.SavedTo = path;
        live.Log.Write("save", new { path });
        live.Notices.TellSaved(FrameTexts.Saved(path), path);
    });
}
