// libxml2's reader, beside which the tests hold our own scanner.
#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers bring ICU's, which Foundation has in another version.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

// `xmlFree` is a variable, which Swift cannot call safely.
static inline void xml_text_free(xmlChar *text) { xmlFree(text); }
