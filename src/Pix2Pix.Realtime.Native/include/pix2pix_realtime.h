/*
 * Pix2Pix.Realtime as a plain C library: load a generator, translate pictures, replace the generator while it is in use.
 *
 * - Pictures are RGBA, straight alpha, sRGB: 8 bits a channel, or floats of 0..1.
 * - Every function returns a p2p_status; p2p_last_error() gives the sentence for the calling thread's last failure.
 * - Any thread may call any function, but for p2p_gl_..., which need the thread of their OpenGL context. One translator makes one
 *   translation at a time: a second call of p2p_translate waits. p2p_submit and p2p_try_get_latest never wait for a translation.
 * - Memory stays its owner's: the library keeps no pointer of yours after a call, but for the user pointer of p2p_gl_attach during that call.
 * - Every struct begins with its own size in bytes: set struct_size = sizeof(the struct). Later versions may append fields.
 * - The library looks for ONNX Runtime beside itself. It stays loaded until the process ends, also after FreeLibrary or dlclose; p2p_destroy frees all
 *   that a translator holds.
 * - ONNX Runtime's telemetry is off: the library sets ORT_DISABLE_TELEMETRY=1 in the process's environment (setenv; on Windows
 *   SetEnvironmentVariableW and _putenv_s) at the first call of any function here, before ONNX Runtime loads. A host that loads ONNX Runtime
 *   itself before that call must set the variable the same way first; from then on it can't be switched off.
 */
#ifndef PIX2PIX_REALTIME_H
#define PIX2PIX_REALTIME_H

#include <stdint.h>

#if defined(_WIN32)
#define P2P_API __declspec(dllimport)
#define P2P_CALL __cdecl
#else
#define P2P_API
#define P2P_CALL
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The version that this header describes: major << 16 | minor. Minor versions only add. */
#define P2P_VERSION 0x00010004u

/* What a function returns. */
typedef enum p2p_status {
    P2P_OK = 0,               /* it did what was asked */
    P2P_INVALID_ARGUMENT = 1, /* a null pointer, a struct of the wrong size, a picture of the wrong size or format */
    P2P_INVALID_HANDLE = 2,   /* never created, or destroyed already */
    P2P_NO_GENERATOR = 3,     /* p2p_load has not succeeded yet */
    P2P_BAD_GENERATOR = 4,    /* the file is missing, damaged, too slow, or no image-to-image model; the one before it stays in use */
    P2P_FAILED = 5,           /* anything else, such as no memory */
    P2P_NOTHING_NEW = 6,      /* no failure: no translation is there that was not fetched already */
    P2P_NO_CONTEXT = 7,       /* no OpenGL context is current or attached, or it lacks a function */
    P2P_CANCELLED = 8         /* no failure: p2p_cancel was called during this translation. Since 1.4 */
} p2p_status;

/* Where ONNX Runtime computes. */
typedef enum p2p_provider {
    P2P_PROVIDER_AUTO = 0, /* CUDA where it is built in and works, else the CPU */
    P2P_PROVIDER_CPU = 1,  /* the CPU */
    P2P_PROVIDER_CUDA = 2  /* an NVIDIA GPU; where it does not work the CPU takes over */
} p2p_provider;

/* Which row of a picture comes first. */
typedef enum p2p_image_flags {
    P2P_IMAGE_TOP_DOWN = 0, /* the first row in memory is the top of the picture */
    P2P_IMAGE_BOTTOM_UP = 1 /* the first row in memory is the bottom, as OpenGL and Unity have it */
} p2p_image_flags;

/* How a picture's values are stored. */
typedef enum p2p_format {
    P2P_FORMAT_RGBA8 = 0,     /* 4 bytes a pixel: red, green, blue, alpha */
    P2P_FORMAT_RGBA_FLOAT = 1 /* 16 bytes a pixel: the same as floats of 0..1 */
} p2p_format;

/* A translator. 0 is never one, and a number is never used twice. */
typedef uint64_t p2p_translator;

/* What p2p_create needs to know. */
typedef struct p2p_options {
    uint32_t struct_size; /* sizeof(p2p_options) */
    int32_t provider;     /* a p2p_provider */
    int32_t threads;      /* within one translation, 0..256; 0 = as many as the machine has processors, up to 8 */
    int32_t width;        /* pixels: the size that a generator must have, or that one with open sides is fixed to; */
    int32_t height;       /* both 0 = as the file says, 256x256 where it says nothing */
} p2p_options;

