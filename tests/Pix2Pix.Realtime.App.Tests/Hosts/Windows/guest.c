/*
 * A program that loads the C library from another folder, as an engine loads a plugin.
 *   guest unload LIBRARY GENERATOR   loads it, lets it go and calls it again
 *   guest gl LIBRARY GENERATOR       translates from texture to texture on a WGL context, and compares with the same through memory
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
#include <GL/gl.h>

#include "pix2pix_realtime.h"

#define CALL(name) ((__typeof__(&name))(void *)GetProcAddress(library, #name))

static HMODULE library;

static int failed(const char *what)
{
    return printf("%s: %s\n", what, library ? CALL(p2p_last_error)() : "the library is not there"), 1;
}

static void *P2P_CALL find(void *user, const char *name)
{
    (void)user;
    return (void *)wglGetProcAddress(name);
}

static int translated(p2p_translator *translator, const char *generator)
{
    p2p_options options = {sizeof options, P2P_PROVIDER_CPU, 1, 0, 0};
    return CALL(p2p_create)(&options, translator) == P2P_OK && CALL(p2p_load)(*translator, generator) == P2P_OK;
}

static int unload(const char *path, const char *generator)
{
    p2p_translator translator;
    /* Before the first call nothing of .NET runs yet. */
    FreeLibrary(library);
    library = LoadLibraryA(path);
    if (!library || !translated(&translator, generator))
        return failed("first");
    for (int i = 0; i < 3; i++)
        FreeLibrary(library);
    library = GetModuleHandleA(path);
    if (!library || CALL(p2p_destroy)(translator) != P2P_OK || !translated(&translator, generator))
        return failed("after FreeLibrary");
    return puts("still there"), 0;
}

static GLuint texture(int width, int height, const void *pixels)
{
    GLuint name;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    return name;
}

static int gl(const char *generator)
{
    PIXELFORMATDESCRIPTOR format = {.nSize = sizeof format, .nVersion = 1, .dwFlags = PFD_DRAW_TO_WINDOW | PFD_SUPPORT_OPENGL, .cColorBits = 32};
    HWND window = CreateWindowA("STATIC", "", WS_POPUP, 0, 0, 8, 8, NULL, NULL, NULL, NULL);
    HDC device = GetDC(window);
    p2p_translator translator;
    p2p_info info = {.struct_size = sizeof info};
    if (!translated(&translator, generator) || CALL(p2p_get_info)(translator, &info) != P2P_OK)
        return failed("load");
    if (CALL(p2p_gl_attach)(translator, find, NULL) != P2P_NO_CONTEXT)
        return failed("attach without a context");
    if (!SetPixelFormat(device, ChoosePixelFormat(device, &format), &format) || !wglMakeCurrent(device, wglCreateContext(device)))
        return puts("no OpenGL context"), 1;

    size_t size = (size_t)info.width * (size_t)info.height * 4;
    uint8_t *input = malloc(size), *memory = calloc(1, size), *video = calloc(1, size);
    for (size_t i = 0; i < size; i++)
        input[i] = i % 4 == 3 ? 255 : (uint8_t)(i * 7);
    p2p_image from = {sizeof from, P2P_IMAGE_TOP_DOWN, info.width, info.height, (int64_t)info.width * 4, input, P2P_FORMAT_RGBA8}, to = from;
    to.pixels = memory;
    if (CALL(p2p_translate)(translator, &from, &to) != P2P_OK || CALL(p2p_gl_attach)(translator, find, NULL) != P2P_OK)
        return failed("attach");
    GLuint textures[] = {texture(info.width, info.height, input), texture(info.width, info.height, NULL)};
    if (CALL(p2p_gl_translate)(translator, textures[0], textures[1], P2P_IMAGE_TOP_DOWN) != P2P_OK)
        return failed("translate");
    glBindTexture(GL_TEXTURE_2D, textures[1]);
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RGBA, GL_UNSIGNED_BYTE, video);
    return puts(memcmp(memory, video, size) ? "another picture" : "the same picture"), 0;
}

int main(int count, char **arguments)
{
    if (count != 4)
        return 2;
    library = LoadLibraryA(arguments[2]);
    if (!library)
        return failed("load");
    return strcmp(arguments[1], "gl") ? unload(arguments[2], arguments[3]) : gl(arguments[3]);
}
