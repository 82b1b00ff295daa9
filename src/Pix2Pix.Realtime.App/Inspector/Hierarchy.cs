using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Scenes;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>The tree of a scene: objects below their parents, and in each its components. UI thread.</summary>
internal sealed class Hierarchy(LiveContext live, Scene scene)
{
    private List<Row> _roots = [];
    private int _count = -1;

    /// <summary>The chosen object, or the one whose component is chosen; null = none.</summary>
    public GameObject? Chosen { get; private set; }

    /// <summary>The chosen component; null = all of the object's.</summary>
    public Component? ChosenPart { get; private set; }

    /// <summary>How many rows are unfolded.</summary>
    public int VisibleRows()
    {
        if (_count != scene.Objects.Count)
        {
            Read();
        }

        var rows = 0;
        foreach (var root in _roots)
        {
            rows += root.VisibleRows();
        }

        return rows;
    }

    public void Draw(Ui ui)
    {
        if (_count != scene.Objects.Count)
        {
            Read();
        }

        foreach (var root in _roots)
        {
            Draw(ui, root);
        }
    }

    private void Draw(Ui ui, Row row)
    {
        using var scope = ui.Scope(row.Number);
        if (ui.TreeRow(row.Name, ref row.IsOpen, Chosen == row.Object && ChosenPart is null))
        {
            Choose(row.Object, part: null);
        }

        live.Controls.Place(row.Place);
        if (row.IsOpen is not true)
        {
            return;
        }

        using (ui.Indent())
        {
            bool? isLeaf = null;
            foreach (var (part, name, place) in row.Parts)
            {
                if (ui.TreeRow(name, ref isLeaf, ChosenPart == part))
                {
                    Choose(row.Object, part);
                }

                live.Controls.Place(place);
            }

            foreach (var child in row.Children)
            {
                Draw(ui, child);
            }
        }
    }

    /// <summary>Chooses what a change was about, where it is still there.</summary>
    public void Choose(SceneChange edited)
    {
        if (edited is not ObjectChange { IsAdded: false } && edited.Object < scene.Objects.Count)
        {
            var one = scene.Objects[edited.Object];
            Choose(one, edited.Component is { } part && part < one.Components.Count ? one.Components[part] : null);
        }
    }

    private void Choose(GameObject one, Component? part)
    {
        (Chosen, ChosenPart) = (one, part);
        live.Frames.RequestDraw();
    }

    /// <summary>Objects may come and go while the scene runs.</summary>
    private void Read()
    {
        _count = scene.Objects.Count;
        var rows = scene.Objects.Select((one, number) => new Row(one, number)).ToDictionary(row => row.Object);
        _roots = [];
        foreach (var row in rows.Values)
        {
            var parent = row.Object.Get<Transform>()?.Parent?.GameObject;
            (parent is not null && rows.TryGetValue(parent, out var above) ? above.Children : _roots).Add(row);
        }

        if (Chosen is { } chosen && !rows.ContainsKey(chosen))
        {
            (Chosen, ChosenPart) = (null, null);
        }
    }

    /// <summary>One object's row, with what is written in it.</summary>
    private sealed class Row(GameObject one, int number)
    {
        public bool? IsOpen = true;

        public GameObject Object => one;

        public int Number => number;

        public string Name { get; } = one.Name.Length > 0 ? one.Name : $"object {number + 1}";

        public string Place { get; } = $"object {one.Name}";

        /// <summary>Components of one kind may be several, so that a number tells them apart.</summary>
        public IReadOnlyList<(Component Part, string Name, string Place)> Parts { get; } =
            [.. one.Components.Where(part => part.Type is not null).Select((part, i) => (part, $"{part.Type!.Name}##{i}", $"component {one.Name} {part.Type.Name}"))];

        public List<Row> Children { get; } = [];

        public int VisibleRows()
        {
            var rows = 1;
            if (IsOpen is true)
            {
                rows += Parts.Count;
                foreach (var child in Children)
                {
                    rows += child.VisibleRows();
                }
            }

            return rows;
        }
    }
}
