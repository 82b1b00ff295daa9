using CsCheck;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Painting;

public sealed class UndoFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void After_a_restart_each_step_is_undone_to_what_was_there_before_it() =>
        Hands.Strokes.Array[1, 8].Sample(strokes =>
        {
            var session = Hands.Session();
            Hands.Paint(session, strokes);
            var path = _folder.File($"{Guid.NewGuid():N}.undo");
            UndoFile.Save(path, session.History, session.Canvas.Map);
            var again = Restarted(session);
            Assert.True(UndoFile.Load(path, again.History, again.Canvas.Map));
            while (again.Undo())
            {
                var before = session.Canvas.Version;
                while (session.Undo() && session.Canvas.Version == before) { }

                Assert.Equal(session.Canvas.Map.Ids, again.Canvas.Map.Ids);
            }

            while (session.Undo()) { }

            Assert.Equal(session.Canvas.Map.Ids, again.Canvas.Map.Ids);
        }, iter: 50);

    [Fact]
    public void A_recording_begins_after_what_was_restored()
    {
        var session = Painted();
        UndoFile.Save(_folder.File("a.undo"), session.History, session.Canvas.Map);
        var again = Restarted(session);
        Assert.True(UndoFile.Load(_folder.File("a.undo"), again.History, again.Canvas.Map));
        Assert.Empty(again.History.Recorded(out var origin));
        Assert.Equal(RecordingOrigin.Picture, origin);
    }

    [Fact]
    public void The_steps_of_another_painting_and_of_none_are_left_alone()
    {
        var session = Painted();
        UndoFile.Save(_folder.File("a.undo"), session.History, session.Canvas.Map);
        var other = Hands.Session();
        Assert.False(UndoFile.Load(_folder.File("a.undo"), other.History, other.Canvas.Map));
        Assert.False(UndoFile.Load(_folder.File("none.undo"), other.History, other.Canvas.Map));
        Assert.False(other.History.CanUndo);
    }

    [Fact]
    public void A_damaged_file_is_one_sentence_and_changes_nothing()
    {
        var session = Painted();
        var path = _folder.File("a.undo");
        UndoFile.Save(path, session.History, session.Canvas.Map);
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var again = Restarted(session);
            var loaded = false;
            var fault = Record.Exception(() => loaded = UndoFile.Load(path, again.History, again.Canvas.Map));
            Assert.False(again.History.CanUndo && !loaded);
            Assert.True(fault is null or UserException, $"{length}: {fault}");
        }
    }

    private static PaintSession Painted()
    {
        var session = Hands.Session();
        Hands.Paint(session, [new Stroke("rectangle", 3, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new(4, 4), new(20, 20)])]);
        return session;
    }

    private static PaintSession Restarted(PaintSession session)
    {
        var again = Hands.Session();
        var map = new LabelMap(Hands.Width, Hands.Height, 1);
        session.Canvas.Map.Ids.CopyTo(map.Ids, 0);
        again.Canvas.CopyFrom(map, again.Canvas.Bounds);
        return again;
    }
}
