using Google.Protobuf;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Training.TensorBoard;

/// <summary>TensorBoard's messages as bytes; the field numbers are those of tensorflow's <c>event.proto</c> and <c>summary.proto</c>.</summary>
internal static class EventMessages
{
    private const int WallTimeField = 1;
    private const int StepField = 2;
    private const int RgbaChannels = 4;

    /// <summary>The first message of a file.</summary>
    public static byte[] Version(double wallTime) => Event(wallTime, 0, output => Write(output, 3, "brain.Event:2"));

    /// <summary>A run begins, or continues: a reader forgets what it has heard of <paramref name="step"/> and later ones.</summary>
    public static byte[] SessionStart(double wallTime, long step)
    {
        const int Start = 1;
        return Event(wallTime, step, output => Write(output, 7, Message(log => Write(log, 1, Start))));
    }

    public static byte[] Scalars(double wallTime, long step, IEnumerable<(string Tag, double Value)> scalars) =>
        Summary(wallTime, step, scalars.Select(scalar => Message(value =>
        {
            Write(value, 1, scalar.Tag);
            value.WriteTag(2, WireFormat.WireType.Fixed32);
            value.WriteFloat((float)scalar.Value);
        })));

    /// <param name="png">The bytes of a PNG file.</param>
    public static byte[] Picture(double wallTime, long step, string tag, PixelSize size, byte[] png) =>
        Summary(wallTime, step, [Message(value =>
        {
            Write(value, 1, tag);
            Write(value, 4, Message(image =>
            {
                Write(image, 1, size.Height);
                Write(image, 2, size.Width);
                Write(image, 3, RgbaChannels);
                Write(image, 4, png);
            }));
        })]);

    public static byte[] Histograms(double wallTime, long step, IEnumerable<(string Tag, Histogram Histogram)> histograms) =>
        Summary(wallTime, step, histograms.Select(entry => Message(value =>
        {
            Write(value, 1, entry.Tag);
            Write(value, 5, Message(output => Write(output, entry.Histogram)));
        })));

    /// <summary>The step that a message is of; 0 where it names none.</summary>
    public static long StepOf(byte[] message)
    {
        using var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == StepField)
            {
                return input.ReadInt64();
            }

            input.SkipLastField();
        }

        return 0;
    }

    private static byte[] Summary(double wallTime, long step, IEnumerable<byte[]> values) => Event(wallTime, step, output => Write(output, 5, Message(summary =>
    {
        foreach (var value in values)
        {
            Write(summary, 1, value);
        }
    })));

    private static byte[] Event(double wallTime, long step, Action<CodedOutputStream> what) => Message(output =>
    {
        output.WriteTag(WallTimeField, WireFormat.WireType.Fixed64);
        output.WriteDouble(wallTime);
        Write(output, StepField, step);
        what(output);
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(output);
        }

        return bytes.ToArray();
    }

    private static void Write(CodedOutputStream output, Histogram histogram)
    {
        double[] moments = [histogram.Least, histogram.Most, histogram.Count, histogram.Sum, histogram.SumOfSquares];
        for (var i = 0; i < moments.Length; i++)
        {
            output.WriteTag(i + 1, WireFormat.WireType.Fixed64);
            output.WriteDouble(moments[i]);
        }

        Write(output, 6, Packed(histogram.Limits));
        Write(output, 7, Packed(histogram.Counts));
    }

    private static byte[] Packed(IReadOnlyList<double> values) => Message(output =>
    {
        foreach (var value in values)
        {
            output.WriteDouble(value);
        }
    });

    private static void Write(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    private static void Write(CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    private static void Write(CodedOutputStream output, int field, byte[] value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    }
}
