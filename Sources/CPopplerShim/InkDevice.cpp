#include "InkDevice.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "FontRecords.hpp"
#    include "TextString.hpp"

#    include <algorithm>
#    include <cmath>
#    include <cstring>

namespace cvt {

namespace {

// The grey under which fills with patterns and shadings are told; nobody reads their colours.
constexpr uint32_t patternColor = 0xC0C0C0;
// Pictures smaller than this are dots, or boxes of patterns on pages where pictures are kept from poppler.
constexpr double leastImage = 1.5;
// A mask or picture this thin is a line.
constexpr double thinImage = 2;

// The box of the unit square, into which pictures are drawn.
Box unitSquare(const Transform &t)
{
    return { t.e + std::min(t.a, 0.0) + std::min(t.c, 0.0), t.f + std::min(t.b, 0.0) + std::min(t.d, 0.0), t.e + std::max(t.a, 0.0) + std::max(t.c, 0.0), t.f + std::max(t.b, 0.0) + std::max(t.d, 0.0) };
}

uint32_t packed(const GfxRGB &color)
{
    return static_cast<uint32_t>(colToByte(color.r)) << 16 | static_cast<uint32_t>(colToByte(color.g)) << 8 | colToByte(color.b);
}

} // namespace

int32_t contentID(int streamObject, int id)
{
    constexpr int idsInAStream = 1 << 16;
    if (id < 0 || id >= idsInAStream || streamObject < 0 || streamObject >= (1 << 15)) {
        return -1;
    }
    return streamObject * idsInAStream + id;
}

void InkDevice::begin(bool drawsJPEG2000)
{
    ink.clear();
    struckTwice.clear();
    coveredText.clear();
    marks.clear();
    forms.clear();
    groups.clear();
    replacement.clear();
    seenContents.clear();
    softMaskDepth = artifactDepth = replacementDepth = 0;
    replacementStart = 0;
    begunContents = 0;
    formCount = 0;
    font = 0;
    fillColorIsKnown = strokeColorIsKnown = false;
    hasSoftMask = false;
    hasJPEG2000 = drawsJPEG2000;
}

void InkDevice::finish()
{
    // Where marks name their properties instead of holding them, poppler tells their end but not their begin: others
    // close early, and most ids stay without glyphs. Then none is to be believed.
    std::sort(seenContents.begin(), seenContents.end());
    seenContents.erase(std::unique(seenContents.begin(), seenContents.end()), seenContents.end());
    ink.hasBrokenMarks = begunContents >= 4 && 2 * seenContents.size() < begunContents;
    if (ink.hasBrokenMarks) {
        for (cvt_glyph &glyph : ink.glyphs) {
            glyph.marked_content = -1;
        }
    }
    coveredText.mark(ink);
    // Glyphs that were merged into others have lost their text.
    std::erase_if(ink.glyphs, [](const cvt_glyph &glyph) { return glyph.text_count == 0; });
}

// MARK: State

void InkDevice::startPage(int, GfxState *state, XRef *)
{
    ink.width = state->getPageWidth();
    ink.height = state->getPageHeight();
    restoreState(state);
    pageMatrix = currentMatrix;
}

void InkDevice::takeComment(const Annot &annotation)
{
    std::string text = decodeTextStringToUTF8(viewOf(annotation.getContents()));
    if (text.find_first_not_of(" \t\r\n") == text.npos || !ink.takesMark()) {
        return;
    }
    double left, bottom, right, top;
    annotation.getRect(&left, &bottom, &right, &top);
    const Transform page(pageMatrix);
    const double x0 = page.x(left, bottom), y0 = page.y(left, bottom), x1 = page.x(right, top), y1 = page.y(right, top);
    if (std::max({ std::fabs(x0), std::fabs(y0), std::fabs(x1), std::fabs(y1) }) < farAway) {
        ink.comments.push_back({ std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1), std::move(text) });
    }
}

