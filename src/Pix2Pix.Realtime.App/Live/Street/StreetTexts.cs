using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>Texts of the street.</summary>
internal static class StreetTexts
{
    public static ReadOnlySpan<char> Walk(Ui ui, char forward, char left, char back, char right, char turnLeft, char turnRight) => ui.Text($"Walk: {forward} {left} {back} {right}  ·  turn: {turnLeft} {turnRight}, arrows  ·  paint: left button  ·  undo: right button");
    public const string Leave = "Leave";
    public const string LeaveHint = "Back to the canvas";
    public const string StampHint = "Click on a front, or drag a box";
    public static string GeneratorFailed(string message) => $"The generator failed: {message}";
}
