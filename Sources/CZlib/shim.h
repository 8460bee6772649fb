// zlib: inflates the members of ZIP archives, and their checksums.
#include <zlib.h>
// A macro with a cast and a sizeof, which Swift does not import.
static inline int cvt_inflateInitRaw(z_streamp stream) { return inflateInit2(stream, -MAX_WBITS); }
