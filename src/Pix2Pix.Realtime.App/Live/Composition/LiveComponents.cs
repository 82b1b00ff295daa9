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
    public static ComponentRegistry For(LiveContext stage)
    {
        var none = new SettingsTable();
        return new ComponentRegistry()
            .Register("LabelCanvas", LabelCanvasComponent.Properties, values => new LabelCanvasComponent(stage, values), LabelCanvasComponent.Live)
            .Register("Source", SourceComponent.Properties, values => new SourceComponent(stage, values), SourceComponent.Live)
            .Register("Translator", TranslatorComponent.Properties, values => new TranslatorComponent(stage, values), TranslatorComponent.Live)
            .Register("CrossFade", CrossFadeComponent.Properties, values => new CrossFadeComponent(stage, values), CrossFadeComponent.Live)
            .Register("TranslationView", TranslationViewComponent.Properties, values => new TranslationViewComponent(stage, values), TranslationViewComponent.Live)
            .Register("ToolPanel", none, _ => new ToolPanelComponent(stage))
            .Register("InfoPanel", InfoPanelComponent.Properties, values => new InfoPanelComponent(stage, values), InfoPanelComponent.Live)
            .Register("TrainingPanel", TrainingPanelComponent.Properties, values => new TrainingPanelComponent(stage, values))
            .Register("Recorder", Recorder.Properties, values => new Recorder(stage, values), Recorder.Live)
            .Register("Osc", OscComponent.Properties, values => new OscComponent(stage, values))
            .Register(new ComponentType("StreetTranslator", StreetTranslatorComponent.Properties, values => new StreetTranslatorComponent(stage, values)) { Role = "Translator" })
            .Register("House", HouseComponent.Properties, values => new HouseComponent(stage, values), HouseComponent.Live)
            .Register("Walker", WalkerComponent.Properties, values => new WalkerComponent(stage, values))
            .Register("StatusLine", none, _ => new StatusLineComponent(stage));
    }
}
