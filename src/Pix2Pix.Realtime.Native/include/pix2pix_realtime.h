/*
 * Pix2Pix.Realtime as a plain C library: load a generator, translate pictures, replace the generator while it is in use.
 *
 * - Pictures are RGBA, 8 bits a channel, straight alpha, sRGB.
 * - Every function returns a p2p_status; p2p_last_error() gives the sentence for the calling thread's last failure.
 * - Any thread may call any function. One translator works for one thread at a time: a second call waits.
 * - Every struct begins with its own size in bytes: set struct_size = sizeof(the struct). Later versions may append fields.
 * - The library looks for ONNX Runtime beside itself. It stays loaded until the process ends; p2p_destroy frees all that a translator holds.
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
#define P2P_VERSION 0x00010000u

typedef enum p2p_status {
    P2P_OK = 0,
    P2P_INVALID_ARGUMENT = 1, /* a null pointer, a struct of the wrong size, a picture of the wrong size */
    P2P_INVALID_HANDLE = 2,   /* never created, or destroyed already */
    P2P_NO_GENERATOR = 3,     /* p2p_load has not succeeded yet */
    P2P_BAD_GENERATOR = 4,    /* the file is missing, damaged, or no image-to-image model; the generator before it stays in use */
    P2P_FAILED = 5            /* anything else, such as no memory */
} p2p_status;

typedef enum p2p_provider {
    P2P_PROVIDER_AUTO = 0,
    P2P_PROVIDER_CPU = 1,
    P2P_PROVIDER_CUDA = 2 /* where it does not work the CPU takes over */
} p2p_provider;

typedef enum p2p_image_flags {
    P2P_IMAGE_TOP_DOWN = 0, /* the first row in memory is the top of the picture */
    P2P_IMAGE_BOTTOM_UP = 1 /* the first row in memory is the bottom, as OpenGL and Unity have it */
} p2p_image_flags;

/* A translator. 0 is never one, and a number is never used twice. */
typedef uint64_t p2p_translator;

typedef struct p2p_options {
    uint32_t struct_size;
    int32_t provider; /* a p2p_provider */
    int32_t threads;  /* within one translation; 0 = as many as the machine has processors, up to 8 */
    int32_t width;    /* pixels: the size that a generator must have, or that one with open sides is fixed to; */
    int32_t height;   /* both 0 = as the file says */
} p2p_options;

typedef struct p2p_info {
    uint32_t struct_size;
    int32_t width; /* pixels */
    int32_t height;
    int32_t input_channels; /* 1, 3 or 4: what the generator makes of RGBA is grey, RGB or RGBA */
    int32_t output_channels;
    int64_t step; /* the training step that it was exported at; 0 = unknown */
} p2p_info;

typedef struct p2p_image {
    uint32_t struct_size;
    uint32_t flags; /* p2p_image_flags */
    int32_t width;  /* pixels; must be the generator's */
    int32_t height;
    int64_t stride; /* bytes from one row to the next in memory, at least 4 * width */
    uint8_t *pixels;
} p2p_image;

/* The library's version: major << 16 | minor. */
P2P_API uint32_t P2P_CALL p2p_version(void);

/* Makes a translator without a generator. options may be NULL. Free it with p2p_destroy. */
P2P_API p2p_status P2P_CALL p2p_create(const p2p_options *options, p2p_translator *translator);

/* Loads a generator (.onnx) and puts it in the place of the one in use, between two translations. It returns when the new one is warm and
 * verified; translations on other threads go on meanwhile. After a failure the one before it stays. path is UTF-8. */
P2P_API p2p_status P2P_CALL p2p_load(p2p_translator translator, const char *path);

/* Describes the generator in use. */
P2P_API p2p_status P2P_CALL p2p_get_info(p2p_translator translator, p2p_info *info);

/* Translates one picture; returns when output's pixels are filled. input is only read; both may be the same memory. Allocates nothing. */
P2P_API p2p_status P2P_CALL p2p_translate(p2p_translator translator, const p2p_image *input, const p2p_image *output);

/* One sentence in UTF-8 on the calling thread's last failure, "" if there was none. Valid until this thread's next failure. */
P2P_API const char *P2P_CALL p2p_last_error(void);

/* Frees the translator, after the translation that may be running. */
P2P_API p2p_status P2P_CALL p2p_destroy(p2p_translator translator);

#ifdef __cplusplus
}
#endif

#endif
