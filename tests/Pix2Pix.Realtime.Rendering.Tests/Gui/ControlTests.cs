using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>Each control by pointer and by keyboard. The first control lies at points 16..304, its middle at y = 30.</summary>
public sealed class ControlTests
{
    private static readonly string[] Names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    [Fact]
    public void A_text_box_takes_letters_that_would_be_keys_of_other_controls()
    {
        var (text, presses, typed) = ("old", 0, Typed.Nothing);
        using var session = Session(ui =>
        {
            typed = Last(typed, ui.TextBox("##name", ref text));
            presses += ui.Button("Brush", key: Key.B) ? 1 : 0;
        });
        session.Press(Key.B);
        Assert.Equal(1, presses);
        session.Click(100, 30);
        Assert.True(session.Ui.HasKeyboard);
        session.Press(Key.B).Type("bär").Press(Key.Backspace).Type("t");
        Assert.Equal((1, "oldbät", Typed.Edited), (presses, text, typed));
        session.Press(Key.Enter);
        Assert.Equal(Typed.Entered, typed);
        Assert.False(session.Ui.HasKeyboard);
        session.Press(Key.B);
        Assert.Equal(2, presses);
    }

    [Theory]
    [InlineData("CPU", 1)]
    [InlineData("CPU (2 threads), int8, tuned", 2)]
    [InlineData("a_name_that_is_longer_than_the_line", 1)]
    public void Words_of_a_value_that_do_not_fit_go_on_below(string text, int lines)
    {
        var presses = 0;
        using var session = Session(ui =>
        {
            ui.Value("Runs on", text);
            presses += ui.Button("Below") ? 1 : 0;
        });
        session.Frame();
        session.Click(100, 16 + (lines * (Theme.LineHeight + Theme.RowGap)) + (Theme.ControlHeight / 2));
        Assert.Equal(1, presses);
    }

    [Fact]
    public void A_name_that_is_too_long_for_its_column_stands_above_its_control()
    {
        var (size, brightness) = (0.5f, 0.5f);
        using var session = Session(ui =>
        {
            ui.Slider("Size", ref size, 0, 1);
            ui.Slider("Brightness of details", ref brightness, 0, 1);
        });
        session.Frame();

        // At the left lies the short name, but the other's slider.
        session.Click(20, 30);
        session.Click(20, 16 + Theme.ControlHeight + Theme.LineHeight + (2 * Theme.RowGap) + (Theme.ControlHeight / 2));
        Assert.Equal((0.5f, 0f), (size, brightness));
    }

    [Fact]
    public void A_film_strip_is_dragged_through_and_asks_only_for_the_pictures_that_it_draws()
    {
        var (chosen, asked) = (0, new HashSet<int>());
        using var session = Session(ui => ui.FilmStrip("samples", 100, Picture, ref chosen, 40));
        session.Frame();
        Assert.InRange(asked.Count, 5, 8);
        session.Move(20, 30).Down().Move(303, 30);
        Assert.Equal(99, chosen);
        session.Up().Press(Key.Left);
        Assert.Equal(98, chosen);
        session.Press(Key.Home);
        Assert.Equal(0, chosen);
        session.Move(310, 30).Down();
        Assert.Equal(0, chosen);

        PixelImage? Picture(int index)
        {
            asked.Add(index);
            return null;
        }
    }

    [Fact]
    public void A_log_follows_its_newest_line_until_somebody_scrolls_up_and_its_lines_are_copied()
    {
        var lines = new LogLines(most: 50);
        using var session = Session(ui => ui.Log("log", lines, 100));
        for (var i = 0; i < 60; i++)
        {
            lines.Add($"line {i}");
            session.Frame();
        }

        // The oldest ten are gone; the newest stands at the bottom.
        session.Click(100, 108).Press(Key.C, KeyModifiers.Control);
        Assert.Equal("line 59", session.Ui.Clipboard.Text);
        session.Move(100, 60).Wheel(100);
        lines.Add("a line so long that it takes two rows of the log, because one is not wide enough for it");
        session.Frame();
        session.Move(100, 24).Down().Move(100, 40).Up();
        session.Press(Key.C, KeyModifiers.Control);
        Assert.Equal("line 11\nline 12", session.Ui.Clipboard.Text);
    }

    [Fact]
    public void Escape_takes_the_typed_text_back_and_leaving_keeps_it()
    {
        var (text, typed) = ("old", Typed.Nothing);
        using var session = Session(ui => typed = Last(typed, ui.TextBox("##name", ref text)));
        session.Click(100, 30).Type("new").Press(Key.Escape);
        Assert.Equal("old", text);
        session.Click(100, 30).Type("new");
        session.Click(100, 400);
        Assert.Equal(("new", Typed.Entered), (text, typed));
    }

