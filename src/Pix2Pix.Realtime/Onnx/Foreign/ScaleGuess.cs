using Onnx;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Reads the range of a picture's values from a graph's first or last operators, where they show it.</summary>
internal static class ScaleGuess
{
    private const double Tolerance = 0.02;

    /// <summary>Between the picture's values after the graph's own scaling: as wide as pictures become when each channel is divided by its deviation.</summary>
    private static readonly (double Least, double Most) Normalised = (3, 6);

    private static readonly (PixelScale Scale, double Low, double High)[] Ranges = [(PixelScale.Signed, -1, 1), (PixelScale.Unit, 0, 1), (PixelScale.Byte, 0, 255)];

    /// <returns>The scale and the operator that shows it; null where nothing does.</returns>
    public static (PixelScale Scale, string Operators)? OfInput(GraphLinks graph, string name)
    {
        var (line, operators) = (new Line(1, 0), new List<string>());
        while (graph.OnlyReader(name) is { Output.Count: > 0 } node && (KeepsValues(node) || IsLinear(node)))
        {
            if (IsLinear(node))
            {
                if (Apply(graph, node, name, line) is not { } next)
                {
                    break;
                }

                line = next;
                operators.Add(node.OpType);
            }

            name = node.Output[0];
        }

        foreach (var (scale, low, high) in operators.Count > 0 ? Ranges : [])
        {
            var (from, to) = line.Of(low, high);
            var isNormalised = to - from > Normalised.Least && to - from < Normalised.Most && from is > -4 and < -1 && to is > 1 and < 4;
            var isShifted = scale.Equals(PixelScale.Byte) && line.Factor == 1 && line.Summand is > -140 and < -90;
            if (IsNear(from, to, -1, 1) || IsNear(from, to, 0, 1) || IsNear(from, to, -0.5, 0.5) || isShifted || (isNormalised && !scale.Equals(PixelScale.Signed)))
            {
                return (scale, string.Join(", ", operators));
            }
        }

        return null;
    }

    /// <inheritdoc cref="OfInput"/>
    public static (PixelScale Scale, string Operators)? OfOutput(GraphLinks graph, string name)
    {
        var line = new Line(1, 0);
        var operators = new List<string>();
        while (graph.Maker(name) is { } node && (KeepsValues(node) || IsLinear(node)))
        {
            var from = Variable(graph, node);
            if (IsLinear(node))
            {
                if (from is null || Apply(graph, node, from, new Line(1, 0)) is not { } inner)
                {
                    return null;
                }

                line = inner.Then(line);
                operators.Insert(0, node.OpType);
            }

            name = from ?? node.Input[0];
        }

        if (graph.Maker(name) is not { } last || Bounds(graph, last) is not { } bounds)
        {
            return null;
        }

        operators.Insert(0, last.OpType);
        var (low, high) = line.Of(bounds.Low, bounds.High);
        return Ranges.FirstOrDefault(one => IsNear(low, high, one.Low, one.High)).Scale is { } scale ? (scale, string.Join(", ", operators)) : null;
    }

    /// <summary>Whether a node moves values and changes none.</summary>
    public static bool KeepsValues(NodeProto node) => node.OpType is "Cast" or "Identity" or "Transpose" or "Squeeze" or "Unsqueeze" or "Reshape";

    private static bool IsLinear(NodeProto node) => node.OpType is "Mul" or "Div" or "Add" or "Sub" && node.Input.Count == 2;

    /// <summary>The one input of a linear node that is no constant.</summary>
    private static string? Variable(GraphLinks graph, NodeProto node) =>
        node.Input.Where(input => graph.Dims(input) is null).ToArray() is [var only] ? only : null;

    private static Line? Apply(GraphLinks graph, NodeProto node, string variable, Line line)
    {
        var isFirst = node.Input[0] == variable;
        return (node.OpType, graph.Number(node.Input[isFirst ? 1 : 0])) switch
        {
            (_, null) => null,
            ("Mul", { } number) => line.Then(new Line(number, 0)),
            ("Add", { } number) => line.Then(new Line(1, number)),
            ("Sub", { } number) => line.Then(isFirst ? new Line(1, -number) : new Line(-1, number)),
            ("Div", { } number) when isFirst && number != 0 => line.Then(new Line(1 / number, 0)),
            _ => null,
        };
    }

    private static (double Low, double High)? Bounds(GraphLinks graph, NodeProto node)
    {
        if (node.OpType == "Clip")
        {
            var low = node.Input.Count > 2 ? graph.Number(node.Input[1]) : node.Real("min", float.NaN);
            var high = node.Input.Count > 2 ? graph.Number(node.Input[2]) : node.Real("max", float.NaN);
            return low is { } least && high is { } most && double.IsFinite(least) && double.IsFinite(most) ? (least, most) : null;
        }

        return node.OpType switch
        {
            "Tanh" or "Softsign" => (-1, 1),
            "Sigmoid" or "HardSigmoid" or "Softmax" => (0, 1),
            _ => null,
        };
    }

    private static bool IsNear(double low, double high, double expectedLow, double expectedHigh)
    {
        var room = Tolerance * (expectedHigh - expectedLow);
        return Math.Abs(low - expectedLow) <= room && Math.Abs(high - expectedHigh) <= room;
    }

    /// <summary><c>Factor · x + Summand</c>.</summary>
    private readonly record struct Line(double Factor, double Summand)
    {
        public Line Then(Line next) => new(Factor * next.Factor, (Summand * next.Factor) + next.Summand);

        public (double Low, double High) Of(double low, double high)
        {
            var (a, b) = ((Factor * low) + Summand, (Factor * high) + Summand);
            return (Math.Min(a, b), Math.Max(a, b));
        }
    }
}
