using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Live.Views;

/// <summary>The right end of the line at the bottom: the ways to scenes, keys and settings. UI thread.</summary>
internal static class StatusButtons
{
    private const float IconWidth = 32;

    /// <summary>Points.</summary>
    public const float Width = (3 * IconWidth) + (2 * Theme.ColumnGap);

    private static readonly (WindowDialog Dialog, Icon Icon, KeyAction Key)[] Dialogs =
    [
        (WindowDialog.Scenes, Icon.Home, KeyAction.Scenes), (WindowDialog.Keys, Icon.Question, KeyAction.Keys), (WindowDialog.Settings, Icon.Gear, KeyAction.Settings),
    ];

    /// <summary>Declares them in the next place.</summary>
    public static void Draw(Ui ui, LiveContext live)
    {
        using (ui.Row(IconWidth, IconWidth, IconWidth))
        {
            foreach (var (dialog, icon, key) in Dialogs)
            {
                // The keys themselves are taken where they work in every scene.
                if (ui.SmallIconButton(icon, KeyTable.Words(key), live.Keys[key]))
                {
                    live.Requests.Dialog = dialog;
                    live.Frames.RequestDraw();
                }

                live.Controls.Place(KeyTable.Words(key));
            }
        }
    }
}
