using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx.Foreign;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Models;

/// <summary><c>pix2pix model FILE</c>: the model card of an .onnx file, and whether this program can use it. Exit code 1 when it can't.</summary>
internal sealed class ModelCommand : Command<ModelCommand.Settings>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal sealed class Settings : ForeignSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("A generator, an .onnx file of this or another program.")]
        public string File { get; init; } = "";

        [CommandOption("--palette <PALETTE>")]
        [Description("The label classes for a model that reads one channel for each: a palette's name or file.")]
        [DefaultValue("cmp-facade")]
        public string Palette { get; init; } = "";

        [CommandOption("--json")]
        [Description("Print the model card as JSON.")]
        public bool Json { get; init; }

        [CommandOption("--load-limit <SECONDS>")]
        [Description("How long loading the generator may take before it is given up, 1 to 86400.")]
        [DefaultValue(60)]
        public int LoadLimit { get; init; }

        [CommandOption("--verbose")]
        [Description("Print the stack trace of an error.")]
        public bool Verbose { get; init; }

        public override Spectre.Console.ValidationResult Validate() => CommandLine.LoadLimit.WhyNot(LoadLimit) is { } fault
            ? Spectre.Console.ValidationResult.Error(fault)
            : base.Validate();
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var palette = PaletteFile.Load(settings.Palette);
        var card = ModelCard.Read(settings.File, new ForeignOptions { Size = settings.SizeOfModel(), Range = settings.RangeOfModel(), Palette = palette });
        var info = card.Fault.Length > 0 ? null : Try(settings, palette, out card, card);
        Console.WriteLine(settings.Json ? Json(card, info) : string.Join(Environment.NewLine, Lines(card, info).Select(line => $"{line.Topic,-12}{line.Words}")));
        if (card.Fault.Length == 0)
        {
            return 0;
        }

        Console.Error.WriteLine(ModelsTexts.NotUsable(settings.File, card.Fault));
        return 1;
    }

    /// <summary>Only a run shows whether a graph computes.</summary>
    private static GeneratorInfo? Try(Settings settings, Palette palette, out ModelCard card, ModelCard before)
    {
        card = before;
        try
        {
            using var generator = GeneratorLoader.Load(settings.File, new LoadOptions
            {
                Provider = ExecutionProvider.Cpu, Size = settings.SizeOfModel(), Range = settings.RangeOfModel(), Palette = palette, TimeLimit = TimeSpan.FromSeconds(settings.LoadLimit),
            });
            return generator.Info;
        }
        catch (UserException fault)
        {
            card = before with { Fault = fault.InnerException is UserException inner ? inner.Message : fault.Message };
            return null;
        }
    }

    private static IEnumerable<(string Topic, string Words)> Lines(ModelCard card, GeneratorInfo? info)
    {
        yield return (ModelsTexts.MadeBy, ModelsTexts.Maker(card.Producer.Length > 0 ? card.Producer : "unknown", card.Version, card.Opset));
        foreach (var input in card.Inputs)
        {
            yield return ("input", input);
        }

        foreach (var output in card.Outputs)
        {
            yield return ("output", output);
        }

        if (info is not null)
        {
            yield return ("reads", Picture(info.Input));
            yield return ("writes", Picture(info.Output));
            yield return ("layout", card.Layout);
            yield return ("values", card.Range);
        }

        if (info is { Palette.Length: > 0 })
        {
            yield return ("palette", info.Palette);
        }

        foreach (var value in card.Style)
        {
            yield return ("style", ModelsTexts.StyleValue(value.Name, value.Min, value.Max, value.Neutral));
        }

        if (info is { Step: > 0 })
        {
            yield return ("step", info.Step.ToString("N0", CultureInfo.InvariantCulture));
        }

        yield return ("parameters", card.ParameterWords);
        yield return ("operators", card.OperatorWords);
        foreach (var assumption in info?.Assumptions ?? card.Assumptions)
        {
            yield return ("assumed", assumption);
        }
    }

    private static string Picture(Frames.FrameShape shape) =>
        string.Create(CultureInfo.InvariantCulture, $"{shape.Width}x{shape.Height}, {shape.Channels switch { 1 => "grey", 4 => "RGBA", _ => "RGB" }}");

    private static string Json(ModelCard card, GeneratorInfo? info) => JsonSerializer.Serialize(
        new
        {
            producer = card.Producer,
            ir = card.Version,
            opset = card.Opset,
            inputs = card.Inputs,
            outputs = card.Outputs,
            width = info?.Input.Width,
            height = info?.Input.Height,
            outputWidth = info?.Output.Width,
            outputHeight = info?.Output.Height,
            inputChannels = info?.Input.Channels,
            outputChannels = info?.Output.Channels,
            layout = card.Layout,
            range = card.Range,
            palette = info?.Palette ?? card.Palette,
            style = card.Style.Select(value => new { name = value.Name, label = value.Label, min = value.Min, max = value.Max, neutral = value.Neutral }),
            step = info?.Step,
            parameters = card.Parameters,
            operators = card.Operators.ToDictionary(),
            assumed = info?.Assumptions ?? card.Assumptions,
            fault = card.Fault.Length > 0 ? card.Fault : null,
        },
        Indented);
}
