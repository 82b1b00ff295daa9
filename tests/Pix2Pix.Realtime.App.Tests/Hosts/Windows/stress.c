/*
 * The C library under threads of Windows.
 *   stress together GENERATOR BROKEN ROUNDS   six threads translate, swap the generator and fail to load another; prints the calls and how many answers were wrong
 *   stress ends COUNT                         threads that call the library and end, one after the other; prints the kilobytes after a fifth of them, and at the end
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
#include <psapi.h>

#include "pix2pix_realtime.h"

enum { THREADS = 6 };

static const char *generator, *broken;
static int rounds;
static p2p_translator shared;
static p2p_info info = {.struct_size = sizeof info};
static uint8_t *input, *expected;
static volatile LONG calls, wrong;

static void check(int holds)
{
    InterlockedIncrement(&calls);
    if (!holds)
        InterlockedIncrement(&wrong);
}

static p2p_status translate(p2p_translator translator, uint8_t *output)
{
    p2p_image from = {sizeof from, P2P_IMAGE_TOP_DOWN, info.width, info.height, (int64_t)info.width * 4, input, P2P_FORMAT_RGBA8};
    p2p_image to = {sizeof to, P2P_IMAGE_TOP_DOWN, info.output_width, info.output_height, (int64_t)info.output_width * 4, output, P2P_FORMAT_RGBA8};
    return p2p_translate(translator, &from, &to);
}

static p2p_translator create(void)
{
    p2p_options options = {sizeof options, P2P_PROVIDER_CPU, 1, 0, 0};
    p2p_translator translator = 0;
    check(p2p_create(&options, &translator) == P2P_OK);
    check(p2p_load(translator, generator) == P2P_OK);
    return translator;
}

static DWORD WINAPI together(void *unused)
{
    size_t size = (size_t)info.output_width * (size_t)info.output_height * 4;
    uint8_t *output = malloc(size);
    p2p_translator own = create();
    (void)unused;
    for (int i = 0; i < rounds; i++) {
        p2p_translator one = i % 2 ? shared : own;
        memset(output, 7, size);
        check(translate(one, output) == P2P_OK && !memcmp(output, expected, size));
        if (i % 5 == 1)
            check(p2p_load(one, generator) == P2P_OK);
        if (i % 5 == 3)
            check(p2p_load(one, broken) == P2P_BAD_GENERATOR && strstr(p2p_last_error(), "can't be used"));
        if (i % 5 == 4)
            check(translate(0, output) == P2P_INVALID_HANDLE && strstr(p2p_last_error(), "never created"));
    }
    check(p2p_destroy(own) == P2P_OK);
    free(output);
    return 0;
}

static DWORD WINAPI one_call(void *unused)
{
    (void)unused;
    check(p2p_destroy(0) == P2P_INVALID_HANDLE && *p2p_last_error());
    return 0;
}

static unsigned long kilobytes(void)
{
    PROCESS_MEMORY_COUNTERS counters = {.cb = sizeof counters};
    GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters);
    return (unsigned long)(counters.WorkingSetSize / 1024);
}

static void run(LPTHREAD_START_ROUTINE routine)
{
    HANDLE threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        threads[i] = CreateThread(NULL, 0, routine, NULL, 0, NULL);
    WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE);
    for (int i = 0; i < THREADS; i++)
        CloseHandle(threads[i]);
}

int main(int count, char **arguments)
{
    if (count == 3 && !strcmp(arguments[1], "ends")) {
        unsigned long before = 0;
        int all = atoi(arguments[2]) / THREADS;
        for (int i = 0; i < all; i++) {
            if (i == all / 5)
                before = kilobytes();
            run(one_call);
        }
        printf("%ld calls, %ld wrong, %lu %lu\n", calls, wrong, before, kilobytes());
        return 0;
    }
    if (count != 5 || strcmp(arguments[1], "together"))
        return 2;
    generator = arguments[2];
    broken = arguments[3];
    rounds = atoi(arguments[4]);
    shared = create();
    check(p2p_get_info(shared, &info) == P2P_OK);
    input = malloc((size_t)info.width * (size_t)info.height * 4);
    expected = malloc((size_t)info.output_width * (size_t)info.output_height * 4);
    for (int i = 0; i < info.width * info.height * 4; i++)
        input[i] = (uint8_t)(i * 7);
    check(translate(shared, expected) == P2P_OK);
    run(together);
    check(p2p_destroy(shared) == P2P_OK);
    printf("%ld calls, %ld wrong\n", calls, wrong);
    return 0;
}
