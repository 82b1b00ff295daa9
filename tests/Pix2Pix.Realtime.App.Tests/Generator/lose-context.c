// Preloaded into a program: its OpenGL driver says that it reset the card, once, when the file that LOSE_CONTEXT names is there. All else is the driver's own.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef void *(*find)(const char *);

static find real_find;

static unsigned status(void)
{
    const char *file = getenv("LOSE_CONTEXT");
    return file && unlink(file) == 0 ? 0x8253 : 0; // GL_GUILTY_CONTEXT_RESET
}

static void *find_function(const char *name)
{
    return strncmp(name, "glGetGraphicsResetStatus", 24) == 0 ? (void *)status : real_find(name);
}

void *dlsym(void *library, const char *name)
{
    static void *(*real)(void *, const char *);
    if (!real)
        real = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34");
    if (!real)
        real = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.2.5");
    void *found = real(library, name);
    if (found && strcmp(name, "glXGetProcAddressARB") == 0)
    {
        real_find = (find)found;
        return (void *)find_function;
    }
    return found && strcmp(name, "glXGetProcAddress") == 0 ? (void *)find_function : found;
}
