#include "CPopplerShim.h"
#if __has_include(<OutputDev.h>)
int cvt_has_vector_ink(void) { return 1; }
#else
int cvt_has_vector_ink(void) { return 0; }
#endif
