// Documents over poppler-glib, where poppler's private headers are missing: characters with boxes, no lines, no tags.
#include "CPopplerShim.h"

#ifdef CVT_WITHOUT_PRIVATE_POPPLER

#    include "PageInk.hpp"

#    include <algorithm>
#    include <cairo.h>
#    include <cmath>
#    include <memory>
#    include <poppler.h>
#    include <string>
#    include <string_view>
#    include <vector>

struct cvt_document {
    PopplerDocument *pdf = nullptr;
    cvt_status status = cvt_status_ok;
    std::string lastText;
    cvt::PageInk ink;
};

namespace {

struct Unref {
    void operator()(void *object) const { g_object_unref(object); }
};
using PagePointer = std::unique_ptr<PopplerPage, Unref>;

struct Free {
    void operator()(char *string) const { g_free(string); }
};
using Text = std::unique_ptr<char, Free>;

using AttachmentPointer = std::unique_ptr<PopplerAttachment, Unref>;

std::vector<AttachmentPointer> attachmentsOf(cvt_document *document)
{
    std::vector<AttachmentPointer> files;
    GList *list = poppler_document_get_attachments(document->pdf);
    for (const GList *item = list; item; item = item->next) {
        files.emplace_back(static_cast<PopplerAttachment *>(item->data));
    }
    g_list_free(list);
    return files;
}

PagePointer pageOf(cvt_document *document, int32_t number)
{
    const bool exists = document->pdf && number >= 1 && number <= poppler_document_get_n_pages(document->pdf);
    return PagePointer(exists ? poppler_document_get_page(document->pdf, number - 1) : nullptr);
}

// The font of a run of characters; added where the page has not had it yet.
int32_t fontIndex(const PopplerTextAttributes &run, std::vector<cvt::FontRecord> &fonts)
{
    std::string name = run.font_name ? run.font_name : "";
    name = name.size() > 7 && name[6] == '+' ? name.substr(7) : name;
    const auto found = std::find_if(fonts.begin(), fonts.end(), [&](const cvt::FontRecord &font) { return font.name == name; });
    if (found == fonts.end()) {
        const bool isBold = name.find("Bold") != name.npos, isItalic = name.find("Italic") != name.npos || name.find("Oblique") != name.npos;
        fonts.push_back({ 0, 0, name, isBold, isItalic, false, 0, 0, 1 });
        return static_cast<int32_t>(fonts.size() - 1);
    }
    return static_cast<int32_t>(found - fonts.begin());
}

void appendRun(const PopplerTextAttributes &run, const PopplerRectangle *boxes, guint boxCount, const gunichar *scalars, glong scalarCount, cvt::PageInk &ink)
{
    const int32_t font = fontIndex(run, ink.fonts);
    const auto part = [](guint16 value) -> uint32_t { return value >> 8; };
    for (gint k = std::max(0, run.start_index); k <= run.end_index && k < static_cast<gint>(boxCount) && k < scalarCount; ++k) {
        // Ends of lines come as characters too; poppler added them.
        if (scalars[k] < 0x20 || !ink.takesMark()) {
            continue;
        }
        const PopplerRectangle &box = boxes[k];
        cvt_glyph glyph {};
        glyph.x0 = box.x1;
        glyph.y0 = box.y1;
        glyph.x1 = box.x2;
        glyph.y1 = box.y2;
        glyph.size = run.font_size;
        // The baseline is not told: poppler's boxes are as high as ascent and descent, mostly in this proportion.
        glyph.baseline = box.y2 - 0.25 * (box.y2 - box.y1);
        glyph.text_start = static_cast<uint32_t>(ink.scalars.size());
        glyph.text_count = 1;
        glyph.font = font;
        glyph.marked_content = -1;
        glyph.color = part(run.color.red) << 16 | part(run.color.green) << 8 | part(run.color.blue);
        ink.scalars.push_back(scalars[k]);
        ink.glyphs.push_back(glyph);
    }
}

void readText(PopplerPage *page, cvt::PageInk &ink)
{
    const Text text(poppler_page_get_text(page));
    PopplerRectangle *boxes = nullptr;
    guint boxCount = 0;
    if (!text || !poppler_page_get_text_layout(page, &boxes, &boxCount)) {
        return;
    }
    glong scalarCount = 0;
    gunichar *scalars = g_utf8_to_ucs4_fast(text.get(), -1, &scalarCount);
    GList *runs = poppler_page_get_text_attributes(page);
    for (const GList *item = runs; item; item = item->next) {
        appendRun(*static_cast<const PopplerTextAttributes *>(item->data), boxes, boxCount, scalars, scalarCount, ink);
    }
    poppler_page_free_text_attributes(runs);
    g_free(scalars);
    g_free(boxes);
}

} // namespace

bool cvt_has_vector_ink(void)
{
    return false;
}

