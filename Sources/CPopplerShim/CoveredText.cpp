#include "CoveredText.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include <algorithm>

namespace cvt {

namespace {

// Areas lower or narrower than this hide no text: they are lines.
constexpr double leastCover = 4;
// So many areas of a page are looked at, and so many glyphs below them: a page drawn to be slow stays fast.
constexpr size_t coverLimit = 10000;
constexpr size_t lookLimit = 20000000;
// The middle part of a glyph's box, of which all lies below the area: boxes reach beyond what is painted.
constexpr double airShare = 0.3;

double middleOf(const cvt_glyph &glyph)
{
    return (glyph.y0 + glyph.y1) / 2;
}

} // namespace

void CoveredText::clear()
{
    covers.clear();
    redrawings.clear();
}

void CoveredText::cover(const Box &box, size_t glyphCount)
{
    if (glyphCount > 0 && box.width() >= leastCover && box.height() >= leastCover && covers.size() < coverLimit) {
        covers.push_back({ box, glyphCount });
    }
}

void CoveredText::redraw(size_t glyph, size_t glyphCount)
{
    if (!covers.empty()) {
        redrawings.push_back({ glyph, glyphCount });
    }
}

void CoveredText::mark(PageInk &ink) const
{
    if (covers.empty()) {
        return;
    }
    // For each glyph, how many were drawn before it was drawn last.
    std::vector<size_t> order(ink.glyphs.size());
    for (size_t k = 0; k < order.size(); ++k) {
        order[k] = k;
    }
    std::vector<size_t> byMiddle = order;
    for (const Redrawing &redrawing : redrawings) {
        order[redrawing.glyph] = redrawing.glyphCount;
    }
    std::sort(byMiddle.begin(), byMiddle.end(), [&](size_t left, size_t right) { return middleOf(ink.glyphs[left]) < middleOf(ink.glyphs[right]); });
    size_t looks = 0;
    for (const Cover &cover : covers) {
        auto next = std::lower_bound(byMiddle.begin(), byMiddle.end(), cover.box.y0, [&](size_t index, double y) { return middleOf(ink.glyphs[index]) < y; });
        for (; next != byMiddle.end() && middleOf(ink.glyphs[*next]) <= cover.box.y1; ++next) {
            if (++looks > lookLimit) {
                return;
            }
            cvt_glyph &glyph = ink.glyphs[*next];
            const double airX = airShare * (glyph.x1 - glyph.x0), airY = airShare * (glyph.y1 - glyph.y0);
            const Box middle { glyph.x0 + airX, glyph.y0 + airY, glyph.x1 - airX, glyph.y1 - airY };
            const bool isSeen = !(glyph.traits & (cvt_glyph_invisible | cvt_glyph_clipped));
            if (order[*next] < cover.glyphCount && isSeen && cover.box.contains(middle)) {
                glyph.traits |= cvt_glyph_covered;
            }
        }
    }
}

} // namespace cvt
#endif
