using Pix2Pix.Realtime.Files;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Settings;

/// <summary>A setting of type <typeparamref name="T"/>; made by <see cref="SettingKinds"/>.</summary>
public sealed class Setting<T> : Setting where T : notnull
{
    private readonly Func<YamlNode, (bool Accepted, T Value)> _read;
    private readonly Func<T, string> _format;

    internal Setting(
        string path, T defaultValue, string range, string unit, string help,
        Func<YamlNode, (bool Accepted, T Value)> read, Func<T, string> format, T? minimum = default, T? maximum = default)
        : base(path, unit, help)
    {
        Default = defaultValue;
        DefaultObject = defaultValue;
        Range = range;
        Minimum = minimum;
        Maximum = maximum;
        _read = read;
        _format = format;
    }

    /// <summary>The value where none is set.</summary>
    public T Default { get; }

    /// <summary>Declares that it takes effect while the scene runs.</summary>
    public Setting<T> Live()
    {
        IsLive = true;
        return this;
    }

    /// <summary>The smallest accepted value of a number; meaningless for other kinds.</summary>
    public T? Minimum { get; }

    /// <summary>The largest accepted value of a number; meaningless for other kinds.</summary>
    public T? Maximum { get; }

    /// <inheritdoc />
    public override string Range { get; }

    /// <inheritdoc />
    public override string DefaultText => _format(Default);

    /// <summary>How a number from outside becomes a value; null where none can.</summary>
    internal Func<double, T>? FromNumber { get; init; }

    /// <summary>Which of the choices a value is; null for other kinds.</summary>
    internal Func<T, int>? Index { get; init; }

    internal override int IndexOf(object value) => Index?.Invoke((T)value) ?? -1;

    internal override object DefaultObject { get; }

    internal override object? Nearest(double number) => FromNumber is { } read && !double.IsNaN(number) ? read(number) : null;

    internal override string Format(object value) => _format((T)value);

    internal override string? TryRead(YamlNode node, out object? value)
    {
        var (accepted, result) = _read(node);
        value = accepted ? result : null;
        var unit = Unit.Length == 0 ? "" : $" {Unit}";
        return accepted ? null : $"expected {Range}{unit}, found {YamlText.Found(node)}";
    }
}
