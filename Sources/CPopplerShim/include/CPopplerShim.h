// The ink of PDF pages through poppler, as flat arrays.
//
// One interface, two sources: where poppler's private headers are present, a subclass of its OutputDev sees every
// drawing operation; else poppler-glib gives the characters alone, and `cvt_has_vector_ink()` says so.
//
// Coordinates are points, origin at the top left of the page as displayed (rotation and crop box applied), y downwards.
// A document belongs to one thread at a time. Nothing is printed: messages of poppler are collected per document.
#ifndef CVT_POPPLER_SHIM_H
#define CVT_POPPLER_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Whether lines, fills and pictures are seen, not only characters.
bool cvt_has_vector_ink(void);

// MARK: Documents

typedef struct cvt_document cvt_document;

typedef enum cvt_status {
  cvt_status_ok = 0,
  /// Not a PDF, or damaged beyond poppler's repair.
  cvt_status_damaged = 1,
  /// Encrypted, and the password (or its absence) does not open it.
  cvt_status_locked = 2,
} cvt_status;

/// Opens a document. Never returns NULL: ask `cvt_document_status`, and close it in any case.
///
/// The bytes are borrowed and must stay in place until the document is closed.
/// The password is tried as the user's and as the owner's; NULL for none.
cvt_document *cvt_document_open(const uint8_t *bytes, size_t count, const char *password);
void cvt_document_close(cvt_document *document);

cvt_status cvt_document_status(const cvt_document *document);
bool cvt_document_is_encrypted(const cvt_document *document);
/// The number of pages as stated by the page tree; the pages themselves may be missing.
int32_t cvt_document_page_count(const cvt_document *document);

/// UTF-8 (or the bytes of a picture) owned by the document, valid until its next call; `start` is NULL where there is
/// none.
typedef struct cvt_text {
  const char *start;
  size_t count;
} cvt_text;

/// A text string of the information dictionary (ISO 32000-2, 14.3.3), such as `Title`.
cvt_text cvt_document_info(cvt_document *document, const char *key);
/// The `Lang` entry of the catalog (ISO 32000-2, 14.9.2).
cvt_text cvt_document_language(cvt_document *document);

// MARK: Attachments

/// How many files the name tree `EmbeddedFiles` lists (ISO 32000-2, 7.11.4); those of annotations are not counted.
int32_t cvt_document_attachment_count(cvt_document *document);
/// The name of a file, counted from 0; `start` is NULL where its specification is broken.
cvt_text cvt_document_attachment_name(cvt_document *document, int32_t index);
/// The bytes of a file, counted from 0, cut off behind one more than the limit; `start` is NULL where there are none.
cvt_text cvt_document_attachment_bytes(cvt_document *document, int32_t index, size_t limit);

// MARK: Messages

/// What poppler had to say since the messages were last cleared; at most `cvt_message_limit` are kept.
typedef struct cvt_message {
  cvt_text text;
  /// poppler's ErrorCategory: 0 a warning, 1 an error of syntax, 2 configuration, 4 input and output, 5 not allowed,
  /// 6 not implemented, 7 internal.
  int32_t category;
} cvt_message;

enum { cvt_message_limit = 1000 };

size_t cvt_document_message_count(const cvt_document *document);
cvt_message cvt_document_message(const cvt_document *document, size_t index);
void cvt_document_clear_messages(cvt_document *document);

// MARK: Pages

enum {
  cvt_glyph_invisible = 1 << 0,
  cvt_glyph_clipped = 1 << 1,
  cvt_glyph_oblique = 1 << 2,
  cvt_glyph_vertical = 1 << 3,
  cvt_glyph_artifact = 1 << 4,
  cvt_glyph_unmapped = 1 << 5,
  cvt_glyph_emboldened = 1 << 6,
  cvt_glyph_covered = 1 << 7,
};