/* The generator in use. */
typedef struct p2p_info {
    uint32_t struct_size;    /* sizeof(p2p_info) */
    int32_t width;           /* of the pictures that go in, in pixels */
    int32_t height;          /* of the pictures that go in */
    int32_t input_channels;  /* 1, 3 or 4: what the generator makes of RGBA is grey, RGB or RGBA */
    int32_t output_channels; /* 1, 3 or 4: grey, RGB or RGBA; pictures that come out are RGBA all the same */
    int32_t output_width;    /* of the pictures that come out; as a rule the same */
    int32_t output_height;   /* of the pictures that come out */
    int32_t reserved;        /* 0 */
    int64_t step;            /* the training step that it was exported at; 0 = unknown */
} p2p_info;

/* A picture in the caller's memory. */
typedef struct p2p_image {
    uint32_t struct_size; /* sizeof(p2p_image) */
    uint32_t flags;       /* p2p_image_flags */
    int32_t width;        /* pixels; must be the generator's */
    int32_t height;       /* pixels; must be the generator's */
    int64_t stride;       /* bytes from one row to the next in memory, at least a row's own */
    void *pixels;         /* the row that comes first in memory */
    int32_t format;       /* a p2p_format */
} p2p_image;

/* What a translator did so far. */
typedef struct p2p_stats {
    uint32_t struct_size; /* sizeof(p2p_stats) */
    uint32_t loads;       /* generators loaded */
    uint64_t translated;  /* pictures translated */
    uint64_t submitted;   /* pictures submitted */
    uint64_t dropped;     /* of these, replaced by a newer one before their turn came, or cancelled */
    double last_ms;       /* the last translation with its conversions, in milliseconds */
    double mean_ms;       /* of all translations; 0 = none yet */
} p2p_stats;

/* One number of a generator's style. */
typedef struct p2p_style_value {
    uint32_t struct_size; /* sizeof(p2p_style_value) */
    float min;            /* the least value; what lies beyond is moved there */
    float max;            /* the greatest value */
    float neutral;        /* the value after p2p_load */
    char name[48];        /* UTF-8, such as "brightness" or "wall.red"; a colour is three values whose names end in .red, .green and .blue */
    char label[64];       /* what people read */
} p2p_style_value;

/* The library's version: major << 16 | minor. */
P2P_API uint32_t P2P_CALL p2p_version(void);

/* Makes a translator without a generator. options may be NULL. Free it with p2p_destroy. */
P2P_API p2p_status P2P_CALL p2p_create(const p2p_options *options, p2p_translator *translator);

/* Loads a generator (.onnx) and puts it in the place of the one in use, between two translations. It returns when the new one is warm and
 * verified; translations on other threads go on meanwhile. After a failure the one before it stays. path is UTF-8. */
P2P_API p2p_status P2P_CALL p2p_load(p2p_translator translator, const char *path);

/* Sets how many seconds p2p_load may take from now on, 1..86400; 60 unless this is called. A model is a program and may never end: one that has
 * not answered by then is given up with P2P_BAD_GENERATOR. Since 1.1. */
P2P_API p2p_status P2P_CALL p2p_set_load_limit(p2p_translator translator, uint32_t seconds);

/* Says what the values of other programs' models are, for p2p_load from now on: "-1..1", "0..1", "0..255", "imagenet", MEANS/DEVIATIONS of pixels
 * of 0..1 such as "0.5,0.5,0.5/0.2,0.2,0.2", or two of these as "IN:OUT"; "auto", as it is without this call, is what the model's operators
 * show. A file of this program knows its own. range is UTF-8. Since 1.2. */
P2P_API p2p_status P2P_CALL p2p_set_range(p2p_translator translator, const char *range);

/* Gives the colours of label classes, 3 bytes (RGB) each, for models that read one channel for each class; the order is that of the channels, and of
 * the ids for a model that reads ids, from 0. Pictures stay RGBA: each pixel is of the class whose colour is nearest. count 0 takes them back.
 * For p2p_load from now on. Since 1.2. */
P2P_API p2p_status P2P_CALL p2p_set_classes(p2p_translator translator, const uint8_t *colors, int32_t count);

/* Fills text, of size bytes, with what was guessed or changed to use another program's model: sentences in UTF-8, one a line; "" for a file of this
 * program. What does not fit is left out. Since 1.2. */
P2P_API p2p_status P2P_CALL p2p_get_assumptions(p2p_translator translator, char *text, int32_t size);

