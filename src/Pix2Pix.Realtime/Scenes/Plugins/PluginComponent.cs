using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes.Plugins;

/// <summary>Makes a <see cref="ComponentType"/> of a class that nobody registered by hand: its name is the class's, its properties those with <see cref="PropertyAttribute"/>, its help that of a <see cref="DescriptionAttribute"/>; all of them take effect at once, through their own setters.</summary>
internal static class PluginComponent
{
    /// <summary>Whether the class is one that scene files may name.</summary>
    public static bool IsOne(Type type) => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsSubclassOf(typeof(Component));

    /// <param name="type">A class for which <see cref="IsOne"/> holds.</param>
    /// <param name="plugin">The file it came from.</param>
    /// <exception cref="UserException">It has no constructor without parameters, or a property of another type.</exception>
    public static ComponentType Describe(Type type, string plugin)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new UserException($"{type.Name} has no public constructor without parameters; add one and move its work to Awake.");
        }

        var fresh = Make(type);
        var properties = type.GetProperties().Select(property => (property, property.GetCustomAttribute<PropertyAttribute>()))
            .Where(pair => pair.Item2 is not null).Select(pair => (Property: pair.property, Setting: Declare(pair.property, pair.Item2!, fresh))).ToList();
        return new ComponentType(type.Name, new SettingsTable([.. properties.Select(pair => pair.Setting)]), values =>
        {
            var made = Make(type);
            foreach (var (property, setting) in properties)
            {
                property.SetValue(made, Read(values, setting, property.PropertyType));
            }

            return made;
        })
        {
            Plugin = plugin,
            Help = type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "",
            Take = (component, setting) =>
            {
                var property = properties.First(pair => pair.Setting == setting).Property;
                property.SetValue(component, Read(component.Values!, setting, property.PropertyType), BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
            },
        };
    }

    private static Component Make(Type type)
    {
        try
        {
            return (Component)Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException fault)
        {
            throw new UserException($"The constructor of {type.Name} failed: {fault.InnerException!.Message}", fault);
        }
    }

    private static Setting Declare(PropertyInfo property, PropertyAttribute words, Component fresh)
    {
        var (name, value) = (JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property.GetValue(fresh));
        return value switch
        {
            _ when !property.CanWrite => throw new UserException($"{property.DeclaringType!.Name}.{property.Name} can't be set; add a public setter."),
            bool on => SettingKinds.Bool(name, on, words.Help).Live(),
            int number => SettingKinds.Int(name, number, (int)words.Minimum, (int)words.Maximum, words.Unit, words.Help).Live(),
            double number => SettingKinds.Double(name, number, words.Minimum, words.Maximum, words.Unit, words.Help).Live(),
            Enum choice => SettingKinds.OneOf(name, $"{choice}", Enum.GetNames(property.PropertyType), words.Help).Live(),
            string or null when property.PropertyType == typeof(string) => SettingKinds.Text(name, value as string ?? "", "text", words.Help).Live(),
            _ => throw new UserException($"{property.DeclaringType!.Name}.{property.Name} is a {property.PropertyType.Name}; expected bool, int, double, string or an enum."),
        };
    }

    private static object Read(SettingValues values, Setting setting, Type type) => setting switch
    {
        Setting<bool> on => values.Get(on),
        Setting<int> number => values.Get(number),
        Setting<double> number => values.Get(number),
        Setting<string> text when type.IsEnum => Enum.Parse(type, values.Get(text)),
        Setting<string> text => values.Get(text),
        _ => throw new InvalidOperationException($"A setting of type {setting.GetType()} was never declared."),
    };
}
