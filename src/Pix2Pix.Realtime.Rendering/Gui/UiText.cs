using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>Text such as <c>ui.Text($"{rate:0} translations/s")</c>, written without making a string.</summary>
[InterpolatedStringHandler]
[SuppressMessage("Performance", "CA1815", Justification = "Only the compiler makes one, and nobody compares it.")]
internal ref struct UiText
{
    private readonly char[] _buffer;
    private int _length;

    public UiText(int literalLength, int formattedCount, Ui ui) => _buffer = ui.TextBuffer;

    public readonly ReadOnlySpan<char> Text => _buffer.AsSpan(0, _length);

    public void AppendLiteral(string value) => AppendFormatted(value.AsSpan());

    public void AppendFormatted(string? value) => AppendFormatted(value.AsSpan());

    /// <summary>A text longer than the buffer is cut: no line of a panel is that long.</summary>
    public void AppendFormatted(ReadOnlySpan<char> value)
    {
        var fitting = value[..Math.Min(value.Length, _buffer.Length - _length)];
        fitting.CopyTo(_buffer.AsSpan(_length));
        _length += fitting.Length;
    }

    public void AppendFormatted<T>(T value, ReadOnlySpan<char> format = default) where T : ISpanFormattable
    {
        if (value.TryFormat(_buffer.AsSpan(_length), out var written, format, null))
        {
            _length += written;
        }
    }
}
