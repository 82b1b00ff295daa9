using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Files;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

public sealed class FileBrowserTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("browser");

    public FileBrowserTests()
    {
        _folder.CreateSubdirectory("samples with spaces").CreateSubdirectory("deep");
        _folder.CreateSubdirectory("sämtliche");
        foreach (var name in (string[])["facade-01.png", "facade-02.PNG", "notes.txt", ".hidden.png"])
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), "");
        }
    }

    [Fact]
    public void A_folder_is_listed_with_folders_first_the_filter_applied_and_hidden_files_left_out()
    {
        var listing = new DirectoryListing();
        listing.Read(_folder.FullName, new FileFilter("Pictures", ".png"));
        Assert.Equal(["samples with spaces", "sämtliche", "facade-01.png", "facade-02.PNG"], listing.Names);
        Assert.Equal([true, true, false, false], Enumerable.Range(0, 4).Select(listing.IsFolder));
        listing.Read(Path.Combine(_folder.FullName, "absent"), null);
        Assert.Empty(listing.Names);
        Assert.Contains("absent", listing.Fault);
    }

    [Fact]
    public void A_typed_path_is_completed_as_far_as_it_is_certain()
    {
        var root = _folder.FullName + Path.DirectorySeparatorChar;
        Assert.Equal(root + "facade-0", PathCompletion.Complete(root + "fa", FileFilter.All));
        Assert.Equal(root + "samples with spaces" + Path.DirectorySeparatorChar, PathCompletion.Complete(root + "SAM", FileFilter.All));
        Assert.Equal(root + "notes.txt", PathCompletion.Complete(root + "n", FileFilter.All));
        Assert.Equal(root + "n", PathCompletion.Complete(root + "n", null));
        Assert.Equal("relative", PathCompletion.Complete("relative", null));
    }

    [Fact]
    public void It_is_drawn_for_people_to_look_at()
    {
        FileFilter[] filters = [new("Label maps (png)", ".png"), FileFilter.All];
        var browser = new FileBrowser("Open a label map", FileBrowserKind.OpenFile, _folder.FullName, filters, [_folder.FullName]);
        using var session = Session(browser, _ => { });
        session.Frame();
        session.Click(400, 179);
        Artefacts.Save("browser@1.png", session.Ui.Raster.Copy());
        Assert.Null(browser.Chosen);
    }

    [Fact]
    public void A_file_is_found_by_pointer()
    {
        var browser = new FileBrowser("Open", FileBrowserKind.OpenFile, _folder.FullName);
        var answer = Answer.NotYet;
        using var session = Session(browser, value => answer = value);
        session.Frame();

        // Rows of 24 points; the dialog is 760x520 in the middle of 800x600.
        session.Click(400, 179);
        Assert.Equal(Answer.NotYet, answer);
        session.Click(720, 530);
        Assert.Equal((Answer.Yes, Path.Combine(_folder.FullName, "facade-01.png")), (answer, browser.Chosen));
    }

    [Fact]
    public void A_path_is_typed_completed_and_opened_by_keyboard()
    {
        var browser = new FileBrowser("Open", FileBrowserKind.OpenFile, _folder.FullName);
        var answer = Answer.NotYet;
        using var session = Session(browser, value => answer = value);
        session.Frame();
        session.Click(400, 95).Press(Key.A, KeyModifiers.Control).Type(Path.Combine(_folder.FullName, "not")).Press(Key.Tab).Press(Key.Enter);
        Assert.Equal((Answer.Yes, Path.Combine(_folder.FullName, "notes.txt")), (answer, browser.Chosen));
    }

    [Fact]
    public void What_is_not_there_is_refused_in_words_and_Escape_gives_up()
    {
        var browser = new FileBrowser("Open", FileBrowserKind.OpenFile, Path.Combine(_folder.FullName, "gone.png"));
        var answer = Answer.NotYet;
        using var session = Session(browser, value => answer = value);
        session.Frame();
        session.Click(720, 530);
        Assert.Equal((Answer.NotYet, null), (answer, browser.Chosen));
        session.Press(Key.Escape);
        Assert.Equal(Answer.No, answer);
    }

    [Fact]
    public void Escape_closes_at_once_also_while_a_path_is_typed_and_an_Enter_right_after_it_saves_nothing()
    {
        var browser = new FileBrowser("Save", FileBrowserKind.SaveFile, Path.Combine(_folder.FullName, "new.png"));
        var answer = Answer.NotYet;
        using var session = Session(browser, value => answer = value);
        session.Frame();
        session.Type("x");

        // Within one frame, as a slow machine sees it.
        foreach (var key in (Key[])[Key.Escape, Key.Enter])
        {
            session.Add(new InputEvent { Kind = InputKind.KeyDown, Key = key });
            session.Add(new InputEvent { Kind = InputKind.KeyUp, Key = key });
        }

        session.Frame();
        session.Press(Key.Enter);
        Assert.Equal((Answer.No, null), (answer, browser.Chosen));
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_by_a_deliberate_yes()
    {
        var taken = Path.Combine(_folder.FullName, "facade-01.png");
        var browser = new FileBrowser("Save", FileBrowserKind.SaveFile, taken);
        var answer = Answer.NotYet;
        using var session = Session(browser, value => answer = value);
        session.Frame();

        // Enter saves, and asks; Enter again is no, and so is Escape.
        session.Press(Key.Enter).Press(Key.Enter);
        Assert.Equal((Answer.NotYet, null), (answer, browser.Chosen));
        session.Press(Key.Enter).Press(Key.Escape);
        Assert.Equal((Answer.NotYet, null), (answer, browser.Chosen));

        // The question's second button.
        session.Press(Key.Enter).Click(524, 335);
        Assert.Equal((Answer.Yes, taken), (answer, browser.Chosen));
    }

    [Fact]
    public void A_name_gets_the_ending_of_what_is_saved()
    {
        var browser = new FileBrowser("Save", FileBrowserKind.SaveFile, Path.Combine(_folder.FullName, "house.v2"), [new FileFilter("Scenes", ".scene.yaml", ".yaml")]);
        using var session = Session(browser, _ => { });
        session.Frame();
        session.Press(Key.Enter);
        Assert.Equal(Path.Combine(_folder.FullName, "house.v2.scene.yaml"), browser.Chosen);
    }

    [Fact]
    public void What_Tab_completed_is_typed_on_from_its_end_and_arrows_choose_from_the_list()
    {
        var browser = new FileBrowser("Open", FileBrowserKind.OpenFile, _folder.FullName);
        var answer = Answer.NotYet;
        using var session = Session(browser, value => answer = value);
        session.Frame();
        session.Press(Key.A, KeyModifiers.Control).Type(Path.Combine(_folder.FullName, "sam")).Press(Key.Tab).Type("deep").Press(Key.Enter);
        Assert.Equal(Answer.NotYet, answer);
        session.Press(Key.A, KeyModifiers.Control).Type(_folder.FullName + Path.DirectorySeparatorChar);
        for (var i = 0; i < 3; i++)
        {
            session.Press(Key.Down);
        }

        session.Press(Key.Enter);
        Assert.Equal((Answer.Yes, Path.Combine(_folder.FullName, "facade-01.png")), (answer, browser.Chosen));
    }

    [Fact]
    public void A_new_name_is_proposed_for_saving_and_kept_while_folders_change()
    {
        var browser = new FileBrowser("Save", FileBrowserKind.SaveFile, Path.Combine(_folder.FullName, "new.png"));
        var answer = Answer.NotYet;
        using var session = Session(browser, value => answer = value);
        session.Frame();
        session.Click(400, 131).Click(400, 131);
        session.Click(720, 530);
        Assert.Equal((Answer.Yes, Path.Combine(_folder.FullName, "samples with spaces", "new.png")), (answer, browser.Chosen));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static KitSession Session(FileBrowser browser, Action<Answer> answered)
    {
        var isOpen = true;
        return new KitSession(ui =>
        {
            if (isOpen)
            {
                var answer = browser.Show(ui);
                answered(answer);
                isOpen = answer == Answer.NotYet;
            }
        }, 800, 600);
    }
}
