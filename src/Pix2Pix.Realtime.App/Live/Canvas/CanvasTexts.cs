using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>Texts about the painting, its files, stamps and recordings.</summary>
internal static class CanvasTexts
{
    public const string Mirror = "Mirror";
    public static ReadOnlySpan<char> Repeat(Ui ui, int columns, int rows) => ui.Text($"Repeat {columns} x {rows}");
    public static ReadOnlySpan<char> Grid(Ui ui, int step) => ui.Text($"Grid {step}");

    public static string ForeignPixels(double foreign, string file) => $"{foreign:P0} of the pixels of '{file}' match no class and were set to the nearest one.";
    public static string SavedStrokes(int count, string path) => $"Saved {count} strokes to {path}";
    public static string SavedLaterStrokes(int count, string path) => $"Saved {count} strokes to {path}. The image that you started from is not included; clear the canvas before recording to include everything.";

    public static string OwnStamp(PixelSize size, string path) => $"Own stamp of {size} pixels: click, or drag its box. Its file is {path}";
    public static string StampKept(string path) => $"The selection is kept as a stamp in {path}";
    public const string TheSelection = "the selection";
    public static string TooManyStamps(int most, int count, string folder) => $"Expected at most {most} stamps, found {count} in '{folder}'; remove some of these files.";
    public static string NoStamp(string path) => $"Expected a stamp, found other strokes in '{path}'; move the file elsewhere.";
    public static string StampTooLarge(PixelSize most, PixelSize found, string where) => $"Expected a stamp of at most {most} pixels, found {found} in {where}; make it of a smaller selection.";

    public static string OtherPainting(string other) => $"Another window's painting is kept in {other}: the next window that opens beside this one shows it, and so does this one when the file is dropped on it.";
    public static string NoRoomForPainting(string? folder) => $"pix2pix: the last strokes could not be kept for the next start; there is no room in '{folder}' or it can't be written.";
    public static string PaintingNotRestored(string message) => $"The last painting could not be brought back and stays as it is: {message}";
    public static string StepsNotRestored(string message) => $"The painting's earlier steps can't be undone: {message}";
    public static string PaintingNotKept(string message) => $"The painting is not kept for the next start: {message}. It is tried again until it is.";
    public const string PaintingIsKept = "The painting is kept for the next start again.";
    public static string TooManyPaintings(int most, string? folder) => $"expected at most {most} paintings in '{folder}'; move some of them elsewhere";
}
