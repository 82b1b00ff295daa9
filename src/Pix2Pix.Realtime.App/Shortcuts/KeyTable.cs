using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Shortcuts;

/// <summary>
/// The one table of the window's keys: shortcuts, tooltips and the list of keys all read it. The keys stand in <c>configs/keys.yaml</c>; what the person's own <c>keys.yaml</c> names
/// takes their place. Immutable; any thread.
/// </summary>
internal sealed class KeyTable
{
    private static readonly (KeyAction Action, string Path, string Words)[] Rows =
    [
        (KeyAction.Brush, "painting.brush", ShortcutsTexts.Brush),
        (KeyAction.Eraser, "painting.eraser", ShortcutsTexts.Eraser),
        (KeyAction.Line, "painting.line", ShortcutsTexts.Line),
        (KeyAction.Rectangle, "painting.rectangle", ShortcutsTexts.Rectangle),
        (KeyAction.Ellipse, "painting.ellipse", ShortcutsTexts.Ellipse),
        (KeyAction.Polygon, "painting.polygon", ShortcutsTexts.Polygon),
        (KeyAction.Fill, "painting.fill", ShortcutsTexts.Fill),
        (KeyAction.Eyedropper, "painting.eyedropper", ShortcutsTexts.Eyedropper),
        (KeyAction.Select, "painting.select", ShortcutsTexts.Select),
        (KeyAction.SelectElement, "painting.select_element", ShortcutsTexts.SelectElement),
        (KeyAction.SelectClass, "painting.select_class", ShortcutsTexts.SelectClass),
        (KeyAction.WindowStamp, "painting.window_stamp", ShortcutsTexts.WindowStamp),
        (KeyAction.DoorStamp, "painting.door_stamp", ShortcutsTexts.DoorStamp),
        (KeyAction.BalconyStamp, "painting.balcony_stamp", ShortcutsTexts.BalconyStamp),
        (KeyAction.ShopStamp, "painting.shop_stamp", ShortcutsTexts.ShopStamp),
        (KeyAction.Mirror, "painting.mirror", ShortcutsTexts.Mirror),
        (KeyAction.Grid, "painting.grid", ShortcutsTexts.Grid),
        (KeyAction.SquareBrush, "painting.square_brush", ShortcutsTexts.SquareBrush),
        (KeyAction.SmallerBrush, "painting.smaller_brush", ShortcutsTexts.SmallerBrush),
        (KeyAction.LargerBrush, "painting.larger_brush", ShortcutsTexts.LargerBrush),
        (KeyAction.Undo, "painting.undo", ShortcutsTexts.Undo),
        (KeyAction.Redo, "painting.redo", ShortcutsTexts.Redo),
        (KeyAction.Clear, "painting.clear", ShortcutsTexts.Clear),
        (KeyAction.Open, "files.open", ShortcutsTexts.Open),
        (KeyAction.Save, "files.save", ShortcutsTexts.Save),
        (KeyAction.SavePicture, "files.save_picture", ShortcutsTexts.SavePicture),
        (KeyAction.Copy, "files.copy", ShortcutsTexts.Copy),
        (KeyAction.Record, "files.record", ShortcutsTexts.Record),
        (KeyAction.SaveScene, "files.save_scene", ShortcutsTexts.SaveScene),
        (KeyAction.NextView, "view.next", ShortcutsTexts.NextView),
        (KeyAction.Fit, "view.fit", ShortcutsTexts.Fit),
        (KeyAction.Fade, "view.fade", ShortcutsTexts.Fade),
        (KeyAction.LiveSource, "view.live_source", ShortcutsTexts.LiveSource),
        (KeyAction.Panel, "view.panel", ShortcutsTexts.Panel),
        (KeyAction.FullScreen, "view.full_screen", ShortcutsTexts.FullScreen),
        (KeyAction.Freeze, "view.freeze", ShortcutsTexts.Freeze),
        (KeyAction.Blank, "view.blank", ShortcutsTexts.Blank),
        (KeyAction.SelectAll, "selection.all", ShortcutsTexts.SelectAll),
        (KeyAction.Cut, "selection.cut", ShortcutsTexts.Cut),
        (KeyAction.Paste, "selection.paste", ShortcutsTexts.Paste),
        (KeyAction.MirrorSelection, "selection.mirror", ShortcutsTexts.MirrorSelection),
        (KeyAction.KeepStamp, "selection.stamp", ShortcutsTexts.KeepStamp),
        (KeyAction.MoveLeft, "selection.left", ShortcutsTexts.MoveLeft),
        (KeyAction.MoveRight, "selection.right", ShortcutsTexts.MoveRight),
        (KeyAction.MoveUp, "selection.up", ShortcutsTexts.MoveUp),
        (KeyAction.MoveDown, "selection.down", ShortcutsTexts.MoveDown),
        (KeyAction.ViewPage, "pages.view", ShortcutsTexts.ViewPage),
        (KeyAction.ModelsPage, "pages.models", ShortcutsTexts.ModelsPage),
        (KeyAction.MapsPage, "pages.maps", ShortcutsTexts.MapsPage),
        (KeyAction.SourcePage, "pages.source", ShortcutsTexts.SourcePage),
        (KeyAction.TrainPage, "pages.train", ShortcutsTexts.TrainPage),
        (KeyAction.ScenePage, "pages.scene", ShortcutsTexts.ScenePage),
        (KeyAction.Keys, "window.keys", ShortcutsTexts.Keys),
        (KeyAction.Scenes, "window.scenes", ShortcutsTexts.Scenes),
        (KeyAction.Walk, "window.walk", ShortcutsTexts.Walk),
        (KeyAction.Settings, "window.settings", ShortcutsTexts.Settings),
    ];

    private static readonly SettingsTable Table = new([.. Rows.Select(row => SettingKinds.Text(row.Path, "", "keys such as B, Ctrl+Z or F1, one or two, with a space between", row.Words))]);

    private readonly Shortcut[] _keys = new Shortcut[Rows.Length];

    private KeyTable(SettingValues values)
    {
        foreach (var (action, path, words) in Rows)
        {
            _keys[(int)action] = KeyText.Read(path, values.Get((Setting<string>)Table.Find(path)!));
        }
    }

    /// <summary>The file that the person may write.</summary>
    public static string PersonalFile => UserFolders.Config("keys.yaml");

    /// <summary>The actions' sections in order, each with its rows.</summary>
    public IReadOnlyList<KeySection> Sections =>
        [.. Rows.GroupBy(row => row.Path[..row.Path.IndexOf('.', StringComparison.Ordinal)]).Select(group => new KeySection(group.Key, [.. group.Select(row => (row.Words, this[row.Action]))]))];

    public Shortcut this[KeyAction action] => _keys[(int)action];

    /// <summary>The keys of the program, and the person's own in their place.</summary>
    /// <param name="personal">The person's file, which need not exist; null = none is asked.</param>
    /// <exception cref="UserException">A file holds faults.</exception>
    public static KeyTable Load(string? personal)
    {
        var values = ConfigFile.Load(Table, ProjectFolder.Under("configs", "keys.yaml"), []);
        if (personal is not null && File.Exists(personal))
        {
            var own = ConfigFile.Load(Table, personal, []);
            foreach (var setting in Table.All.Where(own.IsSet).Cast<Setting<string>>())
            {
                values.Set(setting, own.Get(setting));
            }
        }

        return new KeyTable(values);
    }

    /// <summary>What an action does, as its tooltip says it.</summary>
    public static string Words(KeyAction action) => Rows[(int)action].Words;
}
