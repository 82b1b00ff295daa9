namespace Pix2Pix.Realtime.App.Osc;

/// <summary>One message of Open Sound Control 1.0, as far as a fader or a button needs it: where it goes and its first argument.</summary>
/// <param name="Address">Begins with a slash, e.g. <c>/Source/brightness</c>.</param>
/// <param name="Number">The first argument where it is a number or a switch (true = 1); NaN otherwise.</param>
/// <param name="Text">The first argument where it is text; null otherwise.</param>
internal readonly record struct OscMessage(string Address, double Number, string? Text);
