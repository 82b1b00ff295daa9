/* Makes, uses and destroys translators: cycles GENERATOR.onnx COUNT. Prints the resident kilobytes after a fifth of them, and at the end. */
#include <stdio.h>
#include <stdlib.h>

#include "pix2pix_realtime.h"

static long resident_pages(void)
{
    long all = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &all, &resident) != 2)
        exit(1);
    fclose(file);
    return resident;
}

int main(int count, char **arguments)
{
    static uint8_t pixels[8 * 8 * 4];
    p2p_options options = {sizeof options, P2P_PROVIDER_CPU, 1, 0, 0};
    p2p_image image = {sizeof image, P2P_IMAGE_TOP_DOWN, 8, 8, 8 * 4, pixels, P2P_FORMAT_RGBA8};
    long cycles, before = 0;

    if (count != 3)
        return 2;
    cycles = atol(arguments[2]);
    for (long i = 0; i < cycles; i++) {
        p2p_translator translator;
        if (i == cycles / 5)
            before = resident_pages();
        if (p2p_create(&options, &translator) != P2P_OK || p2p_load(translator, arguments[1]) != P2P_OK ||
            p2p_translate(translator, &image, &image) != P2P_OK || p2p_submit(translator, &image, NULL) != P2P_OK || p2p_destroy(translator) != P2P_OK) {
            fprintf(stderr, "%s\n", p2p_last_error());
            return 1;
        }
    }
    printf("%ld %ld\n", before * 4, resident_pages() * 4);
    return 0;
}
