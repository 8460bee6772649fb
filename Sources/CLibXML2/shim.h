// libxml2's push parser with its own handlers; nothing else of the library is used.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
