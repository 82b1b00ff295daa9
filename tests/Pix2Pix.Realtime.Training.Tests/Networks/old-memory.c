// Preloaded into a program: what it allocates on a boundary, as libtorch does all tensors, begins as NaN (all bits set), which memory that was used before may hold.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

int posix_memalign(void **memory, size_t boundary, size_t size)
{
    static int (*real)(void **, size_t, size_t);
    if (!real)
    {
        real = (int (*)(void **, size_t, size_t))dlsym(RTLD_NEXT, "posix_memalign");
    }

    int fault = real(memory, boundary, size);
    if (!fault && *memory)
    {
        memset(*memory, 0xff, size);
    }

    return fault;
}
