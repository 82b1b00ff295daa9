using Pix2Pix.Realtime.App.Live.Parts;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live;

/// <summary>The components that the program offers to scene files.</summary>
internal static class LiveComponents
{
    public static ComponentRegistry For(Stage stage)
    {
        var none = new SettingsTable();
        return new ComponentRegistry()
            .Register("LabelCanvas", PaintableCanvas.Properties, values => new PaintableCanvas(stage, values))
            .Register("Source", LiveSource.Properties, values => new LiveSource(stage, values))
            .Register("Translator", Translator.Properties, values => new Translator(stage, values))
            .Register("TranslationView", TranslationView.Properties, values => new TranslationView(stage, values))
            .Register("ToolPanel", none, _ => new ToolPanel(stage))
            .Register("InfoPanel", none, _ => new InfoPanel(stage))
            .Register("TrainingPanel", TrainingPanel.Properties, values => new TrainingPanel(stage, values))
            .Register("StatusLine", none, _ => new StatusLine(stage));
    }
}