/// One drawn glyph.
typedef struct cvt_glyph {
  /// The advance box.
  double x0, y0, x1, y1;
  /// The y of the baseline of level text, the x of upright text.
  double baseline;
  /// The font size in points as displayed.
  double size;
  /// A range of `cvt_page.scalars`.
  uint32_t text_start, text_count;
  /// An index into `cvt_page.fonts`.
  int32_t font;
  /// The id of marked content, or -1; see `cvt_content_id`.
  int32_t marked_content;
  /// 0x00RRGGBB.
  uint32_t color;
  /// 0 right, 1 down, 2 left, 3 up.
  uint8_t direction;
  /// `cvt_glyph_…` flags.
  uint8_t traits;
} cvt_glyph;

/// A font as used on a page.
typedef struct cvt_font {
  /// The PostScript name without subset prefix, in UTF-8; empty where there is none.
  cvt_text name;
  bool is_bold, is_italic;
} cvt_font;

/// One straight level or upright piece of a stroked path.
typedef struct cvt_stroke {
  /// The ends of the middle line, caps included, left before right or top before bottom.
  double x0, y0, x1, y1;
  /// The width of the pen across the line; 0 for hairlines.
  double thickness;
  uint32_t color;
} cvt_stroke;

/// A filled area, as axis-parallel rectangles.
typedef struct cvt_fill {
  double x0, y0, x1, y1;
  uint32_t color;
} cvt_fill;

/// A picture.
typedef struct cvt_image {
  double x0, y0, x1, y1;
} cvt_image;

/// What somebody noted on a page: the contents of a markup annotation (ISO 32000-2, 12.5.6.2).
typedef struct cvt_comment {
  double x0, y0, x1, y1;
  cvt_text text;
} cvt_comment;

/// The ink of one page in drawing order (kind by kind), owned by its document and valid until the next page is read.
typedef struct cvt_page {
  double width, height;
  const cvt_glyph *glyphs;
  size_t glyph_count;
  const uint32_t *scalars;
  size_t scalar_count;
  const cvt_font *fonts;
  size_t font_count;
  const cvt_stroke *strokes;
  size_t stroke_count;
  const cvt_fill *fills;
  size_t fill_count;
  const cvt_image *images;
  size_t image_count;
  const cvt_comment *comments;
  size_t comment_count;
  /// The page draws more than `cvt_mark_limit` marks or `cvt_form_limit` forms; the rest was not read.
  bool is_cut;
  /// The ids of marked content were not credible and have been dropped.
  bool has_broken_marks;
} cvt_page;

/// Marks (glyphs, pieces of paths, pictures) of one page that are read at most.
enum { cvt_mark_limit = 4000000 };
/// Uses of form XObjects on one page that are followed at most.
enum { cvt_form_limit = 200000 };

/// Reads the ink of a page, counted from 1; NULL where there is no such page.
const cvt_page *cvt_document_read_page(cvt_document *document, int32_t number);

/// Draws a page, counted from 1, as a PNG picture owned by the document until its next call; `start` is NULL where there
/// is no such page or it would have more than `cvt_pixel_limit` pixels.
cvt_text cvt_document_picture(cvt_document *document, int32_t number, double dots_per_inch);

enum { cvt_pixel_limit = 40000000 };

// MARK: Structure

/// An element of the structure tree (ISO 32000-2, 14.7.2).
typedef struct cvt_element {
  /// The structure type after role mapping.
  cvt_text role;
  /// `RowSpan` and `ColSpan` of the table attributes (ISO 32000-2, 14.8.5.7); 1 where not stated.
  int32_t row_span, column_span;
  /// The index of the element above, or -1.
  int32_t parent;
  /// `ActualText`; `start` is NULL where there is none.
  cvt_text actual_text;
} cvt_element;

/// A piece of marked content that belongs to an element.
typedef struct cvt_content {
  /// An index into the elements.
  int32_t element;
  /// The page, counted from 1.
  int32_t page;
  /// Equal to `cvt_glyph.marked_content` of its glyphs.
  int32_t marked_content;
} cvt_content;

/// The structure tree: elements in document order (an element before those in it), content in document order.
typedef struct cvt_structure {
  const cvt_element *elements;
  size_t element_count;
  const cvt_content *contents;
  size_t content_count;
} cvt_structure;

/// Reads the structure tree, owned by the document; no elements where the file has none.
cvt_structure cvt_document_structure(cvt_document *document);

#ifdef __cplusplus
}
#endif
#endif
