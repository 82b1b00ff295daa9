using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Settings;

/// <summary>
/// One setting, declared once: its path, type, default, range, unit and help. The loader of configuration files, <c>--help</c> and the
/// panel's controls all read this declaration. Immutable; any thread.
/// </summary>
public abstract class Setting
{
    private protected Setting(string path, string unit, string help)
    {
        Path = path;
        Unit = unit;
        Help = help;
    }

    /// <summary>Where it stands in a configuration file and on the command line, e.g. <c>generator.width</c>.</summary>
    public string Path { get; }

    /// <summary>The unit, such as <c>pixels</c>; empty = none.</summary>
    public string Unit { get; }

    /// <summary>Its help, one line.</summary>
    public string Help { get; }

    /// <summary>The accepted values as text, e.g. <c>1..512</c> or <c>unet | resnet</c>.</summary>
    public abstract string Range { get; }

    /// <summary>The accepted words of a choice, in the order of their declaration; empty for other kinds.</summary>
    public IReadOnlyList<string> Choices { get; internal init; } = [];

    /// <summary>Whether it names a file that is looked for beside the file that names it.</summary>
    public bool IsFile { get; internal init; }

    /// <summary>Whether it names a program or a command that is started: a person's to say, so that a file of somebody else's may not.</summary>
    public bool IsProgram { get; internal init; }

    /// <summary>Whether it takes effect while the scene runs: a slider, a controller or an inspector may set it.</summary>
    public bool IsLive { get; private protected set; }

    /// <summary>The default as it is written in a file.</summary>
    public abstract string DefaultText { get; }

    /// <summary>Reads a value as it stands in a file.</summary>
    /// <param name="node">The value's node: a scalar, or a sequence for a pair.</param>
    /// <param name="value">The value in the setting's own type.</param>
    /// <returns>Null when it was accepted, else what was expected and what was found, without the path.</returns>
    internal abstract string? TryRead(YamlNode node, out object? value);

    internal abstract object DefaultObject { get; }

    /// <summary>
    /// The value nearest to a number from outside, e.g. a fader's: a number is clamped to the range, a whole one rounded, a switch is on from 0.5, a choice
    /// counts its words from 0. Null where no number says anything: words, pairs, and NaN.
    /// </summary>
    internal abstract object? Nearest(double number);

    internal abstract string Format(object value);

    /// <summary>Which of <see cref="Choices"/> a value is; -1 for other kinds. Allocates nothing: controls ask every frame.</summary>
    internal virtual int IndexOf(object value) => -1;
}
