using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Ends a scrolled area: measures the content, follows wheel and scroll bar, and brings what Tab reached into view.</summary>
internal readonly ref struct ScrollScope
{
    private const int LinesPerNotch = 3;
    private const float SmallestGrip = 24;

    private readonly Ui _ui;
    private readonly ScrollState _state;
    private readonly PixelRect _view;
    private readonly PixelRect _content;
    private readonly ulong _id;
    private readonly bool _hadFocus;

    internal ScrollScope(Ui ui, ulong id, PixelRect view, PixelRect content)
    {
        (_ui, _id, _view, _content) = (ui, id, view, content);
        _state = ui.State<ScrollState>(id);
        _state.Clamp(view.Height);
        _hadFocus = ui.Focus.WasSeen;

        // Ended by our own Dispose.
        _ = ui.Region(ui.Paint.Layer, view, content with { Y = content.Y - _state.Offset });
    }

    public void Dispose()
    {
        var (before, margins) = (_state.Offset, _content.Y - _view.Y);
        _state.ContentHeight = _ui.Layout.Cursor - (_content.Y - before) - _ui.Px(Theme.RowGap) + (2 * margins);
        RevealFocus(before);
        FollowWheel();
        DrawBar();
        _ui.End(UiScopeKind.Region);
        _state.Clamp(_view.Height);
        if (_state.Offset != before)
        {
            _ui.Wake(TimeSpan.Zero);
        }
    }

    private void RevealFocus(int offset)
    {
        var focus = _ui.Focus;
        if (focus.HasMoved && focus.WasSeen && !_hadFocus)
        {
            var margin = _ui.Px(Theme.ColumnGap);
            _state.Reveal(focus.Rect.Y - _view.Y + offset - margin, focus.Rect.Height + (2 * margin), _view.Height);
        }
    }

    private void FollowWheel()
    {
        for (var i = 0; i < _ui.Input.Events.Length && _state.ContentHeight > _view.Height; i++)
        {
            ref readonly var input = ref _ui.Input.Events[i];
            if (input.Kind == InputKind.Wheel && !_ui.Input.IsTaken(i) && _ui.IsAt(_view, input.X, input.Y))
            {
                _ui.Input.Take(i);
                _state.Offset -= (int)Math.Round(input.WheelY * LinesPerNotch * _ui.Px(Theme.LineHeight));
            }
        }
    }

    private void DrawBar()
    {
        if (_state.ContentHeight <= _view.Height)
        {
            return;
        }

        _state.Clamp(_view.Height);
        var (ui, width, inset) = (_ui, _ui.Px(Theme.ScrollBarWidth), _ui.Px(2));
        var trough = PixelRect.FromEdges(_view.Right - width - (2 * inset), _view.Y + inset, _view.Right, _view.Bottom - inset);
        var length = Math.Max(ui.Px(SmallestGrip), (int)((long)trough.Height * _view.Height / _state.ContentHeight));
        var (way, most) = (trough.Height - length, _state.ContentHeight - _view.Height);
        var grip = new PixelRect(trough.X + inset, trough.Y + (int)((long)way * _state.Offset / most), width, length);
        var did = ui.Interact(_id, trough, isFocusable: false);
        if (did.IsPressed)
        {
            _state.Grip = grip.Contains(ui.Input.Pointer.X, ui.Input.Pointer.Y) ? ui.Input.Pointer.Y - grip.Y : length / 2.0;
        }

        if (did.IsHeld && way > 0)
        {
            _state.Offset = (int)Math.Round((ui.Input.Pointer.Y - _state.Grip - trough.Y) * most / way);
        }

        ui.Paint.Fill(grip, did.IsHovered || did.IsHeld ? Theme.TextDim : Theme.PopupEdge, width / 2f);
    }
}
