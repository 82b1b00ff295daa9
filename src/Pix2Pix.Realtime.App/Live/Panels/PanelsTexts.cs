using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>What the panels and dialogs at the window's sides say.</summary>
internal static class PanelsTexts
{
    public const string RunStillTrains = "A run is still training";
    public const string RunIsSaved = "It will be saved and stopped; you can resume it later.";
    public const string Quit = "Quit";
    public const string OpenScene = "Open the scene";

    public const string NoGenerator = "None; drop an .onnx file on the window.";
    public const string Generator = "Generator";
    public const string File = "File";
    public const string Reads = "Reads";
    public static ReadOnlySpan<char> ReadPicture(Ui ui, int width, int height, string palette) => ui.Text($"{width}x{height}, {palette}");
    public const string AnyPalette = "any palette";
    public const string RunsOn = "Runs on";
    public const string Step = "Step";
    public const string View = "View";
    public const string SideBySide = "Side by side";
    public const string Split = "Split: labels on the left, translation on the right of a line";
    public const string Overlay = "Overlay: labels over the translation";
    public const string TranslationAlone = "Translation alone";
    public const string TwoGenerators = "The translations of two generators side by side";
    public const string FullScreen = "Full screen: the translation alone; Esc leaves";
    public const string Line = "Line";
    public const string Labels = "Labels";
    public const string Fade = "Fade";
    public const string FadesTo = "Fades to";
    public const string Walk = "Walk into my house";
    public const string WalkHint = "Open the street with this painting as the front of a house; the same key comes back";
    public const string ShowPixels = "Show pixels";
    public const string ShowPixelsHint = "Scale up without smoothing";
    public const string RepeatStrokes = "Repeat each stroke";
    public const string Columns = "Columns";
    public const string Rows = "Rows";
    public const string Across = "Across";
    public const string Down = "Down";

    public const string BrushSize = "Size";
    public const string BrushSizeHint = "Brush size; the image's shorter side is 256. A double click sets the usual one";
    public const string SquareBrush = "Square brush";
    public const string SquareBrushHint = "A square of whole pixels instead of a disc";

    public const string OpenableFiles = "Label maps, strokes, generators and scenes";
    public const string SavableFiles = "Label maps (png), stroke recordings (yaml)";
    public const string SaveMap = "Save the label map (.png) or the stroke recording (.yaml)";
    public const string IsPairQuestion = "Open the label half?";
    public static string IsPair(string file) => $"{file} is a pair: a photograph and its label map side by side.";
    public const string LabelHalf = "Label half";
    public const string WholePicture = "Whole picture";
    public static string UnknownFile(string file) => $"Expected a label map (.png, .jpg), a stroke recording (.yaml), a scene, a generator (.onnx), a video or a folder of images, found '{file}'.";

    public static string HouseNeedsPalette(string expected, string found) => $"Expected a canvas with the palette {expected} for a house in the street, found {found}; open a scene with facades first.";
    public const string NoRoomForPainting = "Expected room to keep the painting before the scene is left, found none; free some space on the disk and try again.";

    public const string Keys = "Keys";
    public const string Pointer = "Pointer";
    public const string Classes = "Classes";
    public const string PaintOrStamp = "Paint, or place a stamp";
    public const string LeftButton = "left button";
    public const string PickOrClose = "Pick a class; close a polygon";
    public const string RightButton = "right button";
    public const string Zoom = "Zoom";
    public const string Wheel = "wheel";
    public const string Pan = "Pan";
    public const string MiddleButton = "middle button, Space";
    public const string CancelOrLeave = "Cancel, deselect, leave full screen";
    public const string Escape = "Esc";

    public const string UnfoldPanel = "Unfold the panel";
    public const string FoldPanel = "Fold the panel, or drag to resize it";

    public const string Welcome = "Welcome";
    public const string Scenes = "Scenes";
    public const string WelcomeNote = "Paint a facade on the left: window, door, wall. The program shows at once what it could look like. Choose a scene to begin, or close this and paint.";
    public const string OpenSceneFile = "Open a scene file";
    public const string OpenSceneFileHint = "A .scene.yaml of your own or of somebody else";
    public const string SceneFiles = "Scenes (.scene.yaml)";
    public const string OpenASceneTitle = "Open a scene";
    public const string OpenDataset = "Open a dataset";
    public const string OpenDatasetHint = "A folder of pairs, to train a generator of your own";
    public const string ChooseDataset = "Choose a dataset";
    public const string JustPaint = "Just paint";
    public const string Close = "Close";
    public const string StayInScene = "Stay in this scene";
    public const string Open = "Open";
    public const string OpenChosenScene = "Open the chosen scene in this window";

    public const string Settings = "Settings";
    public const string Appearance = "Appearance";
    public const string Theme = "Theme";
    public const string ThemeHint = "Dark or light panels";
    public const string InterfaceScale = "Interface scale";
    public const string InterfaceScaleHint = "How large texts and controls are, beyond the system's own scale";
    public const string ColorBlind = "Class colours for the colour-blind";
    public const string ColorBlindHint = "Shows the classes in colours that are told apart without red and green; files keep the palette's colours";
    public const string Pen = "Pen";
    public const string Pressure = "Pressure";
    public const string PressureHint = "How a pen's pressure changes the brush's size: 1 = evenly, more = press harder for a large brush, 0 = not at all";
    public const string Results = "Results";
    public const string ResultsHint = "Pictures, recordings and runs go there; empty = the folder shown in grey";
    public const string Browse = "Browse";
    public const string ChooseResults = "Choose the folder for results";
    public const string ResultsNote = "Pictures, recordings and runs go there. Runs follow when the window opens next.";
    public static string OwnKeys(string file) => $"Your own keys go into {file}; configs/keys.yaml says how.";
}
