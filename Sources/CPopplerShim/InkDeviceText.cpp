// How glyphs are taken down; the rest of the device is in InkDevice.cpp.
#include "InkDevice.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "FontRecords.hpp"
#    include "TextString.hpp"

#    include <algorithm>
#    include <cmath>

namespace cvt {

namespace {

// Text that leans from the axes by more than this (three degrees) is oblique.
constexpr double leanTolerance = 0.0524;
// Of a glyph with less than this part inside the clip in one direction nothing is seen but the air around it.
constexpr double leastVisiblePart = 0.1;

// The character of a code of ZapfDingbats (ISO 32000-2, annex D.6), or 0. Unicode took the pictures over in their order
// (U+2701 to U+27BE), but for those that it had already.
Unicode dingbat(CharCode code)
{
    switch (code) {
    case 0x25:
        return 0x260E;
    case 0x2A:
        return 0x261B;
    case 0x2B:
        return 0x261E;
    case 0x48:
        return 0x2605;
    case 0x6C:
        return 0x25CF;
    case 0x6E:
        return 0x25A0;
    case 0x73:
        return 0x25B2;
    case 0x74:
        return 0x25BC;
    case 0x75:
        return 0x25C6;
    case 0x77:
        return 0x25D7;
    case 0xA8:
        return 0x2663;
    case 0xA9:
        return 0x2666;
    case 0xAA:
        return 0x2665;
    case 0xAB:
        return 0x2660;
    case 0xD5:
        return 0x2192;
    case 0xD6:
        return 0x2194;
    case 0xD7:
        return 0x2195;
    default:
        break;
    }
    if (code > 0x20 && code < 0x7F) {
        return 0x2700 + (code - 0x20);
    }
    if (code >= 0x80 && code <= 0x8D) {
        return 0x2768 + (code - 0x80);
    }
    if (code >= 0xAC && code <= 0xB5) {
        return 0x2460 + (code - 0xAC);
    }
    return code > 0xA0 && code < 0xFF && code != 0xF0 ? 0x2700 + (code - 0x40) : 0;
}

} // namespace

void InkDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double, double, CharCode code, int byteCount, const Unicode *unicode, int unicodeCount)
{
    if (isHidden() || ink.fonts.empty() || !ink.takesMark()) {
        return;
    }
    const FontRecord &record = ink.fonts[static_cast<size_t>(font)];
    const Transform page(state->getCTM());
    const auto &textMatrix = state->getTextMat();
    const double size = state->getFontSize() * record.sizeScale;
    const double spacing = state->getCharSpace() + (byteCount == 1 && code == ' ' ? state->getWordSpace() : 0);
    const double stretch = state->getHorizScaling();

    // The axes of the em square on the page, and the pen's way without the spacing that follows the glyph.
    const auto toPage = [&](double userX, double userY, double &pageX, double &pageY) {
        pageX = page.a * userX + page.c * userY;
        pageY = page.b * userX + page.d * userY;
    };
    double rightX, rightY, upX, upY, advanceX, advanceY;
    toPage(textMatrix[0] * size * stretch, textMatrix[1] * size * stretch, rightX, rightY);
    toPage(textMatrix[2] * size, textMatrix[3] * size, upX, upY);
    if (record.isVertical) {
        toPage(dx - textMatrix[2] * spacing, dy - textMatrix[3] * spacing, advanceX, advanceY);
    } else {
        toPage(dx - textMatrix[0] * spacing * stretch, dy - textMatrix[1] * spacing * stretch, advanceX, advanceY);
    }
    const double penX = page.x(x, y), penY = page.y(x, y);

    // One corner of the box and its two sides: along the line, and across it.
    double cornerX = penX + record.descent * upX, cornerY = penY + record.descent * upY;
    double acrossX = (record.ascent - record.descent) * upX, acrossY = (record.ascent - record.descent) * upY;
    double lineX = rightX, lineY = rightY;
    if (record.isVertical) {
        cornerX = penX - rightX / 2;
        cornerY = penY - rightY / 2;
        acrossX = rightX;
        acrossY = rightY;
        lineX = -upX;
        lineY = -upY;
    }

    cvt_glyph glyph {};
    glyph.x0 = cornerX + std::min(acrossX, 0.0) + std::min(advanceX, 0.0);
    glyph.y0 = cornerY + std::min(acrossY, 0.0) + std::min(advanceY, 0.0);
    glyph.x1 = cornerX + std::max(acrossX, 0.0) + std::max(advanceX, 0.0);
    glyph.y1 = cornerY + std::max(acrossY, 0.0) + std::max(advanceY, 0.0);
    glyph.size = std::hypot(upX, upY);
    const double extent = std::max({ std::fabs(glyph.x0), std::fabs(glyph.y0), std::fabs(glyph.x1), std::fabs(glyph.y1) });
    if (!(extent < farAway)) {
        return;
    }
    const bool isLevel = std::fabs(lineX) >= std::fabs(lineY);
    glyph.direction = isLevel ? (lineX >= 0 ? 0 : 2) : (lineY >= 0 ? 1 : 3);
    glyph.baseline = isLevel ? penY : penX;
    glyph.font = font;
    glyph.marked_content = currentContent();

    const int render = state->getRender();
    const bool isStroked = (render & 3) == 1;
    glyph.color = isStroked ? strokeColor(state) : fillColor(state);
    const bool isPainted = render != 3 && (isStroked ? state->getStrokeOpacity() : state->getFillOpacity()) >= leastOpacity && glyph.size > 0;
    const Box box { glyph.x0, glyph.y0, glyph.x1, glyph.y1 };
    const Box visible = box.intersection(clipOf(state));
    const bool isClipped = visible.isEmpty() || visible.width() < leastVisiblePart * box.width() || visible.height() < leastVisiblePart * box.height();
    const bool isOblique = std::min(std::fabs(lineX), std::fabs(lineY)) > leanTolerance * std::max(std::fabs(lineX), std::fabs(lineY));
    glyph.traits = static_cast<uint8_t>((isPainted ? 0 : cvt_glyph_invisible) | (isClipped ? cvt_glyph_clipped : 0) | (isOblique ? cvt_glyph_oblique : 0) | (record.isVertical ? cvt_glyph_vertical : 0)
                                        | (artifactDepth > 0 ? cvt_glyph_artifact : 0) | ((render & 3) == 2 ? cvt_glyph_emboldened : 0));

    glyph.text_start = static_cast<uint32_t>(ink.scalars.size());
    const Unicode picture = record.isDingbats ? dingbat(code) : 0;
    appendScalars(picture ? &picture : unicode, picture ? 1 : unicodeCount, glyph.traits);
    if (record.isUnmapped) {
        glyph.traits |= cvt_glyph_unmapped;
    }
    glyph.text_count = static_cast<uint32_t>(ink.scalars.size()) - glyph.text_start;
    ink.glyphs.push_back(glyph);

    const ptrdiff_t earlier = struckTwice.match(ink, ink.glyphs.size() - 1);
    if (earlier >= 0) {
        // The later one is on top: what shows is its colour. An invisible one says nothing new.
        cvt_glyph &first = ink.glyphs[static_cast<size_t>(earlier)];
        if (isPainted && !(first.traits & cvt_glyph_invisible)) {
            first.traits |= cvt_glyph_emboldened;
            first.color = glyph.color;
        } else if (isPainted) {
            first.traits &= static_cast<uint8_t>(~cvt_glyph_invisible);
            first.color = glyph.color;
            first.font = glyph.font;
        }
        ink.scalars.resize(glyph.text_start);
        ink.glyphs.pop_back();
        if (isPainted) {
            coveredText.redraw(static_cast<size_t>(earlier), ink.glyphs.size());
        }
        return;
    }
    if (glyph.marked_content >= 0 && (seenContents.empty() || seenContents.back() != glyph.marked_content)) {
        seenContents.push_back(glyph.marked_content);
    }
}

