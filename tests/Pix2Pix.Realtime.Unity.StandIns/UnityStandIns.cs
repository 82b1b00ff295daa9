// Declarations of the few members of Unity that the package uses, as its documentation gives them. They do nothing.
using System;

namespace AOT
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class MonoPInvokeCallbackAttribute : Attribute
    {
        public MonoPInvokeCallbackAttribute(Type type) { }
    }
}

namespace Unity.Collections
{
    public struct NativeArray<T> where T : struct { }
}

namespace Unity.Collections.LowLevel.Unsafe
{
    public static class NativeArrayUnsafeUtility
    {
        public static unsafe void* GetUnsafeReadOnlyPtr<T>(NativeArray<T> array) where T : struct => null;
    }
}

namespace UnityEngine.Rendering
{
    public enum GraphicsDeviceType { OpenGLCore = 17, Direct3D11 = 2, Metal = 16, Vulkan = 21 }

    public struct AsyncGPUReadbackRequest
    {
        public bool hasError => false;
        public int width => 0;
        public int height => 0;
        public Unity.Collections.NativeArray<T> GetData<T>(int layer = 0) where T : struct => default;
    }

    public static class AsyncGPUReadback
    {
        public static AsyncGPUReadbackRequest Request(Texture source, int mip, TextureFormat format, Action<AsyncGPUReadbackRequest> callback) => default;
    }
}

namespace UnityEngine
{
    public class Object
    {
        public static void Destroy(Object one) { }
    }

    public class Component : Object
    {
        public T GetComponent<T>() => default;
    }

    public class Behaviour : Component
    {
        public bool enabled { get; set; }
    }

    public class MonoBehaviour : Behaviour { }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class AddComponentMenuAttribute : Attribute
    {
        public AddComponentMenuAttribute(string name) { }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class RequireComponentAttribute : Attribute
    {
        public RequireComponentAttribute(Type type) { }
    }

    [AttributeUsage(AttributeTargets.Field)]
    public sealed class TooltipAttribute : Attribute
    {
        public TooltipAttribute(string text) { }
    }

    public enum TextureFormat { RGBA32 = 4 }

    public enum FilterMode { Point }

    public class Texture : Object
    {
        public int width { get; set; }
        public int height { get; set; }
        public FilterMode filterMode { get; set; }
        public IntPtr GetNativeTexturePtr() => IntPtr.Zero;
    }

    public class RenderTexture : Texture
    {
        public RenderTexture(int width, int height, int depth) { }
    }

    public class Texture2D : Texture
    {
        public Texture2D(int width, int height, TextureFormat format, bool mipChain) { }
        public void LoadRawTextureData(IntPtr data, int size) { }
        public void SetPixels32(Color32[] colors) { }
        public void Apply(bool updateMipmaps) { }
    }

    public static class Graphics
    {
        public static void Blit(Texture source, RenderTexture target) { }
    }

    public static class GL
    {
        public static void IssuePluginEvent(IntPtr callback, int eventID) { }
    }

    public static class SystemInfo
    {
        public static Rendering.GraphicsDeviceType graphicsDeviceType => Rendering.GraphicsDeviceType.OpenGLCore;
    }

    public static class Application
    {
        public static string streamingAssetsPath => "";
    }

    public static class Debug
    {
        public static void LogError(object message, Object context) { }
    }

    public static class Screen
    {
        public static int width => 0;
        public static int height => 0;
    }

    public static class Mathf
    {
        public static int Min(int a, int b) => Math.Min(a, b);
        public static int Max(int a, int b) => Math.Max(a, b);
    }

    public struct Color
    {
        public static Color white => default;
    }

    public struct Color32
    {
        public Color32(byte r, byte g, byte b, byte a) { }
        public static implicit operator Color(Color32 color) => default;
    }

    public struct Vector2
    {
        public float x;
        public float y;
        public static Vector2 operator -(Vector2 a, Vector2 b) => default;
        public static Vector2 operator *(Vector2 a, float by) => default;
    }

    public struct Rect
    {
        public Rect(float x, float y, float width, float height) { }
        public float width => 0;
        public Vector2 position => default;
        public bool Contains(Vector2 point) => false;
    }

    public enum EventType { MouseDown, MouseDrag }

    public class Event
    {
        public static Event current => null;
        public EventType type => default;
        public Vector2 mousePosition => default;
    }

    public static class GUI
    {
        public static Color color { get; set; }
        public static bool Button(Rect position, string text) => false;
        public static void Label(Rect position, string text) { }
        public static float HorizontalSlider(Rect position, float value, float leftValue, float rightValue) => value;
        public static void DrawTexture(Rect position, Texture image) { }
    }
}
