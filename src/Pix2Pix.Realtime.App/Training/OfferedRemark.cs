using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>A remark on a dataset, with the tick box of the setting that it names. Immutable.</summary>
/// <param name="Words">One sentence.</param>
/// <param name="Setting">A yes-or-no setting that helps; null = none does.</param>
/// <param name="Label">What the tick box says.</param>
internal sealed record OfferedRemark(string Words, Setting<bool>? Setting, string Label)
{
    /// <param name="remark">A sentence that may name settings, in the part after its semicolon.</param>
    public static OfferedRemark Of(string remark)
    {
        var setting = TrainingSettings.Table.All.OfType<Setting<bool>>().FirstOrDefault(one => remark.Contains(one.Path, StringComparison.Ordinal));
        return setting is null
            ? new OfferedRemark(remark, null, "")
            : new OfferedRemark($"{remark.Split(';')[0].TrimEnd('.')}.", setting, $"{char.ToUpperInvariant(setting.Help[0])}{setting.Help[1..]}##{setting.Path}");
    }
}