void InkDevice::appendScalars(const Unicode *unicode, int count, uint8_t &traits)
{
    const size_t start = ink.scalars.size();
    for (int k = 0; k < count; ++k) {
        uint32_t scalar = unicode[k];
        // Maps of programs that think in UTF-16 give halves of pairs.
        if (scalar >= 0xD800 && scalar < 0xDC00 && k + 1 < count && unicode[k + 1] >= 0xDC00 && unicode[k + 1] < 0xE000) {
            scalar = 0x10000 + ((scalar - 0xD800) << 10) + (unicode[k + 1] - 0xDC00);
            ++k;
        }
        const bool isControl = scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0);
        if (isScalar(scalar) && !isControl && scalar != 0xFFFD && scalar != 0xFFFE && scalar != 0xFFFF) {
            ink.scalars.push_back(scalar);
        } else if (scalar == '\t' || scalar == '\n' || scalar == '\r') {
            ink.scalars.push_back(' ');
        }
    }
    if (ink.scalars.size() == start) {
        ink.scalars.push_back(0xFFFD);
        traits |= cvt_glyph_unmapped;
    }
}

void InkDevice::beginReplacement(std::string_view text)
{
    if (replacementDepth++ == 0) {
        replacement = decodeTextString(text);
        std::erase_if(replacement, [](uint32_t scalar) { return scalar < 0x20; });
        replacementStart = ink.glyphs.size();
    }
}

