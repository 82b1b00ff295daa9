using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>The editing keys of a text box.</summary>
internal static class TextKeys
{
    /// <summary>Applies this frame's letters and keys in their order and takes them.</summary>
    /// <param name="ui">For the events and the clipboard.</param>
    /// <param name="editor">Changed.</param>
    /// <param name="isAbandoned">Whether Escape was pressed.</param>
    /// <returns>Whether Enter was pressed.</returns>
    public static bool Apply(Ui ui, TextEditor editor, out bool isAbandoned)
    {
        isAbandoned = false;
        for (var i = 0; i < ui.Input.Events.Length; i++)
        {
            var input = ui.Input.Events[i];
            if (ui.Input.IsTaken(i) || input.Kind is not (InputKind.Text or InputKind.KeyDown))
            {
                continue;
            }

            if (input.Kind == InputKind.Text)
            {
                ui.Input.Take(i);
                editor.Insert(input.Character.ToString());
                continue;
            }

            switch (input.Key)
            {
                case Key.Enter or Key.KeypadEnter:
                    ui.Input.Take(i);
                    return true;
                case Key.Escape:
                    ui.Input.Take(i);
                    isAbandoned = true;
                    return false;
                case Key.Tab:
                    break;
                default:
                    if (Edit(ui.Clipboard, editor, input) || (!input.IsCommand && input.Key < Key.Escape))
                    {
                        // A letter's own key comes beside the letter; as a shortcut of the program it would surprise.
                        ui.Input.Take(i);
                    }

                    break;
            }
        }

        return false;
    }

    private static bool Edit(IClipboard clipboard, TextEditor editor, in InputEvent input)
    {
        var (byWord, isSelecting) = (input.IsCommand, input.IsShift);
        switch (input.Key)
        {
            case Key.Left:
                editor.Left(byWord, isSelecting);
                return true;
            case Key.Right:
                editor.Right(byWord, isSelecting);
                return true;
            case Key.Home:
                editor.MoveTo(0, isSelecting);
                return true;
            case Key.End:
                editor.MoveTo(editor.Text.Length, isSelecting);
                return true;
            case Key.Backspace:
                editor.Backspace(byWord);
                return true;
            case Key.Delete:
                editor.Delete(byWord);
                return true;
            default:
                return input.IsCommand && Command(clipboard, editor, input.Key, input.IsShift);
        }
    }

    private static bool Command(IClipboard clipboard, TextEditor editor, Key key, bool isShift)
    {
        switch (key)
        {
            case Key.Z when !isShift:
                editor.Undo();
                return true;
            case Key.Z or Key.Y:
                editor.Redo();
                return true;
            case Key.A:
                editor.SelectAll();
                return true;
            case Key.C or Key.X:
                if (editor.HasSelection)
                {
                    clipboard.Text = editor.Selected;
                    if (key == Key.X)
                    {
                        editor.Insert("");
                    }
                }

                return true;
            case Key.V:
                editor.Insert(clipboard.Text);
                return true;
            default:
                return false;
        }
    }
}