cvt_document *cvt_document_open(const uint8_t *bytes, size_t count, const char *password)
{
    auto *document = new cvt_document;
    GBytes *borrowed = g_bytes_new_static(bytes, count);
    GError *error = nullptr;
    document->pdf = poppler_document_new_from_bytes(borrowed, password, &error);
    g_bytes_unref(borrowed);
    if (!document->pdf) {
        document->status = error && error->code == POPPLER_ERROR_ENCRYPTED ? cvt_status_locked : cvt_status_damaged;
    }
    g_clear_error(&error);
    return document;
}

void cvt_document_close(cvt_document *document)
{
    if (document->pdf) {
        g_object_unref(document->pdf);
    }
    delete document;
}

cvt_status cvt_document_status(const cvt_document *document)
{
    return document->status;
}

// Not told directly: an encrypted file that opens without a password restricts something.
bool cvt_document_is_encrypted(const cvt_document *document)
{
    return document->pdf && poppler_document_get_permissions(document->pdf) != POPPLER_PERMISSIONS_FULL;
}

int32_t cvt_document_page_count(const cvt_document *document)
{
    return document->pdf ? poppler_document_get_n_pages(document->pdf) : 0;
}

cvt_text cvt_document_info(cvt_document *document, const char *key)
{
    const std::string_view name = key;
    const auto dateText = [](time_t time) {
        char text[32] = "";
        struct tm parts {};
        if (time != static_cast<time_t>(-1) && gmtime_r(&time, &parts)) {
            strftime(text, sizeof text, "D:%Y%m%d%H%M%SZ", &parts);
        }
        return std::string(text);
    };
    const auto copied = [](char *text) { return Text(text) ? std::string(text) : std::string(); };
    PopplerDocument *pdf = document->pdf;
    document->lastText = name == "Title" ? copied(poppler_document_get_title(pdf))
        : name == "Author"               ? copied(poppler_document_get_author(pdf))
        : name == "CreationDate"         ? dateText(poppler_document_get_creation_date(pdf))
        : name == "ModDate"              ? dateText(poppler_document_get_modification_date(pdf))
                                         : std::string();
    return document->lastText.empty() ? cvt_text {} : cvt::textOf(document->lastText);
}

cvt_text cvt_document_language(cvt_document *)
{
    return {};
}

int32_t cvt_document_attachment_count(cvt_document *document)
{
    return document->pdf ? static_cast<int32_t>(attachmentsOf(document).size()) : 0;
}

cvt_text cvt_document_attachment_name(cvt_document *document, int32_t index)
{
    const auto files = attachmentsOf(document);
    const char *name = files[index]->name;
    document->lastText = name ? name : "";
    return name ? cvt::textOf(document->lastText) : cvt_text {};
}

cvt_text cvt_document_attachment_bytes(cvt_document *document, int32_t index, size_t limit)
{
    document->lastText.clear();
    const auto files = attachmentsOf(document);
    struct Taken {
        std::string &text;
        size_t limit;
    } taken { document->lastText, limit };
    const auto append = [](const gchar *bytes, gsize count, gpointer data, GError **) -> gboolean {
        auto &taken = *static_cast<Taken *>(data);
        taken.text.append(bytes, std::min<size_t>(count, taken.limit + 1 - taken.text.size()));
        return taken.text.size() <= taken.limit;
    };
    poppler_attachment_save_to_callback(files[index].get(), append, &taken, nullptr);
    return { document->lastText.data(), document->lastText.size() };
}

// poppler-glib keeps poppler's messages to itself.
size_t cvt_document_message_count(const cvt_document *)
{
    return 0;
}

cvt_message cvt_document_message(const cvt_document *, size_t)
{
    return {};
}

void cvt_document_clear_messages(cvt_document *) { }

const cvt_page *cvt_document_read_page(cvt_document *document, int32_t number)
{
    const PagePointer page = pageOf(document, number);
    if (!page) {
        return nullptr;
    }
    document->ink.clear();
    poppler_page_get_size(page.get(), &document->ink.width, &document->ink.height);
    readText(page.get(), document->ink);
    return document->ink.view();
}

cvt_text cvt_document_picture(cvt_document *document, int32_t number, double dotsPerInch)
{
    document->lastText.clear();
    const PagePointer page = pageOf(document, number);
    double width = 0, height = 0;
    if (page) {
        poppler_page_get_size(page.get(), &width, &height);
    }
    const double scale = dotsPerInch / 72;
    const double columns = std::ceil(width * scale), rows = std::ceil(height * scale);
    if (!(columns * rows > 0 && columns * rows <= static_cast<double>(cvt_pixel_limit))) {
        return {};
    }
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(columns), static_cast<int>(rows));
    cairo_t *context = cairo_create(surface);
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
    cairo_scale(context, scale, scale);
    poppler_page_render(page.get(), context);
    const auto append = [](void *text, const unsigned char *bytes, unsigned int count) {
        static_cast<std::string *>(text)->append(reinterpret_cast<const char *>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    };
    cairo_surface_write_to_png_stream(surface, append, &document->lastText);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    return document->lastText.empty() ? cvt_text {} : cvt::textOf(document->lastText);
}

cvt_structure cvt_document_structure(cvt_document *)
{
    return {};
}

#endif
