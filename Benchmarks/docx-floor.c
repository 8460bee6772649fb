// The floor under a reader of Word documents built on libzip and libxml2: unpacks word/document.xml piece by piece and
// parses it with handlers that do nothing. Prints the unpacked bytes.
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

static void start(void *c, const xmlChar *l, const xmlChar *p, const xmlChar *u, int nn, const xmlChar **n, int na, int nd,
                  const xmlChar **a) {}
static void end(void *c, const xmlChar *l, const xmlChar *p, const xmlChar *u) {}
static void characters(void *c, const xmlChar *t, int n) {}

int main(int count, char **arguments) {
  int error = 0;
  if (count < 2) return 2;
  zip_t *archive = zip_open(arguments[1], ZIP_RDONLY, &error);
  if (!archive) return 1;
  zip_file_t *part = zip_fopen(archive, "word/document.xml", 0);
  if (!part) return 1;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = characters;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  static char chunk[64 << 10];
  long total = 0;
  zip_int64_t n;
  while ((n = zip_fread(part, chunk, sizeof chunk)) > 0) {
    xmlParseChunk(parser, chunk, (int)n, 0);
    total += n;
  }
  xmlParseChunk(parser, chunk, 0, 1);
  printf("%ld\n", total);
  xmlFreeParserCtxt(parser);
  zip_fclose(part);
  zip_discard(archive);
  return 0;
}
