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
        Add("LabelCanvas", LabelCanvasComponent.Properties, values => new LabelCanvasComponent(live, values), "The label map, its painting tools, and how it is displayed.");
        Add("Source", SourceComponent.Properties, values => new SourceComponent(live, values), "A camera, video, stream, screen region or folder of images that replaces the canvas as input; optionally snapped to the palette, reduced to edges, or smoothed over time.");
        Add("Translator", TranslatorComponent.Properties, values => new TranslatorComponent(live, values), "Runs the generator on the newest input whenever the input changed.");
        Add("CrossFade", CrossFadeComponent.Properties, values => new CrossFadeComponent(live, values), "A second generator beside the first one. It needs a Translator, and both generators must have the same size.");
        Add("Style", StyleComponent.Properties, values => new StyleComponent(live, values), "What the label map leaves open, such as the colour of the wall, for a generator that was trained with styles. It needs a Translator.");
        Add("TranslationView", TranslationViewComponent.Properties, values => new TranslationViewComponent(live, values), "Draws the translation, alone or together with the label map, and measures its latency.");
        Add("ToolPanel", none, _ => new ToolPanelComponent(live), "The panel on the left: classes, tools, files.");
        Add("InfoPanel", InfoPanelComponent.Properties, values => new InfoPanelComponent(live, values), "The panel on the right, with a tab for each subject of the scene.");
        Add("TrainingPanel", TrainingPanelComponent.Properties, values => new TrainingPanelComponent(live, values), "Trains a generator and switches to each new snapshot. It is the Train tab of the InfoPanel.");
        Add("Recorder", RecorderComponent.Properties, values => new RecorderComponent(live, values), "Records the translation to a video file, a device or a stream.");
        Add("Osc", OscComponent.Properties, values => new OscComponent(live, values), "OSC controllers set live properties by address: /Component/property.");
        Add("StreetTranslator", StreetTranslatorComponent.Properties, values => new StreetTranslatorComponent(live, values), "One generator for all houses, instead of a Translator.", role: "Translator");
        Add("House", HouseComponent.Properties, values => new HouseComponent(live, values), "A house whose front shows the translation of its own label map, which is painted on the front itself.");
        Add("Walker", WalkerComponent.Properties, values => new WalkerComponent(live, values), "A first-person camera that walks among the houses.");
        Add("StatusLine", none, _ => new StatusLineComponent(live), "Shows the translation rate, the latency, the generator and its device.");
        return registry;

        void Add(string name, SettingsTable properties, Func<SettingValues, Component> create, string help, string role = "") =>
            registry.Register(new ComponentType(name, properties, create) { Help = help, Role = role });
    }
}