    [Fact]
    public void Text_is_copied_cut_and_pasted()
    {
        var (first, second) = ("façade", "");
        using var session = Session(ui =>
        {
            ui.TextBox("##first", ref first);
            ui.TextBox("##second", ref second);
        });
        session.Click(100, 30).Press(Key.A, KeyModifiers.Control).Press(Key.X, KeyModifiers.Control).Press(Key.Tab).Press(Key.V, KeyModifiers.Control);
        Assert.Equal(("", "façade"), (first, second));
        session.Press(Key.Home).Press(Key.Right, KeyModifiers.Shift).Press(Key.C, KeyModifiers.Control);
        Assert.Equal("f", session.Ui.Clipboard.Text);
        Assert.Equal("façade", second);
    }

    [Fact]
    public void The_pointer_places_the_caret_drags_a_selection_and_double_clicks_a_word()
    {
        var text = "runs facades";
        using var session = Session(ui => ui.TextBox("##name", ref text));
        session.Click(24, 30).Type(">");
        Assert.Equal(">runs facades", text);
        session.Move(24, 30).Frame(1);
        session.Down().Move(300, 30).Up().Type("x");
        Assert.Equal("x", text);
        text = "runs facades";
        session.Frame(1);
        session.Click(34, 30).Click(34, 30).Type("models");
        Assert.Equal("models facades", text);
    }

    [Theory]
    [InlineData("512", 512)]
    [InlineData("9999", 1024)]
    [InlineData("-3", 64)]
    [InlineData("word", 256)]
    public void A_number_is_typed_and_kept_in_its_range(string typed, int expected)
    {
        var value = 256;
        using var session = Session(ui => ui.Number("##size", ref value, 64, 1024, 64));
        session.Click(100, 30).Press(Key.A, KeyModifiers.Control).Type(typed);
        Assert.Equal(256, value);
        session.Press(Key.Enter);
        Assert.Equal(expected, value);
    }

    [Fact]
    public void A_number_is_stepped_by_its_buttons_and_keys()
    {
        var value = 256;
        using var session = Session(ui => ui.Number("##size", ref value, 64, 320, 64));
        session.Click(294, 30).Click(294, 30);
        Assert.Equal(320, value);
        session.Click(274, 30);
        Assert.Equal(256, value);
        session.Click(100, 30).Press(Key.Down);
        Assert.Equal(192, value);
    }

    [Fact]
    public void A_drop_down_opens_over_what_is_below_and_closes_without_pressing_it()
    {
        var (chosen, presses) = (0, 0);
        using var session = Session(ui =>
        {
            ui.DropDown("##preset", ref chosen, Names);
            presses += ui.Button("Below") ? 1 : 0;
        });
        session.Click(100, 30);
        session.Click(100, 84);
        Assert.Equal((1, 0), (chosen, presses));
        session.Click(100, 62);
        Assert.Equal((1, 1), (chosen, presses));
        session.Click(100, 30).Press(Key.Escape);
        session.Click(100, 62);
        Assert.Equal((1, 2), (chosen, presses));
    }

    [Fact]
    public void A_drop_down_is_used_by_keyboard_and_scrolls()
    {
        var chosen = 0;
        using var session = Session(ui => ui.DropDown("##preset", ref chosen, Names));
        session.Press(Key.Tab).Press(Key.Down);
        Assert.Equal(1, chosen);
        session.Press(Key.Space).Press(Key.Down).Press(Key.Down).Press(Key.Enter);
        Assert.Equal(3, chosen);
        session.Click(100, 30).Move(100, 100).Wheel(-50);
        session.Click(100, 280);
        Assert.Equal(11, chosen);
    }

    [Fact]
    public void A_list_is_chosen_from_opened_and_scrolled()
    {
        var (chosen, opened) = (-1, -1);
        using var session = Session(ui => opened = ui.List("names", Names, ref chosen, 100) == ListAction.Opened ? chosen : opened);
        session.Click(100, 52);
        Assert.Equal((1, -1), (chosen, opened));
        session.Click(100, 52);
        Assert.Equal(1, opened);
        session.Press(Key.End).Press(Key.Enter);
        Assert.Equal((11, 11), (chosen, opened));
        session.Click(100, 105);
        Assert.Equal(11, chosen);
        session.Press(Key.PageUp).Press(Key.Up);
        Assert.Equal(7, chosen);
    }

