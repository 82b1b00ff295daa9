namespace Pix2Pix.Realtime.Inference.Tests;

/// <summary>A picture of doubles, channel by channel.</summary>
internal sealed class Planes(int channels, int height, int width)
{
    private readonly double[] _values = new double[channels * height * width];

    public int Channels => channels;

    public int Height => height;

    public int Width => width;

    public ref double this[int c, int y, int x] => ref _values[(((c * height) + y) * width) + x];

    public Span<double> Plane(int c) => _values.AsSpan(c * height * width, height * width);

    public ReadOnlySpan<double> Values => _values;

    public static Planes Of(ReadOnlySpan<float> values, int channels, int height, int width)
    {
        var result = new Planes(channels, height, width);
        for (var i = 0; i < values.Length; i++)
        {
            result._values[i] = values[i];
        }

        return result;
    }

    public double AtOrZero(int c, int y, int x) => y < 0 || x < 0 || y >= height || x >= width ? 0 : this[c, y, x];

    public void AddInside(int c, int y, int x, double value)
    {
        if (y >= 0 && x >= 0 && y < height && x < width)
        {
            this[c, y, x] += value;
        }
    }

    public void Fill(Func<int, int, int, double> value)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = value(i / (height * width), i / width % height, i % width);
        }
    }

    public Planes Map(Func<double, double> map)
    {
        var result = new Planes(channels, height, width);
        result.Fill((c, y, x) => map(this[c, y, x]));
        return result;
    }

    public Planes Plus(Planes other)
    {
        var result = new Planes(channels, height, width);
        result.Fill((c, y, x) => this[c, y, x] + other[c, y, x]);
        return result;
    }

    public Planes Join(Planes other)
    {
        var result = new Planes(channels + other.Channels, height, width);
        result.Fill((c, y, x) => c < channels ? this[c, y, x] : other[c - channels, y, x]);
        return result;
    }

    public Planes Twice()
    {
        var result = new Planes(channels, height * 2, width * 2);
        result.Fill((c, y, x) => this[c, y / 2, x / 2]);
        return result;
    }

    public Planes Reflect(int sides)
    {
        var result = new Planes(channels, height + (2 * sides), width + (2 * sides));
        result.Fill((c, y, x) => this[c, Mirror(y - sides, height), Mirror(x - sides, width)]);
        return result;
    }

    private static int Mirror(int place, int size) => place < 0 ? -place : place >= size ? (2 * size) - 2 - place : place;
}
