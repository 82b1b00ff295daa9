/*
 * What crt.c does for the C library, looked at from inside: with -DLIBRARY a .dll that is linked with it, else the program that loads this .dll.
 *   start LIBRARY          prints the stack cookie, the initialisers that ran, how often a thread's variable was initialised in old and in new threads, and what ran at the end
 *   start LIBRARY overrun  returns through a frame whose cookie is wrong
 */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

#ifdef LIBRARY

#define EXPORT __declspec(dllexport)

extern ULONG_PTR __security_cookie;
extern ULONG _tls_index;
extern void __dyn_tls_on_demand_init(void);

__attribute__((section(".tls$"))) static int initialised = 0;
static int c, cpp;
static int *at_end;

static int count_c(void) { return c++, 0; }
static void count_cpp(void) { cpp++; }
static int *here(void);
static void count_thread(void) { ++*here(); }
static void end(void) { ++*at_end; }

__attribute__((section(".CRT$XIU"), used)) static int (*const one)(void) = count_c;
__attribute__((section(".CRT$XCU"), used)) static void (*const two)(void) = count_cpp;
__attribute__((section(".CRT$XDU"), used)) static void (*const three)(void) = count_thread;

extern char __tls_guard;
extern const IMAGE_TLS_DIRECTORY64 _tls_used;

static int *here(void)
{
    char *const *blocks = ((char *const *const *)NtCurrentTeb())[11];
    return (int *)(blocks[_tls_index] + ((ULONG_PTR)&initialised - _tls_used.StartAddressOfRawData));
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)module, (void)reason, (void)reserved;
    return TRUE;
}

EXPORT ULONG_PTR cookie(void) { return __security_cookie; }
EXPORT int initialisers(void) { return c * 10 + cpp; }
EXPORT int of_this_thread(void) { return __dyn_tls_on_demand_init(), __dyn_tls_on_demand_init(), *here(); }
EXPORT int of_new_thread(void) { return *here(); }
EXPORT void at_the_end(int *count) { at_end = count, atexit(end); }
EXPORT void overrun(void) { __asm__ volatile("movq $1, %%rcx\n\tcall __security_check_cookie" ::: "rcx"); }

#else

typedef int (*asked)(void);

static HANDLE loaded;
static asked old, new;

static DWORD WINAPI before(void *unused)
{
    (void)unused;
    WaitForSingleObject(loaded, INFINITE);
    return (DWORD)old();
}

static DWORD WINAPI after(void *unused)
{
    (void)unused;
    return (DWORD)new();
}

static DWORD answer(HANDLE thread)
{
    DWORD code = 0;
    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &code);
    return code;
}

int main(int count, char **arguments)
{
    int ended = 0;
    loaded = CreateEventA(NULL, TRUE, FALSE, NULL);
    HANDLE first = CreateThread(NULL, 0, before, NULL, 0, NULL);
    HMODULE library = LoadLibraryA(arguments[1]);
    if (!library)
        return puts("no library"), 1;
    if (count == 3)
        ((void (*)(void))(void *)GetProcAddress(library, "overrun"))();
    old = (asked)(void *)GetProcAddress(library, "of_this_thread");
    new = (asked)(void *)GetProcAddress(library, "of_new_thread");
    SetEvent(loaded);
    unsigned long long cookie = ((unsigned long long (*)(void))(void *)GetProcAddress(library, "cookie"))();
    int initialisers = ((asked)(void *)GetProcAddress(library, "initialisers"))();
    int own = new();
    DWORD in_old = answer(first), in_new = answer(CreateThread(NULL, 0, after, NULL, 0, NULL));
    ((void (*)(int *))(void *)GetProcAddress(library, "at_the_end"))(&ended);
    FreeLibrary(library);
    printf("%llx %d %d %lu %lu %d\n", cookie, initialisers, own, in_old, in_new, ended);
    return 0;
}

#endif
