/*
 * What Microsoft's C runtime brings into a DLL by static linking, for the one that lld links on Linux: the start, thread-local storage, stack cookies. All else
 * comes from Windows' own ucrtbase.dll. mingw-w64's start-up code does not fit: it knows no __tls_guard and would initialise a thread's variables twice.
 * Names and contracts are those that Microsoft's compiler relies on, which made the .NET runtime's libraries.
 */
#include <windows.h>
#include <process.h>
#include <stdlib.h>

#define SECTION(name) __attribute__((section(name), used))
#define NAKED __attribute__((naked, used))

typedef void (*initialiser)(void);
typedef int (*checked_initialiser)(void);

/* Says that floating point is used. */
int _fltused = 1;

/* --- the linker sorts what lies between these by the letters after the $ ------------------------------------------------------------------- */
SECTION(".CRT$XIA") static const checked_initialiser first_c = NULL;
SECTION(".CRT$XIZ") static const checked_initialiser last_c = NULL;
SECTION(".CRT$XCA") static const initialiser first_cpp = NULL;
SECTION(".CRT$XCZ") static const initialiser last_cpp = NULL;
SECTION(".CRT$XDA") static const initialiser first_of_thread = NULL;
SECTION(".CRT$XDZ") static const initialiser last_of_thread = NULL;
SECTION(".CRT$XLA") static const PIMAGE_TLS_CALLBACK first_callback = NULL;
SECTION(".CRT$XLZ") static const PIMAGE_TLS_CALLBACK last_callback = NULL;
SECTION(".tls") static char tls_begin = 0;
SECTION(".tls$ZZZ") static char tls_end = 0;

/* Null pointers are padding. */
static void run(const initialiser *from, const initialiser *to)
{
    for (; from < to; from++)
        if (*from)
            (*from)();
}

/* --- thread-local storage ---------------------------------------------------------------------------------------------------------------------- */
ULONG _tls_index = 0;

/* Whether this thread's variables are initialised; code of the runtime reads it inline. */
SECTION(".tls$") char __tls_guard = 0;

const IMAGE_TLS_DIRECTORY64 _tls_used = {
    .StartAddressOfRawData = (ULONGLONG)&tls_begin,
    .EndAddressOfRawData = (ULONGLONG)&tls_end,
    .AddressOfIndex = (ULONGLONG)&_tls_index,
    .AddressOfCallBacks = (ULONGLONG)(&first_callback + 1),
};

/* The calling thread's copy of the guard: as far into its block as the original is into the template. */
static char *guard(void)
{
    char *const *blocks = ((char *const *const *)NtCurrentTeb())[11]; /* ThreadLocalStoragePointer */
    return blocks[_tls_index] + (&__tls_guard - &tls_begin);
}

/* Called by code that finds the guard unset: a thread that was there before the library. */
void __dyn_tls_on_demand_init(void)
{
    if (!*guard()) {
        *guard() = 1;
        run(&first_of_thread, &last_of_thread);
    }
}

/* Called by Windows for each thread that begins. */
void NTAPI __dyn_tls_init(PVOID module, DWORD reason, PVOID reserved)
{
    (void)module, (void)reserved;
    if (reason == DLL_THREAD_ATTACH)
        __dyn_tls_on_demand_init();
}

SECTION(".CRT$XLC") static const PIMAGE_TLS_CALLBACK thread_callback = __dyn_tls_init;

/* --- stack cookies: an overrun of a buffer changes the cookie before it changes a return address ------------------------------------------------ */
#define UNSET_COOKIE 0x00002B992DDFA232ULL

ULONG_PTR __security_cookie = UNSET_COOKIE;

/* Of what differs from start to start. The two high bytes stay 0, so that no string function writes past them. */
static void choose_cookie(void)
{
    FILETIME time;
    LARGE_INTEGER counter;
    GetSystemTimeAsFileTime(&time);
    QueryPerformanceCounter(&counter);
    ULONG_PTR cookie = ((ULONG_PTR)time.dwHighDateTime << 32 | time.dwLowDateTime) ^ (ULONG_PTR)counter.QuadPart << 13 ^ __rdtsc() << 7 ^
                       (ULONG_PTR)GetCurrentProcessId() << 29 ^ (ULONG_PTR)GetCurrentThreadId() << 17 ^ (ULONG_PTR)&cookie;
    cookie &= 0x0000FFFFFFFFFFFFULL;
    __security_cookie = cookie && cookie != UNSET_COOKIE ? cookie : UNSET_COOKIE + 1;
}