    [Fact]
    public void A_list_of_a_million_rows_draws_only_those_in_view()
    {
        var (chosen, items) = (-1, new Million());
        using var session = Session(ui => ui.List("names", items, ref chosen, 200));
        session.Frame();
        session.Click(100, 52).Press(Key.End);
        Assert.Equal(999_999, chosen);
        Assert.InRange(items.Reads, 1, 200);
    }

    [Fact]
    public void Tabs_change_by_pointer_and_keys()
    {
        var page = 0;
        using var session = Session(ui => ui.Tabs("pages", ref page, "Source", "Model", "Train"));
        session.Click(260, 30);
        Assert.Equal(2, page);
        session.Press(Key.Left).Press(Key.Enter);
        Assert.Equal(1, page);
    }

    [Fact]
    public void A_tree_folds_by_pointer_and_keys()
    {
        bool? open = false;
        bool? leaf = null;
        var chosen = "";
        using var session = Session(ui =>
        {
            chosen = ui.TreeRow("root", ref open) ? "root" : chosen;
            if (open == true)
            {
                using (ui.Indent())
                {
                    chosen = ui.TreeRow("leaf", ref leaf) ? "leaf" : chosen;
                }
            }
        });
        session.Click(24, 28);
        Assert.Equal((true, ""), (open, chosen));
        session.Click(100, 56);
        Assert.Equal("leaf", chosen);
        session.Press(Key.Up).Press(Key.Enter).Press(Key.Left);
        Assert.Equal((false, "root"), (open, chosen));
    }

