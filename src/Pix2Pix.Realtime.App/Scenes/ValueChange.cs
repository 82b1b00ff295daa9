using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>A property got another value, or a component was switched on or off.</summary>
/// <param name="Object">The object's index.</param>
/// <param name="At">The component's index.</param>
/// <param name="Property">What was set; null = the component's switch.</param>
/// <param name="Before">Its text before.</param>
/// <param name="After">Its text now.</param>
internal sealed record ValueChange(int Object, int At, string? Property, string Before, string After) : SceneChange(Object, At)
{
    public override ValueChange Inverse => this with { Before = After, After = Before };

    /// <summary>Sets it.</summary>
    /// <returns>The component that has it now.</returns>
    public Component Apply(Scene scene)
    {
        var part = scene.Objects[Object].Components[At];
        if (Property is null)
        {
            ((Behaviour)part).Enabled = bool.Parse(After);
        }
        else
        {
            part.TrySet(part.Type!.Properties.Find(Property)!, After);
        }

        return part;
    }
}