void InkDevice::updateCTM(GfxState *state, double, double, double, double, double, double)
{
    const auto &matrix = state->getCTM();
    for (size_t k = 0; k < 6; ++k) {
        currentMatrix[k] = matrix[k];
    }
}

void InkDevice::restoreState(GfxState *state)
{
    updateCTM(state, 0, 0, 0, 0, 0, 0);
    updateFont(state);
    fillColorIsKnown = strokeColorIsKnown = false;
}

void InkDevice::updateFont(GfxState *state)
{
    const auto &current = state->getFont();
    if (current) {
        font = fontIndex(*current, ink.fonts);
    }
}

uint32_t InkDevice::fillColor(GfxState *state)
{
    if (!fillColorIsKnown) {
        GfxRGB color {};
        state->getFillRGB(&color);
        fillColorValue = packed(color);
        fillColorIsKnown = true;
    }
    return fillColorValue;
}

uint32_t InkDevice::strokeColor(GfxState *state)
{
    if (!strokeColorIsKnown) {
        GfxRGB color {};
        state->getStrokeRGB(&color);
        strokeColorValue = packed(color);
        strokeColorIsKnown = true;
    }
    return strokeColorValue;
}

// MARK: Paths

void InkDevice::stroke(GfxState *state)
{
    if (isHidden() || state->getStrokeOpacity() < leastOpacity) {
        return;
    }
    const Transform page(state->getCTM());
    const Box clip = clipOf(state);
    const uint32_t color = strokeColor(state);
    const double pen = state->getLineWidth();
    // The pen is a circle in user space, an ellipse on the page.
    const double penWidth = pen * std::hypot(page.a, page.c), penHeight = pen * std::hypot(page.b, page.d);
    const bool hasCaps = state->getLineCap() != 0;
    for (Box piece : pathPieces.segments(*state->getPath(), page)) {
        if (!ink.takesMark()) {
            return;
        }
        const bool isLevel = piece.width() >= piece.height();
        const double thickness = isLevel ? penHeight : penWidth;
        if (!(thickness < farAway)) {
            continue;
        }
        if (hasCaps) {
            (isLevel ? piece.x0 : piece.y0) -= (isLevel ? penWidth : penHeight) / 2;
            (isLevel ? piece.x1 : piece.y1) += (isLevel ? penWidth : penHeight) / 2;
        }
        const double half = std::max(thickness, 0.5) / 2;
        const Box reach { clip.x0 - (isLevel ? 0 : half), clip.y0 - (isLevel ? half : 0), clip.x1 + (isLevel ? 0 : half), clip.y1 + (isLevel ? half : 0) };
        piece = piece.intersection(reach);
        if (!piece.isEmpty()) {
            ink.strokes.push_back({ piece.x0, piece.y0, piece.x1, piece.y1, thickness, color });
        }
    }
}

void InkDevice::fillPath(GfxState *state, bool evenOdd)
{
    if (isHidden() || state->getFillOpacity() < leastOpacity) {
        return;
    }
    const Box clip = clipOf(state);
    const uint32_t color = fillColor(state);
    const bool covers = isOpaque(state);
    for (const Box &box : pathPieces.rectangles(*state->getPath(), Transform(state->getCTM()), evenOdd)) {
        appendFill(box.intersection(clip), color);
        if (covers) {
            coveredText.cover(box.intersection(clip), ink.glyphs.size());
        }
    }
}

// Whether nothing shows through what is filled now. Groups may be let through as a whole, so that nothing in them counts.
bool InkDevice::isOpaque(const GfxState *state) const
{
    constexpr double fullOpacity = 0.98;
    return groups.empty() && !hasSoftMask && state->getFillOpacity() >= fullOpacity && state->getBlendMode() == gfxBlendNormal;
}

bool InkDevice::fillClip(GfxState *state)
{
    if (!isHidden() && state->getFillOpacity() >= leastOpacity) {
        appendFill(clipOf(state), patternColor);
    }
    return true;
}

void InkDevice::appendFill(const Box &box, uint32_t color)
{
    if (!box.isEmpty() && ink.takesMark()) {
        ink.fills.push_back({ box.x0, box.y0, box.x1, box.y1, color });
    }
}

