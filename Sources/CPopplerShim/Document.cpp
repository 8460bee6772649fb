// Documents over poppler's private interface.
#include "CPopplerShim.h"

#include "Poppler.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "FieldTree.hpp"
#    include "InkDevice.hpp"
#    include "JPEG2000Search.hpp"
#    include "Picture.hpp"
#    include "Structure.hpp"
#    include "TextString.hpp"

#    include <dlfcn.h>
#    include <mutex>
#    include <string>
#    include <vector>

struct Message {
    int32_t category;
    std::string text;
};

struct cvt_document {
    cvt_document(const uint8_t *bytes, size_t count) : jpeg2000(bytes, count) { }

    std::unique_ptr<PDFDoc> pdf;
    std::vector<Message> messages;
    std::string lastText;
    cvt::InkDevice device;
    cvt::JPEG2000Search jpeg2000;
    cvt::Structure structure;
};

namespace {

// poppler has one callback for messages in a process: they belong to the document at which this thread is at work.
thread_local cvt_document *current = nullptr;

class AtWork
{
public:
    explicit AtWork(const cvt_document *document) : previous(current) { current = const_cast<cvt_document *>(document); }
    ~AtWork() { current = previous; }
    AtWork(const AtWork &) = delete;
    AtWork &operator=(const AtWork &) = delete;

private:
    cvt_document *previous;
};

void collect(ErrorCategory category, Goffset, const char *text)
{
    if (current && text && current->messages.size() < cvt_message_limit) {
        current->messages.push_back({ static_cast<int32_t>(category), text });
    }
}

// The form of the callback before 21.
[[maybe_unused]] void collect(void *, ErrorCategory category, Goffset position, const char *text)
{
    collect(category, position, text);
}

// Has poppler tell colours by the formulas of their spaces, which do to tell white from grey and black.
//
// To find the way from a file's ICC profile to sRGB takes a millisecond or more, for each profile that a file names; most of it goes into
// turning sRGB's curve around. poppler asks for no such way where the screen is not one of RGB or CMYK.
void leaveColorProfiles()
{
#    ifdef USE_CMS
    using ProfileFactory = void *(*)();
    if (const auto makeXYZ = reinterpret_cast<ProfileFactory>(dlsym(RTLD_DEFAULT, "cmsCreateXYZProfile"))) {
        GfxState::sRGBProfile = make_GfxLCMSProfilePtr(makeXYZ());
    }
#    endif
}

// poppler's settings exist once in a process and stay. Its colour profiles are made at the first use without a lock,
// so the first use is here.
void startPoppler()
{
    static std::once_flag once;
    std::call_once(once, [] {
        [[maybe_unused]] static const auto *settings = new GlobalParamsIniter(collect);
        leaveColorProfiles();
        const PDFRectangle box(0, 0, 1, 1);
        const GfxState state(72, 72, &box, 0, true);
    });
}

// Of the annotations only those that carry content of the page: values of form fields, typed text, stamps. Borders of
// links would look like cells, highlights like shading. What markup annotations say is taken down as comments, but for hidden ones
// and those that state what somebody thinks of another one: Accepted (ISO 32000-2, 12.5.6.3).
bool isContent(Annot *annotation, void *document)
{
    switch (annotation->getType()) {
    case Annot::typeWidget:
    case Annot::typeFreeText:
    case Annot::typeStamp:
    case Annot::typeWatermark:
        return true;
    case Annot::typeText:
        if (static_cast<const AnnotText *>(annotation)->getState() != AnnotText::stateUnknown) {
            return false;
        }
        [[fallthrough]];
    case Annot::typeLine:
    case Annot::typeSquare:
    case Annot::typeCircle:
    case Annot::typePolygon:
    case Annot::typePolyLine:
    case Annot::typeHighlight:
    case Annot::typeUnderline:
    case Annot::typeSquiggly:
    case Annot::typeStrikeOut:
    case Annot::typeCaret:
    case Annot::typeInk:
        if ((annotation->getFlags() & Annot::flagHidden) == 0) {
            static_cast<cvt_document *>(document)->device.takeComment(*annotation);
        }
        return false;
    default:
        return false;
    }
}

bool isCut(void *document)
{
    return static_cast<cvt_document *>(document)->device.ink.isCut;
}

Page *pageOf(cvt_document *document, int32_t number)
{
    Page *page = number >= 1 && number <= document->pdf->getNumPages() ? document->pdf->getPage(number) : nullptr;
    return page && page->isOk() ? page : nullptr;
}

cvt_text textAt(cvt_document *document, const Object &dictionary, const char *key)
{
    const Object value = dictionary.isDict() ? dictionary.dictLookup(key) : Object(objNull);
    if (!value.isString()) {
        return {};
    }
    document->lastText = cvt::decodeTextStringToUTF8(cvt::viewOf(value.getString()));
    return cvt::textOf(document->lastText);
}

} // namespace