    [Fact]
    public void A_confirmation_blocks_what_is_below_and_is_answered_by_key_or_pointer()
    {
        var (isOpen, answer, presses) = (true, Answer.NotYet, 0);
        using var session = Session(ui =>
        {
            presses += ui.Button("Below", key: Key.B) ? 1 : 0;
            if (isOpen)
            {
                answer = ui.Confirm("Really?", "It can't be undone.");
                isOpen = answer == Answer.NotYet;
            }
        });
        session.Frame();
        session.Frame();
        session.Click(100, 30).Press(Key.B);
        Assert.Equal((0, Answer.NotYet), (presses, answer));
        Assert.True(session.Ui.HasKeyboard);
        session.Press(Key.Enter);
        Assert.Equal((0, Answer.Yes), (presses, answer));
        isOpen = true;
        session.Frame();
        session.Press(Key.Escape);
        Assert.Equal(Answer.No, answer);

        // What is typed right after the answer is for what lay below.
        session.Press(Key.B);
        Assert.Equal(1, presses);
        session.Click(100, 30);
        Assert.Equal(2, presses);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_Tab_in_the_frame_that_opens_a_confirmation_is_the_confirmations(int tabs, bool isConfirmed)
    {
        var (isOpen, answer) = (false, Answer.NotYet);
        using var session = Session(ui =>
        {
            ui.Button("Below");
            ui.Button("Below too");
            if (isOpen && answer == Answer.NotYet)
            {
                answer = ui.Confirm("Really?", "It can't be undone.", losesSomething: true);
            }
        });
        session.Press(Key.Tab);
        isOpen = true;
        for (var i = 0; i < tabs; i++)
        {
            session.Press(Key.Tab);
        }

        session.Press(Key.Space);
        Assert.Equal(isConfirmed ? Answer.Yes : Answer.No, answer);
    }

    [Fact]
    public void An_image_grid_is_chosen_from_by_pointer_and_keys()
    {
        var chosen = -1;
        GridImage[] images = [.. Names.Select(name => new GridImage(name, new PixelImage(4, 4)))];
        using var session = Session(ui => ui.ImageGrid("grid", images, ref chosen, 300, 90, out _));
        session.Click(150, 60);
        Assert.Equal(1, chosen);
        session.Press(Key.Down).Press(Key.Right);
        Assert.Equal(5, chosen);
    }

    [Fact]
    public void A_plot_reads_out_under_the_pointer_and_hides_a_curve()
    {
        var series = new PlotSeries("loss");
        using var session = Session(ui => ui.Plot("plot", [series], 200));
        Assert.True(session.Frame(), "an empty plot says so");
        for (var step = 0; step <= 100; step++)
        {
            series.Add(step, step == 50 ? double.NaN : 1.0 / (step + 1));
        }

        Assert.True(session.Frame());
        Assert.True(session.Move(150, 100).Frame() || session.Ui.WakeAfter is null);
        var drawn = session.Ui.Raster.PixelsDrawn;
        session.Move(151, 100);
        session.Frame();
        Assert.NotEqual(drawn, session.Ui.Raster.PixelsDrawn);
        session.Click(40, 26);
        session.Move(300, 460);
        Assert.False(session.Frame());
    }

    [Fact]
    public void The_nearest_point_of_a_curve_is_found()
    {
        var series = new PlotSeries("loss");
        Assert.Equal(-1, series.Nearest(3));
        series.Add(10, 1);
        series.Add(20, 2);
        series.Add(40, 3);
        Assert.Equal([0, 0, 1, 1, 2, 2], ((double[])[-5, 14, 16, 29, 31, 99]).Select(series.Nearest));
        Assert.Contains("at 40", Assert.Throws<ArgumentOutOfRangeException>(() => series.Add(39, 0)).Message);
    }

    private static KitSession Session(Action<Ui> content) => new(ui =>
    {
        using (ui.Panel("panel", new PixelRect(ui.Size)))
        {
            content(ui);
        }
    });

    private static Typed Last(Typed before, Typed now) => now == Typed.Nothing ? before : now;

    private sealed class Million : IReadOnlyList<string>
    {
        public int Reads { get; private set; }

        public int Count => 1_000_000;

        public string this[int index]
        {
            get
            {
                Reads++;
                return "row";
            }
        }

        public IEnumerator<string> GetEnumerator() => Enumerable.Repeat("row", Count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Fact]
    public void A_sliders_number_is_typed_after_a_click_on_it()
    {
        var value = 10;
        using var session = new KitSession(ui =>
        {
            using (ui.Panel("panel", new PixelRect(ui.Size)))
            {
                ui.Slider("Size", ref value, 1, 100);
            }
        });
        session.Frame();
        session.Click(290, 30).Type("42").Press(Key.Enter);
        Assert.Equal(42, value);
        session.Click(290, 30).Type("4000").Press(Key.Enter);
        Assert.Equal(100, value);
        session.Click(290, 30).Type("7").Press(Key.Escape);
        Assert.Equal(100, value);
    }

    [Fact]
    public void A_double_click_sets_the_usual_value_and_the_wheel_changes_the_number_under_it()
    {
        var value = 10;
        using var session = new KitSession(ui =>
        {
            using (ui.Panel("panel", new PixelRect(ui.Size)))
            {
                ui.Slider("Size", ref value, 1, 100, usual: 12);
            }
        });
        session.Move(200, 30).Down().Up();
        Assert.InRange(value, 20, 90);
        session.Down();
        Assert.Equal(12, value);
        session.Move(210, 30);
        Assert.Equal(12, value);
        session.Up().Move(290, 30).Wheel(1).Wheel(1).Wheel(-1);
        Assert.Equal(13, value);

        // The track takes the wheel only while the slider has the keyboard: elsewhere the wheel scrolls.
        session.Move(200, 30).Wheel(1);
        Assert.Equal(14, value);
        session.Press(Key.Escape).Wheel(1);
        Assert.Equal(14, value);
    }

    [Fact]
    public void Keys_that_edit_are_the_text_boxs_while_it_has_the_keyboard()
    {
        var (text, undone, cleared, copied) = ("", 0, 0, 0);
        using var session = new KitSession(ui =>
        {
            using (ui.Panel("panel", new PixelRect(ui.Size)))
            {
                // Declared before the box, so it would have them first.
                undone += ui.Button("Undo", key: Shortcut.Ctrl(Key.Z)) ? 1 : 0;
                cleared += ui.Button("Clear", key: Key.Delete) ? 1 : 0;
                copied += ui.Button("Copy", key: Shortcut.Ctrl(Key.C)) ? 1 : 0;
                ui.TextBox("##text", ref text);
            }
        });
        session.Frame();
        session.Click(100, 126).Type("abc").Press(Key.A, KeyModifiers.Control).Press(Key.C, KeyModifiers.Control).Press(Key.Delete);
        Assert.Equal(("", "abc"), (text, session.Ui.Clipboard.Text));
        session.Press(Key.Z, KeyModifiers.Control);
        Assert.Equal("abc", text);
        session.Press(Key.V, KeyModifiers.Control).Press(Key.Z, KeyModifiers.Control).Press(Key.Z, KeyModifiers.Control);
        Assert.Equal(("", 0, 0, 0), (text, undone, cleared, copied));
        session.Press(Key.Escape).Press(Key.Z, KeyModifiers.Control).Press(Key.Delete).Press(Key.C, KeyModifiers.Control);
        Assert.Equal((1, 1, 1), (undone, cleared, copied));
    }
}
