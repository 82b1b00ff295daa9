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
        (KeyAction.Brush, "painting.brush", "Brush"),
        (KeyAction.Eraser, "painting.eraser", "Eraser: paints the background"),
        (KeyAction.Line, "painting.line", "Line; Shift keeps it straight"),
        (KeyAction.Rectangle, "painting.rectangle", "Rectangle; Shift makes a square"),
        (KeyAction.Ellipse, "painting.ellipse", "Ellipse; Shift makes a circle"),
        (KeyAction.Polygon, "painting.polygon", "Polygon: click its corners; Enter or a right click closes it"),
        (KeyAction.Fill, "painting.fill", "Fill an area of one class"),
        (KeyAction.Eyedropper, "painting.eyedropper", "Pick the class under the pointer (also with a right click)"),
        (KeyAction.Select, "painting.select", "Select a rectangle: drag inside it to move it, with Ctrl a copy of it"),
        (KeyAction.SelectElement, "painting.select_element", "Select an element: the area of one class under a click"),
        (KeyAction.SelectClass, "painting.select_class", "Select a class: everything of the one under a click"),
        (KeyAction.WindowStamp, "painting.window_stamp", "Window with head and sill: click, or drag its box"),
        (KeyAction.DoorStamp, "painting.door_stamp", "Door with frame and head: click, or drag its box"),
        (KeyAction.BalconyStamp, "painting.balcony_stamp", "Balcony with its door: click, or drag its box"),
        (KeyAction.ShopStamp, "painting.shop_stamp", "Shop front: click, or drag its box"),
        (KeyAction.Mirror, "painting.mirror", "Mirror: paint on both sides at once"),
        (KeyAction.Grid, "painting.grid", "Snap to a grid of 8 pixels"),
        (KeyAction.SquareBrush, "painting.square_brush", "Square brush"),
        (KeyAction.SmallerBrush, "painting.smaller_brush", "Smaller brush"),
        (KeyAction.LargerBrush, "painting.larger_brush", "Larger brush"),
        (KeyAction.Undo, "painting.undo", "Undo"),
        (KeyAction.Redo, "painting.redo", "Redo"),
        (KeyAction.Clear, "painting.clear", "Delete the selection or clear all"),
        (KeyAction.Open, "files.open", "Open a label map, a stroke recording, a generator or a scene"),
        (KeyAction.Save, "files.save", "Save the label map, or as .yaml a recording of every stroke with its time"),
        (KeyAction.SavePicture, "files.save_picture", "Save the translation"),
        (KeyAction.Copy, "files.copy", "Copy selection or translation"),
        (KeyAction.Record, "files.record", "Start or stop a recording"),
        (KeyAction.SaveScene, "files.save_scene", "Save the scene"),
        (KeyAction.NextView, "view.next", "Next view"),
        (KeyAction.Fit, "view.fit", "Show the whole picture"),
        (KeyAction.Fade, "view.fade", "Fade to the second generator"),
        (KeyAction.LiveSource, "view.live_source", "Live source on or off"),
        (KeyAction.Panel, "view.panel", "Fold or unfold the right panel"),
        (KeyAction.FullScreen, "view.full_screen", "Full screen: the translation alone"),
        (KeyAction.Freeze, "view.freeze", "Freeze in full screen"),
        (KeyAction.Blank, "view.blank", "Black in full screen"),
        (KeyAction.SelectAll, "selection.all", "Select everything"),
        (KeyAction.Cut, "selection.cut", "Cut the selection"),
        (KeyAction.Paste, "selection.paste", "Paste under the pointer"),
        (KeyAction.MirrorSelection, "selection.mirror", "Mirror the selection"),
        (KeyAction.KeepStamp, "selection.stamp", "Keep the selection as a stamp"),
        (KeyAction.MoveLeft, "selection.left", "Move the selection left; Shift moves it farther"),
        (KeyAction.MoveRight, "selection.right", "Move the selection right"),
        (KeyAction.MoveUp, "selection.up", "Move the selection up"),
        (KeyAction.MoveDown, "selection.down", "Move the selection down"),
        (KeyAction.ViewPage, "pages.view", "View"),
        (KeyAction.ModelsPage, "pages.models", "Models"),
        (KeyAction.MapsPage, "pages.maps", "Maps"),
        (KeyAction.SourcePage, "pages.source", "Source"),
        (KeyAction.TrainPage, "pages.train", "Train"),
        (KeyAction.ScenePage, "pages.scene", "Scene"),
        (KeyAction.Keys, "window.keys", "This list of keys"),
        (KeyAction.Scenes, "window.scenes", "Scenes"),
        (KeyAction.Walk, "window.walk", "Walk into my house, and back"),
        (KeyAction.Settings, "window.settings", "Settings"),
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