/* Called last in a function, with the cookie in rcx and the function's answer in its register: none may change. 2 = a stack cookie was overwritten. */
NAKED void __security_check_cookie(void)
{
    __asm__("cmpq __security_cookie(%rip), %rcx\n\tjne 1f\n\tret\n1:\tmovl $2, %ecx\n\tint $0x29");
}

/* For frames that an exception passes: none of them catches anything, and nothing returns through them. */
EXCEPTION_DISPOSITION __GSHandlerCheck(PEXCEPTION_RECORD record, PVOID frame, PCONTEXT context, PDISPATCHER_CONTEXT dispatcher)
{
    (void)record, (void)frame, (void)context, (void)dispatcher;
    return ExceptionContinueSearch;
}

/* 8 = an index was out of range. */
NAKED void __report_rangecheckfailure(void)
{
    __asm__("movl $8, %ecx\n\tint $0x29");
}

/* Calls by pointer go through this one, which Windows would replace in a program that asks for control flow guard. The address is in rax. */
NAKED static void call_unchecked(void)
{
    __asm__("jmp *%rax");
}

void *const __guard_dispatch_icall_fptr = (void *)call_unchecked;

/* --- functions of ucrtbase.dll that mingw-w64's import library has by address only, and one that it has not ------------------------------------ */
#define IMPORTED(name) __asm__(".globl " #name "\n" #name ":\tjmp *__imp_" #name "(%rip)")
IMPORTED(ceil);
IMPORTED(fmod);
IMPORTED(log);
IMPORTED(modf);

size_t strnlen(const char *text, size_t most)
{
    size_t length = 0;
    while (length < most && text[length])
        length++;
    return length;
}

/* --- new and delete, under the names that Microsoft's compiler gives them ------------------------------------------------------------------------ */
void *p2p_new(size_t size, const void *nothrow)
{
    (void)nothrow;
    return malloc(size ? size : 1);
}

void p2p_delete(void *memory)
{
    free(memory);
}

const char p2p_nothrow = 0;

__asm__(".section .drectve,\"yn\"\n"
        "\t.ascii \" /alternatename:?nothrow@std@@3Unothrow_t@1@B=p2p_nothrow\"\n"
        "\t.ascii \" /alternatename:??2@YAPEAX_KAEBUnothrow_t@std@@@Z=p2p_new\"\n"
        "\t.ascii \" /alternatename:??_U@YAPEAX_KAEBUnothrow_t@std@@@Z=p2p_new\"\n"
        "\t.ascii \" /alternatename:??3@YAXPEAX_K@Z=p2p_delete\"\n"
        "\t.ascii \" /alternatename:??_V@YAXPEAX@Z=p2p_delete\"\n"
        "\t.ascii \" /alternatename:__chkstk=___chkstk_ms\"\n"
        "\t.text");

/* --- the start and the end ------------------------------------------------------------------------------------------------------------------------- */
static _onexit_table_t at_exit;

int atexit(initialiser function)
{
    return _register_onexit_function(&at_exit, (_onexit_t)(void *)function);
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved);

static BOOL start(void)
{
    choose_cookie();
    if (_initialize_onexit_table(&at_exit))
        return FALSE;
    for (const checked_initialiser *one = &first_c; one < &last_c; one++)
        if (*one && (*one)())
            return FALSE;
    run(&first_cpp, &last_cpp);
    __dyn_tls_on_demand_init();
    return TRUE;
}

BOOL WINAPI _DllMainCRTStartup(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH && !start())
        return FALSE;
    BOOL done = DllMain(module, reason, reserved);
    if (reason == DLL_PROCESS_DETACH)
        _execute_onexit_table(&at_exit);
    return done;
}