bool cvt_has_vector_ink(void)
{
    return true;
}

cvt_document *cvt_document_open(const uint8_t *bytes, size_t count, const char *password)
{
    startPoppler();
    auto *document = new cvt_document(bytes, count);
    const AtWork atWork(document);
    document->pdf = cvt::openDocument(reinterpret_cast<const char *>(bytes), count, password);
    if (document->pdf->isOk() && cvt::dropEndlessFields(*document->pdf)) {
        collect(errSyntaxError, -1, "The form fields refer to one another without end and were left out");
    }
    return document;
}

void cvt_document_close(cvt_document *document)
{
    const AtWork atWork(document);
    document->pdf.reset();
    delete document;
}

cvt_status cvt_document_status(const cvt_document *document)
{
    if (document->pdf->isOk()) {
        return cvt_status_ok;
    }
    return document->pdf->getErrorCode() == errEncrypted ? cvt_status_locked : cvt_status_damaged;
}

bool cvt_document_is_encrypted(const cvt_document *document)
{
    return document->pdf->isOk() && document->pdf->isEncrypted();
}

int32_t cvt_document_page_count(const cvt_document *document)
{
    const AtWork atWork(document);
    return document->pdf->isOk() ? document->pdf->getNumPages() : 0;
}

cvt_text cvt_document_info(cvt_document *document, const char *key)
{
    const AtWork atWork(document);
    return textAt(document, document->pdf->getDocInfo(), key);
}

cvt_text cvt_document_language(cvt_document *document)
{
    const AtWork atWork(document);
    return textAt(document, document->pdf->getXRef()->getCatalog(), "Lang");
}

int32_t cvt_document_attachment_count(cvt_document *document)
{
    const AtWork atWork(document);
    return document->pdf->isOk() ? document->pdf->getCatalog()->numEmbeddedFiles() : 0;
}

cvt_text cvt_document_attachment_name(cvt_document *document, int32_t index)
{
    const AtWork atWork(document);
    const std::unique_ptr<FileSpec> file = document->pdf->getCatalog()->embeddedFile(index);
    if (!file->isOk() || !file->getFileName()) {
        return {};
    }
    document->lastText = cvt::decodeTextStringToUTF8(cvt::viewOf(file->getFileName()));
    return cvt::textOf(document->lastText);
}

cvt_text cvt_document_attachment_bytes(cvt_document *document, int32_t index, size_t limit)
{
    const AtWork atWork(document);
    document->lastText.clear();
    const std::unique_ptr<FileSpec> file = document->pdf->getCatalog()->embeddedFile(index);
    EmbFile *content = file->isOk() ? file->getEmbeddedFile() : nullptr;
    Stream *stream = content ? content->stream() : nullptr;
    if (!stream) {
        return {};
    }
    cvt::rewind(*stream);
    unsigned char piece[1 << 14];
    int count = 0;
    while (document->lastText.size() <= limit && (count = stream->doGetChars(sizeof piece, piece)) > 0) {
        document->lastText.append(reinterpret_cast<const char *>(piece), count);
    }
    stream->close();
    return { document->lastText.data(), std::min(document->lastText.size(), limit + 1) };
}

size_t cvt_document_message_count(const cvt_document *document)
{
    return document->messages.size();
}

cvt_message cvt_document_message(const cvt_document *document, size_t index)
{
    const Message &message = document->messages[index];
    return { cvt::textOf(message.text), message.category };
}

void cvt_document_clear_messages(cvt_document *document)
{
    document->messages.clear();
}

const cvt_page *cvt_document_read_page(cvt_document *document, int32_t number)
{
    const AtWork atWork(document);
    Page *page = pageOf(document, number);
    if (!page) {
        return nullptr;
    }
    constexpr double pointsPerInch = 72;
    document->device.begin(document->jpeg2000.isDrawn(*page));
    document->pdf->displayPageSlice(&document->device, number, pointsPerInch, pointsPerInch, 0, false, true, false, -1, -1, -1, -1, isCut, document, isContent, document);
    document->device.finish();
    return document->device.ink.view();
}

cvt_text cvt_document_picture(cvt_document *document, int32_t number, double dotsPerInch)
{
    const AtWork atWork(document);
    document->lastText = pageOf(document, number) ? cvt::drawPicture(*document->pdf, number, dotsPerInch) : std::string();
    return document->lastText.empty() ? cvt_text {} : cvt::textOf(document->lastText);
}

cvt_structure cvt_document_structure(cvt_document *document)
{
    const AtWork atWork(document);
    document->structure = cvt::readStructure(*document->pdf);
    return document->structure.view();
}

#endif
