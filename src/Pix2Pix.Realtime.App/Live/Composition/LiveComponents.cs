using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Panels;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Street;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>The components that the program offers to scene files.</summary>
internal static class LiveComponents
{
    public static ComponentRegistry For(Stage stage)
    {
        var none = new SettingsTable();
        return new ComponentRegistry()
            .Register("LabelCanvas", PaintableCanvas.Properties, values => new PaintableCanvas(stage, values), PaintableCanvas.Live)
            .Register("Source", LiveSource.Properties, values => new LiveSource(stage, values), LiveSource.Live)
            .Register("Translator", Translator.Properties, values => new Translator(stage, values), Translator.Live)
            .Register("CrossFade", CrossFade.Properties, values => new CrossFade(stage, values), CrossFade.Live)
            .Register("TranslationView", TranslationView.Properties, values => new TranslationView(stage, values), TranslationView.Live)
            .Register("ToolPanel", none, _ => new ToolPanel(stage))
            .Register("InfoPanel", InfoPanel.Properties, values => new InfoPanel(stage, values), InfoPanel.Live)
            .Register("TrainingPanel", TrainingPanel.Properties, values => new TrainingPanel(stage, values))
            .Register("Recorder", Recorder.Properties, values => new Recorder(stage, values), Recorder.Live)
            .Register("Osc", OscInput.Properties, values => new OscInput(stage, values))
            .Register(new ComponentType("StreetTranslator", StreetTranslator.Properties, values => new StreetTranslator(stage, values)) { Role = "Translator" })
            .Register("House", House.Properties, values => new House(stage, values), House.Live)
            .Register("Walker", Walker.Properties, values => new Walker(stage, values))
            .Register("StatusLine", none, _ => new StatusLine(stage));
    }
}
