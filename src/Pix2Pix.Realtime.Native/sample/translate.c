/*
 * Translates a picture, the way a program that draws every frame does: it submits, goes on, and takes the newest answer when there is one.
 *   translate GENERATOR.onnx IN.ppm OUT.ppm
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "pix2pix_realtime.h"

static int failed(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, p2p_last_error());
    return 1;
}

/* Reads a binary PPM of exactly this size into RGBA. */
static int read_ppm(const char *path, int32_t width, int32_t height, uint8_t *rgba)
{
    int found_width = 0, found_height = 0, most = 0;
    FILE *file = fopen(path, "rb");
    if (!file)
        return fprintf(stderr, "%s: no such file\n", path), 0;
    if (fscanf(file, "P6 %d %d %d", &found_width, &found_height, &most) != 3 || fgetc(file) == EOF || found_width != width || found_height != height ||
        most != 255) {
        fprintf(stderr, "%s: expected a binary PPM of %dx%d\n", path, width, height);
        fclose(file);
        return 0;
    }
    for (int32_t i = 0; i < width * height; i++) {
        if (fread(rgba + i * 4, 1, 3, file) != 3)
            break;
        rgba[i * 4 + 3] = 255;
    }
    fclose(file);
    return 1;
}

static int write_ppm(const char *path, int32_t width, int32_t height, const uint8_t *rgba)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return fprintf(stderr, "%s: can't be written\n", path), 0;
    fprintf(file, "P6\n%d %d\n255\n", width, height);
    for (int32_t i = 0; i < width * height; i++)
        fwrite(rgba + i * 4, 1, 3, file);
    return fclose(file) == 0;
}

int main(int count, char **arguments)
{
    p2p_options options = {sizeof options, P2P_PROVIDER_AUTO, 0, 0, 0};
    p2p_info info = {.struct_size = sizeof info};
    p2p_stats stats = {.struct_size = sizeof stats};
    p2p_translator translator;
    p2p_status status;

    if (count != 4)
        return fprintf(stderr, "usage: translate GENERATOR.onnx IN.ppm OUT.ppm\n"), 2;
    if (p2p_version() >> 16 != P2P_VERSION >> 16)
        return fprintf(stderr, "expected version %u of the library, found %u\n", P2P_VERSION >> 16, p2p_version() >> 16), 1;
    if (p2p_create(&options, &translator) != P2P_OK)
        return failed("create");
    if (p2p_load(translator, arguments[1]) != P2P_OK)
        return failed("load");
    if (p2p_get_info(translator, &info) != P2P_OK)
        return failed("info");

    uint8_t *input = calloc((size_t)info.width * (size_t)info.height, 4);
    uint8_t *output = calloc((size_t)info.output_width * (size_t)info.output_height, 4);
    if (!input || !output || !read_ppm(arguments[2], info.width, info.height, input))
        return 1;
    p2p_image picture = {sizeof picture, P2P_IMAGE_TOP_DOWN, info.width, info.height, (int64_t)info.width * 4, input, P2P_FORMAT_RGBA8};
    p2p_image answer = {sizeof answer, P2P_IMAGE_TOP_DOWN, info.output_width, info.output_height, (int64_t)info.output_width * 4, output, P2P_FORMAT_RGBA8};

    if (p2p_submit(translator, &picture, NULL) != P2P_OK)
        return failed("submit");
    /* A game would draw its frames here. */
    while ((status = p2p_try_get_latest(translator, &answer, NULL)) == P2P_NOTHING_NEW)
        ;
    if (status != P2P_OK)
        return failed("latest");
    if (!write_ppm(arguments[3], info.output_width, info.output_height, output))
        return 1;

    if (p2p_get_stats(translator, &stats) != P2P_OK)
        return failed("stats");
    printf("%dx%d, translated in %.1f ms\n", info.output_width, info.output_height, stats.last_ms);
    free(input);
    free(output);
    return p2p_destroy(translator) == P2P_OK ? 0 : failed("destroy");
}
