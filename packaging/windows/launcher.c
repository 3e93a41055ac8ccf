/* Opens Ieum with its own Python: no Python, setting or library of this computer takes part.
 *
 * Built twice: ieum-window.exe (WINDOW=1, no console) and ieum.exe. It loads
 * runtime\python313.dll from its own folder into this process and runs app\start.py; there is
 * no python.exe in what is installed, so nothing here runs a script of somebody else's choice.
 *
 * Libraries come from System32 and from the program's own folders, which only an administrator
 * can write to; never from the current folder or the PATH.
 */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#ifdef WINDOW
#define FACE L"window"
#else
#define FACE L"terminal"
#endif

#define LONGEST 32768
#define OWN_WORDS 8

typedef int (*py_main)(int, wchar_t **);

static wchar_t self[LONGEST], script[LONGEST], runtime[LONGEST], python[LONGEST];

/* What stands in both languages: nothing that could speak one has been loaded yet. */
static const wchar_t broken[] =
    L"\xC774\xC74C\xC758 \xD30C\xC77C\xC774 \xBE60\xC838 \xC788\xC5B4 \xC5F4 \xC218 "
    L"\xC5C6\xC2B5\xB2C8\xB2E4. \xAE30\xB85D\xC740 \xADF8\xB300\xB85C \xC788\xC2B5\xB2C8"
    L"\xB2E4.\n\xC804\xC0B0 \xB2F4\xB2F9\xC790\xC5D0\xAC8C \xB2E4\xC2DC \xC124\xCE58\xD574 "
    L"\xB2EC\xB77C\xACE0 \xC54C\xB824 \xC8FC\xC2ED\xC2DC\xC624.\n\n"
    L"A file of Ieum is missing, so it cannot be opened. The records are untouched.\n"
    L"Please ask IT to install it again.\n\n";

static int refuse(const wchar_t *what) {
    static wchar_t said[LONGEST];
    lstrcpynW(said, broken, LONGEST);
    lstrcpynW(said + lstrlenW(said), what, 400);
#ifdef WINDOW
    MessageBoxW(NULL, said, L"\xC774\xC74C", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#else
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    lstrcpynW(said + lstrlenW(said), L"\r\n", 3);
    if (!WriteConsoleW(out, said, lstrlenW(said), &written, NULL)) {
        static char bytes[LONGEST];
        int size = WideCharToMultiByte(CP_UTF8, 0, said, -1, bytes, LONGEST, NULL, NULL);
        WriteFile(out, bytes, size > 0 ? size - 1 : 0, &written, NULL);
    }
#endif
    return 3;
}

/* The folder of this program, with its last backslash; 0 where it cannot be told. */
static int find_self(wchar_t *folder) {
    DWORD size = GetModuleFileNameW(NULL, self, LONGEST);
    if (size == 0 || size >= LONGEST - 64) return 0;
    lstrcpynW(folder, self, LONGEST);
    wchar_t *last = wcsrchr(folder, L'\\');
    if (last == NULL) return 0;
    last[1] = 0;
    return 1;
}

static void join(wchar_t *out, const wchar_t *folder, const wchar_t *name) {
    lstrcpynW(out, folder, LONGEST);
    lstrcpynW(out + lstrlenW(out), name, LONGEST - lstrlenW(out));
}

/* Windows knows its own zone. Its C library believes a TZ first, and reads the names of other
 * systems as UTC ("Asia/Seoul"): every day and time on screen and paper would be another one.
 * What Python brought along keeps a copy of the environment, which is told as well. */
static void forget_zone(void) {
    SetEnvironmentVariableW(L"TZ", NULL);
    HMODULE library = GetModuleHandleW(L"ucrtbase.dll");
    if (library == NULL) return;
    int (*put)(const wchar_t *) =
        (int (*)(const wchar_t *))(void *)GetProcAddress(library, "_wputenv");
    if (put != NULL) put(L"TZ=");
}

static int run(int count, wchar_t **words) {
    static wchar_t folder[LONGEST];
    if (!find_self(folder)) return refuse(L"GetModuleFileName");
    join(runtime, folder, L"runtime");
    join(python, folder, L"runtime\\python313.dll");
    join(script, folder, L"app\\start.py");
    if (GetFileAttributesW(script) == INVALID_FILE_ATTRIBUTES) return refuse(script);
    AddDllDirectory(runtime);
    HMODULE dll = LoadLibraryExW(
        python, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (dll == NULL) return refuse(python);
    forget_zone();
    py_main start = (py_main)(void *)GetProcAddress(dll, "Py_Main");
    if (start == NULL) return refuse(python);
    wchar_t *own[OWN_WORDS] = {self, L"-I", L"-S", L"-B", L"-X", L"utf8", script, FACE};
    wchar_t **all = calloc((size_t)count + OWN_WORDS, sizeof *all);
    if (all == NULL) return refuse(L"memory");
    for (int at = 0; at < OWN_WORDS; at++) all[at] = own[at];
    for (int at = 1; at < count; at++) all[OWN_WORDS + at - 1] = words[at];
    return start(OWN_WORDS + count - 1, all);
}

static void harden(void) {
    HeapSetInformation(NULL, HeapEnableTerminationOnCorruption, NULL, 0);
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS);
    SetDllDirectoryW(L"");
    /* a crash of the window leaves no picture of its memory with the system's reporting */
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE me, HINSTANCE before, PWSTR line, int show) {
    (void)me; (void)before; (void)line; (void)show;
    harden();
    return run(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words) {
    harden();
    return run(count, words);
}
#endif
