using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Street;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The way from the canvas into the street, where the painting is the front of a house. UI thread.</summary>
internal sealed class HouseWalk(LiveContext live, LabelCanvasComponent canvas)
{
    /// <summary>Opens the street with the painting in it; where that can't be, says why.</summary>
    public void Go() => live.Notices.Try(() =>
    {
        if (canvas.Palette.Name != StreetTranslatorComponent.Palette)
        {
            throw new UserException(PanelsTexts.HouseNeedsPalette(StreetTranslatorComponent.Palette, canvas.Palette.Name));
        }

        canvas.Session.Finish();
        if (canvas.KeepPainting() is null)
        {
            throw new UserException(PanelsTexts.NoRoomForPainting);
        }

        live.Quit.Open(new SceneVisit(ProjectFolder.Under("sample-scenes", "street.scene.yaml")) { FacesPainting = true });
    });
}
