using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>The control that fits a component's property: its range, help and value come from the property's own declaration, a change goes to the component at once.</summary>
internal static class PropertyControls
{
    /// <summary>A slider takes so many steps from one end to the other.</summary>
    private const int Steps = 100;

    /// <summary>A number, as a slider.</summary>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Property(this Ui ui, string label, Component component, Setting<double> property)
    {
        var value = (float)Values(component).Get(property);
        var (least, most) = ((float)property.Minimum, (float)property.Maximum);
        return ui.Slider(label, ref value, least, most, (most - least) / Steps, tooltip: property.Help, usual: (float)property.Default) && Set(component, property, Math.Clamp(value, property.Minimum, property.Maximum));
    }

    /// <summary>A whole number, as a slider.</summary>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Property(this Ui ui, string label, Component component, Setting<int> property, bool isEnabled = true)
    {
        var value = Values(component).Get(property);
        return ui.Slider(label, ref value, property.Minimum, property.Maximum, property.Help, isEnabled, property.Default) && Set(component, property, value);
    }

    /// <summary>On or off.</summary>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Property(this Ui ui, string label, Component component, Setting<bool> property)
    {
        var value = Values(component).Get(property);
        return ui.Toggle(label, ref value, property.Help) && Set(component, property, value);
    }

    /// <summary>One word of a few, folded up.</summary>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Choice(this Ui ui, string label, Component component, Setting property)
    {
        var chosen = Values(component).Chosen(property);
        return ui.DropDown(label, ref chosen, property.Choices, property.Help) && component.TrySet(property, property.Choices[chosen]) is null;
    }

    private static bool Set<T>(Component component, Setting<T> property, T value) where T : notnull
    {
        component.Set(property, value);
        return true;
    }

    private static SettingValues Values(Component component) =>
        component.Values ?? throw new InvalidOperationException($"{component.GetType().Name} was created in code; only components from scene files have properties.");
}
