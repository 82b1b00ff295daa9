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
        var registry = new ComponentRegistry();
        Add("LabelCanvas", LabelCanvasComponent.Properties, values => new LabelCanvasComponent(live, values), CompositionTexts.LabelCanvas);
        Add("Source", SourceComponent.Properties, values => new SourceComponent(live, values), CompositionTexts.Source);
        Add("Translator", TranslatorComponent.Properties, values => new TranslatorComponent(live, values), CompositionTexts.Translator);
        Add("CrossFade", CrossFadeComponent.Properties, values => new CrossFadeComponent(live, values), CompositionTexts.CrossFade);
        Add("Style", StyleComponent.Properties, values => new StyleComponent(live, values), CompositionTexts.Style);
        Add("TranslationView", TranslationViewComponent.Properties, values => new TranslationViewComponent(live, values), CompositionTexts.TranslationView);
        Add("ToolPanel", none, _ => new ToolPanelComponent(live), CompositionTexts.ToolPanel);
        Add("InfoPanel", InfoPanelComponent.Properties, values => new InfoPanelComponent(live, values), CompositionTexts.InfoPanel);
        Add("TrainingPanel", TrainingPanelComponent.Properties, values => new TrainingPanelComponent(live, values), CompositionTexts.TrainingPanel);
        Add("Recorder", RecorderComponent.Properties, values => new RecorderComponent(live, values), CompositionTexts.Recorder);
        Add("Osc", OscComponent.Properties, values => new OscComponent(live, values), CompositionTexts.Osc);
        Add("StreetTranslator", StreetTranslatorComponent.Properties, values => new StreetTranslatorComponent(live, values), CompositionTexts.StreetTranslator, role: "Translator");
        Add("House", HouseComponent.Properties, values => new HouseComponent(live, values), CompositionTexts.House);
        Add("Walker", WalkerComponent.Properties, values => new WalkerComponent(live, values), CompositionTexts.Walker);
        Add("StatusLine", none, _ => new StatusLineComponent(live), CompositionTexts.StatusLine);
        return registry;

        void Add(string name, SettingsTable properties, Func<SettingValues, Component> create, string help, string role = "") =>
            registry.Register(new ComponentType(name, properties, create) { Help = help, Role = role });
    }
}
