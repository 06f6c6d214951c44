/* Stands in, under a Wine that lacks it, for the one function of
 * bcryptprimitives.dll that Go needs to start. Used to try the programs, never
 * shipped: Windows has the real one. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
  return RtlGenRandom(data, (ULONG)length);
}
