/* Part of Windows, missing in wine 8; lies in the proof's wine prefix only, never in what is
 * built. The random bytes are wine's own, from the kernel. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T size) {
    while (size) {
        ULONG part = size > 65536 ? 65536 : (ULONG)size;
        if (!RtlGenRandom(bytes, part)) return FALSE;
        bytes += part;
        size -= part;
    }
    return TRUE;
}
