using System.Runtime.CompilerServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>An interpolated sentence that is only put together when the check that it belongs to fails.</summary>
[InterpolatedStringHandler]
internal ref struct FaultSentence
{
    private DefaultInterpolatedStringHandler _text;

    public FaultSentence(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        _text = isNeeded ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public override string ToString() => _text.ToStringAndClear();
}
