/* Part of Windows 10 and 11, missing in wine 8; lies in the proof's wine prefix only, never in
 * what is built. Qt asks it for alphabets that nobody here writes in: there are none. */
#define WITHOUT(name) __declspec(dllexport) void *name(void) { return 0; }
WITHOUT(ucnv_close) WITHOUT(ucnv_reset) WITHOUT(ucnv_getMaxCharSize) WITHOUT(ucnv_getName)
WITHOUT(ucnv_getToUCallBack) WITHOUT(ucnv_getFromUCallBack) WITHOUT(ucnv_setToUCallBack)
WITHOUT(ucnv_setFromUCallBack) WITHOUT(ucnv_cbToUWriteUChars) WITHOUT(ucnv_toUnicode)
WITHOUT(ucnv_cbFromUWriteUChars) WITHOUT(ucnv_toUCountPending) WITHOUT(ucnv_fromUCountPending)
WITHOUT(ucnv_getStandardName) WITHOUT(ucnv_getAvailableName) WITHOUT(ucnv_countAvailable)
WITHOUT(ucnv_fromUnicode) WITHOUT(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
WITHOUT(UCNV_TO_U_CALLBACK_SUBSTITUTE)

__declspec(dllexport) void *ucnv_open(const char *name, int *error) {
    (void)name;
    if (error) *error = 4; /* U_FILE_ACCESS_ERROR: no such converter */
    return 0;
}
