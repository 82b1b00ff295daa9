using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Panels;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Street;
using Pix2Pix.Realtime.App.Live.Styling;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>The components that the program offers to scene files.</summary>
internal static class LiveComponents
{
    public static ComponentRegistry For(LiveContext live)
    {
        var none = new SettingsTable();
        return new ComponentRegistry()
            .Register("LabelCanvas", LabelCanvasComponent.Properties, values => new LabelCanvasComponent(live, values))
            .Register("Source", SourceComponent.Properties, values => new SourceComponent(live, values))
            .Register("Translator", TranslatorComponent.Properties, values => new TranslatorComponent(live, values))
            .Register("CrossFade", CrossFadeComponent.Properties, values => new CrossFadeComponent(live, values))
            .Register("Style", StyleComponent.Properties, values => new StyleComponent(live, values))
            .Register("TranslationView", TranslationViewComponent.Properties, values => new TranslationViewComponent(live, values))
            .Register("ToolPanel", none, _ => new ToolPanelComponent(live))
            .Register("InfoPanel", InfoPanelComponent.Properties, values => new InfoPanelComponent(live, values))
            .Register("TrainingPanel", TrainingPanelComponent.Properties, values => new TrainingPanelComponent(live, values))
            .Register("Recorder", RecorderComponent.Properties, values => new RecorderComponent(live, values))
            .Register("Osc", OscComponent.Properties, values => new OscComponent(live, values))
            .Register(new ComponentType("StreetTranslator", StreetTranslatorComponent.Properties, values => new StreetTranslatorComponent(live, values)) { Role = "Translator" })
            .Register("House", HouseComponent.Properties, values => new HouseComponent(live, values))
            .Register("Walker", WalkerComponent.Properties, values => new WalkerComponent(live, values))
            .Register("StatusLine", none, _ => new StatusLineComponent(live));
    }
}
