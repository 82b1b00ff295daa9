namespace Pix2Pix.Realtime.Synthesis.Fields;

/// <summary>One number a pixel, row by row from the top, no padding.</summary>
internal sealed class Field(int width, int height)
{
    public int Width => width;

    public int Height => height;

    public float[] Values { get; } = new float[width * height];

    public Span<float> Row(int y) => Values.AsSpan(y * width, width);
}
