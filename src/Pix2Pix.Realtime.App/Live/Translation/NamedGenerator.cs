using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// Keeps the property that names a generator's file true: one that was chosen while the scene runs is the scene's from then on, and one that can't be used leaves the name of the one in
/// use. GL thread.
/// </summary>
/// <param name="values">Have the property.</param>
/// <param name="property">Names the file.</param>
internal sealed class NamedGenerator(SettingValues values, Setting<string> property)
{
    private string _used = values.Get(property);

    /// <summary>The file that the property names since it was changed; null = the one in use.</summary>
    private string? _wanted;

    /// <summary>The property was changed, and its file is on its way.</summary>
    public string Want(string path) => _wanted = path;

    /// <summary>A generator is in use.</summary>
    /// <param name="path">Its file; empty = none that the scene should name.</param>
    public void Took(string path)
    {
        if (path.Length > 0)
        {
            _used = path == _wanted ? values.Get(property) : path;
            _wanted = null;
            values.Set(property, _used);
        }
    }

    /// <summary>Once a frame.</summary>
    /// <param name="isIdle">Whether nothing is on its way any more: what is still wanted then was refused, which was said.</param>
    public void Update(bool isIdle)
    {
        if (isIdle && _wanted is not null)
        {
            _wanted = null;
            values.Set(property, _used);
        }
    }
}
