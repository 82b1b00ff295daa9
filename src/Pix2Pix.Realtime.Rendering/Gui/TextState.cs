namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>A text with its caret and its selection's other end.</summary>
internal readonly record struct TextState(string Text, int Caret, int Anchor);
