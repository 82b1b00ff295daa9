using System;
using System.IO;
using System.Threading.Tasks;
using Pix2Pix.Realtime.Unity.Interop;
using UnityEngine;
using UnityEngine.Rendering;

namespace Pix2Pix.Realtime.Unity
{
    /// <summary>
    /// Translates a RenderTexture into another, newest first. The frame never waits: pictures are handed to the library's own thread and
    /// fetched when they are done. Both textures have the generator's size.
    /// </summary>
    [AddComponentMenu("Pix2Pix/Translator")]
    public sealed class Pix2PixTranslator : MonoBehaviour
    {
        [Tooltip("The generator: an .onnx file, in StreamingAssets or by its full path.")]
        public string model = "facades.onnx";

        [Tooltip("Threads of one translation; 0 = automatic.")]
        public int threads;

        [Tooltip("What is translated, RGBA32, of the generator's size.")]
        public RenderTexture input;

        [Tooltip("What receives the translation, of the generator's size.")]
        public RenderTexture output;

        private NativeTranslator _translator;
        private ITextureRoute _route;
        private Task _loading;

        /// <summary>Whether a generator is loaded and translates.</summary>
        public bool IsReady { get; private set; }

        /// <summary>How long the last translation took, in milliseconds.</summary>
        public double Milliseconds
        {
            get { return _translator == null ? 0 : _translator.Stats.LastMilliseconds; }
        }

        /// <summary>Loads another generator while the one in use continues.</summary>
        public void Load(string path)
        {
            var full = Path.IsPathRooted(path) ? path : Path.Combine(Application.streamingAssetsPath, path);
            var translator = _translator;
            _loading = Task.Run(() => translator.Load(full));
        }

        /// <summary>What the style of the generator in use consists of; empty = it knows no styles, or none is loaded yet.</summary>
        public StyleValue[] StyleValues
        {
            get { return IsReady ? _translator.StyleValues : new StyleValue[0]; }
        }

        /// <summary>Sets the style of the next translations; as many values as <see cref="StyleValues"/> has. Another generator begins with its neutral style.</summary>
        public void SetStyle(float[] values)
        {
            _translator.SetStyle(values);
        }

        private void OnEnable()
        {
            try
            {
                _translator = new NativeTranslator(threads);
                _route = SystemInfo.graphicsDeviceType == GraphicsDeviceType.OpenGLCore ? (ITextureRoute)new TextureRoute(_translator) : new MemoryRoute(_translator);
                Load(model);
            }
            catch (Exception fault) when (fault is Pix2PixException || fault is DllNotFoundException)
            {
                Debug.LogError("pix2pix: " + fault.Message, this);
                enabled = false;
            }
        }

        private void LateUpdate()
        {
            if (_loading != null && _loading.IsCompleted)
            {
                IsReady |= _loading.Exception == null;
                if (_loading.Exception != null)
                {
                    Debug.LogError("pix2pix: " + _loading.Exception.InnerException.Message, this);
                }

                _loading = null;
            }

            if (IsReady && input != null && output != null)
            {
                var fault = _route.Run(input, output);
                if (fault != null)
                {
                    Debug.LogError("pix2pix: " + fault, this);
                    enabled = false;
                }
            }
        }

        private void OnDisable()
        {
            IsReady = false;
            var (translator, route, loading) = (_translator, _route, _loading);
            (_translator, _route, _loading) = (null, null, null);
            if (route != null)
            {
                route.Dispose();
            }

            if (translator != null)
            {
                // A load that is under way finds the handle gone, and says so to nobody.
                translator.Dispose();
            }
        }
    }
}
