// nettle: the SHA-256 of sources.
#include <nettle/sha2.h>
