namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>What the Scene page and its dialogs say.</summary>
internal static class InspectorTexts
{
    public const string NothingSelected = "Select an object or a component to see its properties.";
    public const string Undo = "Undo edit";
    public const string UndoHint = "Undo the last change made on this page";
    public const string Redo = "Redo edit";
    public const string RedoHint = "Make the undone change again";

    public const string File = "File";
    public const string Save = "Save";
    public const string SaveAskingHint = "This scene belongs to the program, so you choose a new name";
    public const string SaveHint = "Save the scene with its current values";
    public const string SaveAs = "Save as ...";
    public const string SaveAsHint = "Save it to another file";
    public const string SaveTitle = "Save the scene";
    public static string SceneFiles(string ending) => $"Scenes ({ending})";

    public const string Add = "Add ...";
    public const string AddHint = "Add a component or an object";
    public const string AddTitle = "Add to the scene";
    public const string AddTo = "Add to";
    public const string NewObject = "a new object";
    public const string NoComponent = "(no component yet)";
    public const string ObjectName = "Its name";
    public const string ObjectNameHint = "the object's name";
    public const string ObjectAlone = "An object alone, to be given components later.";
    public const string AddButton = "Add";
    public const string Cancel = "Cancel";
    public const string NoComponentChosen = "Expected a component for an object that is there, found none; choose one.";
    public const string Rename = "Rename ...";
    public const string RenameHint = "Rename the selected object";
    public const string RenameTitle = "Rename";
    public const string Name = "Name";
    public const string ChildrenFollow = "Objects that have it as their parent follow.";
    public const string RenameButton = "Rename";
    public const string NoName = "Expected a name for the object, found none; type one.";
    public static string NameTaken(string name) => $"Expected a name that no other object has, found '{name}'; choose another.";
    public const string Remove = "Remove";
    public const string RemoveHint = "Remove what is selected; 'Undo edit' brings it back";
    public static string ShowsThisPage(string component) => $"Expected something other than the {component} that shows this page, found it or its object; remove it in the scene's file.";

    public const string Plugin = "Plugin";
    public const string WhenReopened = "When the scene is reopened:";
    public const string Reopen = "Reopen";
    public const string ReopenHint = "Open the scene as it is now, so that everything takes effect";
    public const string Enabled = "Enabled";
    public const string EnabledFixedHint = "It shows this page";
    public const string EnabledHint = "Turn off to pause and hide this component";
    public static string ResetHint(string @default) => $"Reset to the default, {@default}";
}