/* Sets count to how many numbers the style of the generator in use has, 1..16; 0 = it knows no styles. Since 1.3. */
P2P_API p2p_status P2P_CALL p2p_style_count(p2p_translator translator, int32_t *count);

/* Describes one of them; index counts from 0. Since 1.3. */
P2P_API p2p_status P2P_CALL p2p_style_info(p2p_translator translator, int32_t index, p2p_style_value *value);

/* Sets the style of the translations that begin from now on, on any thread: count floats, as many as p2p_style_count says. It never waits for a translation and
 * allocates nothing. After a failure (another count, NaN, a generator without styles) the style before it stays. p2p_load brings a generator with its neutral
 * style. Since 1.3. */
P2P_API p2p_status P2P_CALL p2p_set_style(p2p_translator translator, const float *values, int32_t count);

/* Describes the generator in use. */
P2P_API p2p_status P2P_CALL p2p_get_info(p2p_translator translator, p2p_info *info);

/* Translates one picture; returns when output's pixels are filled. input is only read; both may be the same memory. Allocates nothing. */
P2P_API p2p_status P2P_CALL p2p_translate(p2p_translator translator, const p2p_image *input, const p2p_image *output);

/* Leaves a copy of a picture for the translator's own thread and returns at once. Latest wins: one that still waits there is dropped, and one
 * that waits while another generator is loaded is lost. sequence, which may be NULL, becomes the picture's number, from 1. */
P2P_API p2p_status P2P_CALL p2p_submit(p2p_translator translator, const p2p_image *input, uint64_t *sequence);

/* Fills output with the newest translation of a submitted picture, or returns P2P_NOTHING_NEW and leaves output as it is. sequence, which may be
 * NULL, becomes the number that p2p_submit gave. A failure on the translator's thread is returned here, once. */
P2P_API p2p_status P2P_CALL p2p_try_get_latest(p2p_translator translator, const p2p_image *output, uint64_t *sequence);

/* Ends the translation that is running, if there is one, within about a layer's time: p2p_translate and p2p_gl_translate return P2P_CANCELLED and may have
 * filled nothing, a submitted picture counts as dropped. For a caller that already has a newer picture. It never waits for a translation. Since 1.4. */
P2P_API p2p_status P2P_CALL p2p_cancel(p2p_translator translator);

/* Finds the address of one of your context's OpenGL functions, as glXGetProcAddress, eglGetProcAddress, wglGetProcAddress and SDL_GL_GetProcAddress do.
 * It must not throw and not jump out; NULL says that there is none. On Windows the functions that wglGetProcAddress leaves out, those of OpenGL 1.1,
 * are then taken from opengl32.dll. */
typedef void *(P2P_CALL *p2p_gl_loader)(void *user, const char *name);

/* Ties the translator to the OpenGL context (3.0, or ES 3.1, or newer) that is current on this thread, by way of loader, which is called only
 * during this call. The functions below must then run with that context current. They leave its state as they found it, but for errors that
 * were waiting in it, and keep no object in it. Textures are 2D, level 0, of the generator's size; flags are p2p_image_flags for both of them. */
P2P_API p2p_status P2P_CALL p2p_gl_attach(p2p_translator translator, p2p_gl_loader loader, void *user);

/* Translates one texture into another; returns when the other is filled. */
P2P_API p2p_status P2P_CALL p2p_gl_translate(p2p_translator translator, uint32_t input_texture, uint32_t output_texture, uint32_t flags);

/* p2p_submit from a texture. */
P2P_API p2p_status P2P_CALL p2p_gl_submit(p2p_translator translator, uint32_t input_texture, uint32_t flags, uint64_t *sequence);

/* p2p_try_get_latest into a texture. */
P2P_API p2p_status P2P_CALL p2p_gl_try_get_latest(p2p_translator translator, uint32_t output_texture, uint32_t flags, uint64_t *sequence);

/* Says what the translator did so far. */
P2P_API p2p_status P2P_CALL p2p_get_stats(p2p_translator translator, p2p_stats *stats);

/* One sentence in UTF-8 on the calling thread's last failure, "" if there was none. Valid until this thread's next failure. */
P2P_API const char *P2P_CALL p2p_last_error(void);

/* Frees the translator, after the translation that may be running. */
P2P_API p2p_status P2P_CALL p2p_destroy(p2p_translator translator);

#ifdef __cplusplus
}
#endif

#endif
