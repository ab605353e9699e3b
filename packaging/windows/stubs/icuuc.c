/* Stands in for Windows 10's icuuc.dll in a Wine prefix, where Qt's text codecs import it. Never shipped.
 * Every call reports that the converter does not exist, so Qt uses its own built-in codecs. */

static const int u_file_access_error = 4;

#define ABSENT(name) \
    void *name(void *a, void *b, void *c, void *d, void *e, void *f, void *g, void *h) { return 0; }

void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = u_file_access_error;
    return 0;
}

ABSENT(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
ABSENT(UCNV_TO_U_CALLBACK_SUBSTITUTE)
ABSENT(ucnv_cbFromUWriteUChars)
ABSENT(ucnv_cbToUWriteUChars)
ABSENT(ucnv_close)
ABSENT(ucnv_countAvailable)
ABSENT(ucnv_fromUCountPending)
ABSENT(ucnv_fromUnicode)
ABSENT(ucnv_getAvailableName)
ABSENT(ucnv_getFromUCallBack)
ABSENT(ucnv_getMaxCharSize)
ABSENT(ucnv_getName)
ABSENT(ucnv_getStandardName)
ABSENT(ucnv_getToUCallBack)
ABSENT(ucnv_reset)
ABSENT(ucnv_setFromUCallBack)
ABSENT(ucnv_setToUCallBack)
ABSENT(ucnv_toUCountPending)
ABSENT(ucnv_toUnicode)
