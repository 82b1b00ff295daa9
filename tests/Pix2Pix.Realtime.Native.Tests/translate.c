/* What a C program does with the library: load a generator, translate a white picture, print its first pixel. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pix2pix_realtime.h"

static int failed(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, p2p_last_error());
    return 1;
}

int main(int count, char **arguments)
{
    p2p_options options = {sizeof options, P2P_PROVIDER_CPU, 1, 0, 0};
    p2p_info info = {.struct_size = sizeof info};
    p2p_translator translator;
    uint8_t *pixels;

    if (count != 2 || p2p_version() >> 16 != P2P_VERSION >> 16)
        return 2;
    if (p2p_create(&options, &translator) != P2P_OK)
        return failed("create");
    if (p2p_load(translator, arguments[1]) != P2P_OK)
        return failed("load");
    if (p2p_get_info(translator, &info) != P2P_OK)
        return failed("info");

    pixels = malloc((size_t)info.width * (size_t)info.height * 4);
    memset(pixels, 255, (size_t)info.width * (size_t)info.height * 4);
    p2p_image image = {sizeof image, P2P_IMAGE_TOP_DOWN, info.width, info.height, (int64_t)info.width * 4, pixels, P2P_FORMAT_RGBA8};
    if (p2p_translate(translator, &image, &image) != P2P_OK)
        return failed("translate");

    printf("%" PRIu32 ".%" PRIu32 " %" PRId32 "x%" PRId32 " %d %d %d %d\n", p2p_version() >> 16, p2p_version() & 0xffff,
           info.width, info.height, pixels[0], pixels[1], pixels[2], pixels[3]);
    free(pixels);
    return p2p_destroy(translator) == P2P_OK ? 0 : failed("destroy");
}
