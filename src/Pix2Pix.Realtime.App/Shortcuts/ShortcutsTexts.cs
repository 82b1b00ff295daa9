namespace Pix2Pix.Realtime.App.Shortcuts;

/// <summary>What the window's keys do, as tooltips and the list of keys say it, and what is wrong with a key in a file.</summary>
internal static class ShortcutsTexts
{
    public const string Brush = "Brush";
    public const string Eraser = "Eraser: paints the background";
    public const string Line = "Line; Shift keeps it straight";
    public const string Rectangle = "Rectangle; Shift makes a square";
    public const string Ellipse = "Ellipse; Shift makes a circle";
    public const string Polygon = "Polygon: click its corners; Enter or a right click closes it";
    public const string Fill = "Fill an area of one class";
    public const string Eyedropper = "Pick the class under the pointer (also with a right click)";
    public const string Select = "Select a rectangle: drag inside it to move it, with Ctrl a copy of it";
    public const string SelectElement = "Select an element: the area of one class under a click";
    public const string SelectClass = "Select a class: everything of the one under a click";
    public const string WindowStamp = "Window with head and sill: click, or drag its box";
    public const string DoorStamp = "Door with frame and head: click, or drag its box";
    public const string BalconyStamp = "Balcony with its door: click, or drag its box";
    public const string ShopStamp = "Shop front: click, or drag its box";
    public const string Mirror = "Mirror: paint on both sides at once";
    public const string Grid = "Snap to a grid of 8 pixels";
    public const string SquareBrush = "Square brush";
    public const string SmallerBrush = "Smaller brush";
    public const string LargerBrush = "Larger brush";
    public const string Undo = "Undo";
    public const string Redo = "Redo";
    public const string Clear = "Delete the selection or clear all";

    public const string Open = "Open a label map, a stroke recording, a generator or a scene";
    public const string Save = "Save the label map, or as .yaml a recording of every stroke with its time";
    public const string SavePicture = "Save the translation";
    public const string Copy = "Copy selection or translation";
    public const string Record = "Start or stop a recording";
    public const string SaveScene = "Save the scene";

    public const string NextView = "Next view";
    public const string Fit = "Show the whole picture";
    public const string Fade = "Fade to the second generator";
    public const string LiveSource = "Live source on or off";
    public const string Panel = "Fold or unfold the right panel";
    public const string FullScreen = "Full screen: the translation alone";
    public const string Freeze = "Freeze in full screen";
    public const string Blank = "Black in full screen";

    public const string SelectAll = "Select everything";
    public const string Cut = "Cut the selection";
    public const string Paste = "Paste under the pointer";
    public const string MirrorSelection = "Mirror the selection";
    public const string KeepStamp = "Keep the selection as a stamp";
    public const string MoveLeft = "Move the selection left; Shift moves it farther";
    public const string MoveRight = "Move the selection right";
    public const string MoveUp = "Move the selection up";
    public const string MoveDown = "Move the selection down";

    public const string ViewPage = "View";
    public const string ModelsPage = "Models";
    public const string MapsPage = "Maps";
    public const string SourcePage = "Source";
    public const string TrainPage = "Train";
    public const string ScenePage = "Scene";

    public const string Keys = "This list of keys";
    public const string Scenes = "Scenes";
    public const string Walk = "Walk into my house, and back";
    public const string Settings = "Settings";

    public static string TooManyKeys(string path, string text) => $"{path}: expected one or two keys, found '{text}'; leave some out.";
    public static string UnknownKey(string path, string text) => $"{path}: expected a key such as B, Ctrl+Z, F1, Delete or PageUp, found '{text}'; write it as in configs/keys.yaml.";
}
