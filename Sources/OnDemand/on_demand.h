// Shared libraries that are opened when they are first needed: those who need none pay nothing for it at the start.
#ifndef CVT_ON_DEMAND_H
#define CVT_ON_DEMAND_H

#include <dlfcn.h>
#include <stddef.h>

/// Makes of `FUNCTIONS(X)`, which says `X(name)` for each function of a library, a structure NAME that holds a pointer to
/// each, and the function NAME_load, which opens FILE and fills the structure. It gives NULL, or what the system says is
/// missing, a text that lasts until this thread's next call of the dynamic linker. The library stays open.
///
/// The types of the pointers are those of the library's own header: a call that does not fit does not compile.
#define CVT_LIBRARY(NAME, FILE, FUNCTIONS)                                          \
  typedef struct {                                                                 \
    FUNCTIONS(CVT_LIBRARY_POINTER)                                                 \
  } NAME;                                                                          \
  static inline const char *NAME##_load(NAME *functions) {                         \
    void *const library = dlopen(FILE, RTLD_LAZY | RTLD_LOCAL);                    \
    if (library == NULL) return dlerror();                                         \
    FUNCTIONS(CVT_LIBRARY_LOOK_UP)                                                 \
    return NULL;                                                                   \
  }

#define CVT_LIBRARY_POINTER(NAME) __typeof__(&NAME) NAME;

#define CVT_LIBRARY_LOOK_UP(NAME)                              \
  functions->NAME = (__typeof__(&NAME))dlsym(library, #NAME);  \
  if (functions->NAME == NULL) return dlerror();

#endif
