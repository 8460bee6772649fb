// The floor under a reader of Word documents built on libzip and libxml2: unpacks parts piece by piece and parses them with
// handlers that do nothing. Prints the unpacked bytes of all parts of all files.
//
//   docx-floor PART[,PART…] FILE…      e.g.  docx-floor word/document.xml,word/styles.xml *.docx
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

static void start(void *c, const xmlChar *l, const xmlChar *p, const xmlChar *u, int nn, const xmlChar **n, int na, int nd,
                  const xmlChar **a) {}
static void end(void *c, const xmlChar *l, const xmlChar *p, const xmlChar *u) {}
static void characters(void *c, const xmlChar *t, int n) {}

// The unpacked bytes of a part; -1 where it is not there.
static long parse(zip_t *archive, const char *name) {
  static xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .startElementNs = start, .endElementNs = end,
                                  .characters = characters, .ignorableWhitespace = characters, .cdataBlock = characters};
  static char chunk[64 << 10];
  zip_file_t *part = zip_fopen(archive, name, 0);
  if (!part) return -1;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  long total = 0;
  zip_int64_t n;
  while ((n = zip_fread(part, chunk, sizeof chunk)) > 0) {
    xmlParseChunk(parser, chunk, (int)n, 0);
    total += n;
  }
  xmlParseChunk(parser, chunk, 0, 1);
  xmlFreeParserCtxt(parser);
  zip_fclose(part);
  return total;
}

int main(int count, char **arguments) {
  if (count < 3) return 2;
  char *parts[8];
  int partCount = 0;
  for (char *part = strtok(arguments[1], ","); part && partCount < 8; part = strtok(NULL, ",")) parts[partCount++] = part;
  long total = 0;
  for (int file = 2; file < count; file++) {
    int error = 0;
    zip_t *archive = zip_open(arguments[file], ZIP_RDONLY, &error);
    if (!archive) return 1;
    for (int part = 0; part < partCount; part++) {
      long size = parse(archive, parts[part]);
      if (size < 0) return 1;
      total += size;
    }
    zip_discard(archive);
  }
  printf("%ld\n", total);
  return 0;
}