// MARK: Pictures

// Asked before each picture, and before patterns: where poppler is to leave pictures alone, this is where they are told.
bool InkDevice::needNonText()
{
    if (!hasJPEG2000) {
        return true;
    }
    appendImage(unitSquare(Transform(currentMatrix)).intersection({ 0, 0, ink.width, ink.height }));
    return false;
}

void InkDevice::appendImage(const Box &box)
{
    if (isHidden() || box.isEmpty()) {
        return;
    }
    if (std::min(box.width(), box.height()) <= thinImage) {
        // A line drawn as a picture of one row or column; its colour is not looked up.
        if (std::max(box.width(), box.height()) > 4 * thinImage) {
            appendFill(box, 0);
        }
    } else if (box.width() >= leastImage && box.height() >= leastImage && ink.takesMark()) {
        ink.images.push_back({ box.x0, box.y0, box.x1, box.y1 });
    }
}

// The calls to the base read inline pictures over, so that parsing goes on behind them.
void InkDevice::drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool inlineImage)
{
    const Box box = unitSquare(Transform(state->getCTM())).intersection(clipOf(state));
    // A mask of one pixel is a rectangle in the colour of fills.
    if (width == 1 && height == 1 && !isHidden()) {
        appendFill(box, fillColor(state));
    } else {
        appendImage(box);
    }
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inlineImage);
}

void InkDevice::drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colors, bool interpolate, const int *maskColors, bool inlineImage)
{
    const Transform square(state->getCTM());
    const Box box = unitSquare(square).intersection(clipOf(state));
    appendImage(box);
    const bool isUpright = (square.b == 0 && square.c == 0) || (square.a == 0 && square.d == 0);
    if (!isHidden() && isUpright && !maskColors && isOpaque(state)) {
        coveredText.cover(box, ink.glyphs.size());
    }
    OutputDev::drawImage(state, ref, stream, width, height, colors, interpolate, maskColors, inlineImage);
}

void InkDevice::drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool)
{
    appendImage(unitSquare(Transform(state->getCTM())).intersection(clipOf(state)));
}

void InkDevice::drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool)
{
    appendImage(unitSquare(Transform(state->getCTM())).intersection(clipOf(state)));
}

// MARK: Marked content, forms and soft masks

void InkDevice::beginMarkedContent(const char *name, Dict *properties)
{
    Mark mark { -1, name && std::strcmp(name, "Artifact") == 0 };
    if (properties) {
        const Object id = properties->lookup("MCID");
        if (id.isInt()) {
            mark.id = contentID(forms.empty() ? 0 : forms.back(), id.getInt());
            ++begunContents;
        }
    }
    artifactDepth += mark.isArtifact;
    marks.push_back(mark);
}

void InkDevice::endMarkedContent(GfxState *)
{
    if (!marks.empty()) {
        artifactDepth -= marks.back().isArtifact;
        marks.pop_back();
    }
}

int32_t InkDevice::currentContent() const
{
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        if (mark->id >= 0) {
            return mark->id;
        }
    }
    return -1;
}

// Forms that draw forms multiply: a page of a few lines can ask for more than a lifetime.
void InkDevice::enterForm(Ref id)
{
    forms.push_back(id.num);
    ink.isCut = ink.isCut || ++formCount > cvt_form_limit;
}

void InkDevice::endForm()
{
    if (!forms.empty()) {
        forms.pop_back();
    }
}

// What is drawn into a soft mask shapes other ink and is none itself.
void InkDevice::beginGroup(bool forSoftMask)
{
    groups.push_back(forSoftMask);
    softMaskDepth += forSoftMask;
    hasSoftMask = hasSoftMask || forSoftMask;
}

void InkDevice::endTransparencyGroup(GfxState *)
{
    if (!groups.empty()) {
        softMaskDepth -= groups.back();
        groups.pop_back();
    }
}

} // namespace cvt
#endif
