using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>One scene after the other in a window: what the next one takes along of the one that is left. Main thread.</summary>
internal static class SceneChain
{
    /// <param name="first">Those of the command line, which are for its own scene.</param>
    /// <param name="left">The scene that is left, not disposed yet.</param>
    /// <param name="next">What was asked for.</param>
    /// <returns>The options of the scene that is left, to open it again as it is now, and those of the next one.</returns>
    public static (LiveOptions Left, LiveOptions Next) Next(LiveOptions first, LiveSession left, SceneVisit next)
    {
        var now = AsItIs(left);
        var hasCanvas = left.Scene.Find<LabelCanvasComponent>() is not null;
        var visit = next with { Painting = now.Painting, Style = now.Style, Back = next.Back ?? (hasCanvas ? now with { Back = null } : null) };
        return (Options(first, now), Options(first, visit));
    }

    private static SceneVisit AsItIs(LiveSession left)
    {
        var (visit, translator) = (left.Context.Options.Visit, left.Scene.Find<TranslatorComponent>());
        var style = new float[translator?.Style?.Definition.Count ?? 0];
        translator?.Style?.CopyTo(style);
        return new SceneVisit(left.Context.Options.Scene)
        {
            Text = SceneDraft.Of(left.Scene).Text(),
            Edits = left.Context.Edits,
            SavedTo = visit?.SavedTo,
            Back = visit?.Back,
            Painting = Painting(left.Scene) ?? visit?.Painting,
            Style = translator is null ? visit?.Style ?? [] : style,
        };
    }

    private static KeptPainting? Painting(Scene scene) =>
        scene.Objects.SelectMany(one => one.Components).OfType<IKeepsPainting>().Select(one => one.KeepPainting()).FirstOrDefault(kept => kept is not null);

    private static LiveOptions Options(LiveOptions first, SceneVisit visit)
    {
        var isFirst = Path.GetFullPath(visit.Path) == Path.GetFullPath(first.Scene);
        return first with
        {
            Scene = visit.Path,
            Visit = visit,
            Overrides = isFirst && visit.Text is null ? first.Overrides : new Dictionary<string, string>(),
            Strokes = null,
            Autosave = true,
            IsTrusted = isFirst && first.IsTrusted,
            IsWelcome = false,
        };
    }
}
