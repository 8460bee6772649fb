// libzip: the members of a ZIP archive by name, from memory.
#include <zip.h>
