/* python.exe and pythonw.exe of the Windows Python that builds under Wine: they load CPython's own DLL from
 * the folder they stand in, and hand over the command line. Never shipped. */

#include <windows.h>

typedef int (*main_function)(int, wchar_t **);

static int start(int argc, wchar_t **argv)
{
    HMODULE python = LoadLibraryW(PYTHON_DLL);
    if (!python)
        return 120;
    main_function run = (main_function)(void *)GetProcAddress(python, "Py_Main");
    return run ? run(argc, argv) : 121;
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}
#else
int wmain(int argc, wchar_t **argv)
{
    return start(argc, argv);
}
#endif
