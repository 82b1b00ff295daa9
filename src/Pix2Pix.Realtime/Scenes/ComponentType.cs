using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>A kind of component that scene files may name.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Properties">Its properties, declared once with type, default, range and help.</param>
/// <param name="Create">Makes one from its properties' values.</param>
public sealed record ComponentType(string Name, SettingsTable Properties, Func<SettingValues, Component> Create);
