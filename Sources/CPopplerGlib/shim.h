// poppler's GLib interface: page pictures, and text where poppler's private headers are missing.
#include <poppler.h>