// Puts ActualText (ISO 32000-2, 14.9.4) in the place of the glyphs drawn since its begin: one scalar for each where the
// counts agree, else all of it in one box, if they stand on one line; text over several lines keeps its glyphs.
void InkDevice::endActualText(GfxState *)
{
    if (replacementDepth == 0 || --replacementDepth > 0) {
        return;
    }
    const auto begin = ink.glyphs.begin() + static_cast<ptrdiff_t>(std::min(replacementStart, ink.glyphs.size()));
    const auto end = ink.glyphs.end();
    const size_t count = static_cast<size_t>(end - begin);
    if (count == 0) {
        return;
    }
    const auto start = static_cast<uint32_t>(ink.scalars.size());
    if (replacement.empty()) {
        for (auto glyph = begin; glyph != end; ++glyph) {
            glyph->text_count = 0;
        }
    } else if (replacement.size() == count) {
        ink.scalars.insert(ink.scalars.end(), replacement.begin(), replacement.end());
        for (size_t k = 0; k < count; ++k) {
            begin[static_cast<ptrdiff_t>(k)].text_start = start + static_cast<uint32_t>(k);
            begin[static_cast<ptrdiff_t>(k)].text_count = 1;
            begin[static_cast<ptrdiff_t>(k)].traits &= static_cast<uint8_t>(~cvt_glyph_unmapped);
        }
    } else if (std::all_of(begin, end, [&](const cvt_glyph &glyph) { return glyph.direction == begin->direction && std::fabs(glyph.baseline - begin->baseline) <= glyph.size / 2; })) {
        ink.scalars.insert(ink.scalars.end(), replacement.begin(), replacement.end());
        begin->text_start = start;
        begin->text_count = static_cast<uint32_t>(replacement.size());
        begin->traits &= static_cast<uint8_t>(~cvt_glyph_unmapped);
        for (auto glyph = begin + 1; glyph != end; ++glyph) {
            begin->x0 = std::min(begin->x0, glyph->x0);
            begin->y0 = std::min(begin->y0, glyph->y0);
            begin->x1 = std::max(begin->x1, glyph->x1);
            begin->y1 = std::max(begin->y1, glyph->y1);
            glyph->text_count = 0;
        }
    }
}

} // namespace cvt
#endif
