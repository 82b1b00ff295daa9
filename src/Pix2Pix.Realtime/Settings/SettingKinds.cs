using System.Globalization;
using System.Numerics;
using Pix2Pix.Realtime.Files;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Settings;

/// <summary>The kinds of settings: how each reads, writes and describes its values.</summary>
public static class SettingKinds
{
    /// <summary>A whole number.</summary>
    /// <param name="path">Where it stands in a file, e.g. <c>generator.width</c>.</param>
    /// <param name="value">The default.</param>
    /// <param name="minimum">The smallest accepted value.</param>
    /// <param name="maximum">The largest accepted value.</param>
    /// <param name="unit">Such as <c>pixels</c>; empty = none.</param>
    /// <param name="help">What it does, in one line for a user.</param>
    public static Setting<int> Int(string path, int value, int minimum, int maximum, string unit, string help) => new(
        path, value, maximum == int.MaxValue ? $"a whole number of at least {minimum}" : $"a whole number in {minimum}..{maximum}", unit, help,
        node => (int.TryParse(Text(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) && read >= minimum && read <= maximum, read),
        read => read.ToString(CultureInfo.InvariantCulture), minimum, maximum)
    {
        FromNumber = number => (int)Math.Round(Math.Clamp(number, minimum, maximum)),
    };

    /// <summary>A finite number.</summary>
    /// <param name="path">Where it stands in a file, e.g. <c>generator.width</c>.</param>
    /// <param name="value">The default.</param>
    /// <param name="minimum">The smallest accepted value.</param>
    /// <param name="maximum">The largest accepted value.</param>
    /// <param name="unit">Such as <c>pixels</c>; empty = none.</param>
    /// <param name="help">What it does, in one line for a user.</param>
    public static Setting<double> Double(string path, double value, double minimum, double maximum, string unit, string help) => new(
        path, value, $"a number in {Number(minimum)}..{Number(maximum)}", unit, help,
        node => (TryNumber(node, out var read) && read >= minimum && read <= maximum, read),
        Number, minimum, maximum)
    {
        FromNumber = number => Math.Clamp(number, minimum, maximum),
    };

    /// <summary>A switch: <c>true</c> or <c>false</c>.</summary>
    /// <param name="path">Where it stands in a file, e.g. <c>generator.width</c>.</param>
    /// <param name="value">The default.</param>
    /// <param name="help">What it does, in one line for a user.</param>
    public static Setting<bool> Bool(string path, bool value, string help) => new(
        path, value, "true | false", "", help,
        node => (bool.TryParse(Text(node), out var read), read),
        read => read ? "true" : "false")
    {
        FromNumber = number => number >= 0.5,
    };

    /// <summary>Any text.</summary>
    /// <param name="path">Where it stands in a file, e.g. <c>generator.width</c>.</param>
    /// <param name="value">The default.</param>
    /// <param name="range">What is accepted, as help and errors print it.</param>
    /// <param name="help">What it does, in one line for a user.</param>
    public static Setting<string> Text(string path, string value, string range, string help) => new(
        path, value, range, "", help,
        node => (node is YamlScalarNode, Text(node) ?? ""),
        YamlText.Quoted);

    /// <summary>A file or folder somewhere, which has no control characters in its name.</summary>
    public static Setting<string> Place(string path, string value, string range, string help) => new(
        path, value, range, "", help,
        node => (IsLine(node), Text(node) ?? ""),
        YamlText.Quoted);

    /// <summary>The name of a folder that lies inside another one, which it may not leave.</summary>
    public static Setting<string> FolderName(string path, string value, string range, string help) => new(
        path, value, range, "", help,
        node => (IsLine(node) && Text(node) is { Length: > 0 } name && !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains(".."), Text(node) ?? ""),
        YamlText.Quoted);

    /// <summary>A file's name: absolute, or looked for beside the file that names it.</summary>
    public static Setting<string> FileName(string path, string value, string range, string help) => new(
        path, value, range, "", help,
        node => (node is YamlScalarNode, Text(node) ?? ""),
        YamlText.Quoted) { IsFile = true };

    /// <summary>A program or a command that is started.</summary>
    public static Setting<string> Program(string path, string value, string range, string help) => new(
        path, value, range, "", help,
        node => (node is YamlScalarNode, Text(node) ?? ""),
        YamlText.Quoted) { IsProgram = true };

    /// <summary>Three numbers, each in the range, e.g. <c>[0, 1.5, -3]</c>.</summary>
    public static Setting<Vector3> Vector(string path, Vector3 value, float minimum, float maximum, string unit, string help) => new(
        path, value, $"three numbers [x, y, z] in {Number(minimum)}..{Number(maximum)}", unit, help,
        node => node is YamlSequenceNode { Children: [var x, var y, var z] } && TryNumber(x, out var right) && TryNumber(y, out var up) && TryNumber(z, out var near)
                && Math.Min(right, Math.Min(up, near)) >= minimum && Math.Max(right, Math.Max(up, near)) <= maximum
            ? (true, new Vector3((float)right, (float)up, (float)near))
            : (false, default),
        read => string.Create(CultureInfo.InvariantCulture, $"[{read.X:R}, {read.Y:R}, {read.Z:R}]"));

    /// <summary>Two numbers, low then high, e.g. <c>[0.8, 1.2]</c>.</summary>
    internal static Setting<Interval> Pair(string path, Interval value, double minimum, double maximum, string unit, string help) => new(
        path, value, $"two numbers [low, high] in {Number(minimum)}..{Number(maximum)}", unit, help,
        node => node is YamlSequenceNode { Children: [var first, var second] } && TryNumber(first, out var low) && TryNumber(second, out var high)
                && low >= minimum && low <= high && high <= maximum ? (true, new Interval(low, high)) : (false, default),
        read => $"[{Number(read.Low)}, {Number(read.High)}]");

    /// <summary>One word of a few; another spelling is refused, never taken for the default.</summary>
    public static Setting<T> Choice<T>(string path, T value, string help, params (string Word, T Value)[] words) where T : struct, Enum => new(
        path, value, string.Join(" | ", words.Select(word => word.Word)), "", help,
        node => words.FirstOrDefault(word => word.Word.Equals(Text(node), StringComparison.OrdinalIgnoreCase)) is { Word: not null } found ? (true, found.Value) : (false, default),
        read => words.First(word => EqualityComparer<T>.Default.Equals(word.Value, read)).Word)
    {
        Choices = [.. words.Select(word => word.Word)],
        Index = value => IndexOf(words, value),
        FromNumber = number => words[(int)Math.Round(Math.Clamp(number, 0, words.Length - 1))].Value,
    };

    /// <summary>One word of a few, as text: for words that only a plugin knows.</summary>
    public static Setting<string> OneOf(string path, string value, IReadOnlyList<string> words, string help) => new(
        path, value, string.Join(" | ", words), "", help,
        node => words.FirstOrDefault(word => word.Equals(Text(node), StringComparison.OrdinalIgnoreCase)) is { } found ? (true, found) : (false, ""),
        read => read)
    {
        Choices = words,
        Index = value => IndexOf(words, value),
        FromNumber = number => words[(int)Math.Round(Math.Clamp(number, 0, words.Count - 1))],
    };

    private static int IndexOf<T>((string Word, T Value)[] words, T value)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(words[i].Value, value))
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOf(IReadOnlyList<string> words, string value)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == value)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A text with control characters is none that a person meant: as a rule a Windows path in double quotes.</summary>
    private static bool IsLine(YamlNode node) => node is YamlScalarNode && Text(node)?.Any(char.IsControl) != true;

    private static string? Text(YamlNode node) => (node as YamlScalarNode)?.Value;

    private static bool TryNumber(YamlNode node, out double value) =>
        double.TryParse(Text(node), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
