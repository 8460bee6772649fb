#include "PageInk.hpp"

#include <algorithm>
#include <cmath>

namespace cvt {

void PageInk::clear()
{
    glyphs.clear();
    scalars.clear();
    fonts.clear();
    strokes.clear();
    fills.clear();
    images.clear();
    comments.clear();
    width = height = 0;
    isCut = hasBrokenMarks = false;
    markCount = 0;
}

bool PageInk::takesMark()
{
    isCut = isCut || markCount >= cvt_mark_limit;
    ++markCount;
    return !isCut;
}

const cvt_page *PageInk::view()
{
    fontViews.clear();
    for (const FontRecord &font : fonts) {
        fontViews.push_back({ textOf(font.name), font.isBold, font.isItalic });
    }
    commentViews.clear();
    for (const CommentRecord &comment : comments) {
        commentViews.push_back({ comment.x0, comment.y0, comment.x1, comment.y1, textOf(comment.text) });
    }
    page = {};
    page.width = width;
    page.height = height;
    page.glyphs = glyphs.data();
    page.glyph_count = glyphs.size();
    page.scalars = scalars.data();
    page.scalar_count = scalars.size();
    page.fonts = fontViews.data();
    page.font_count = fontViews.size();
    page.strokes = strokes.data();
    page.stroke_count = strokes.size();
    page.fills = fills.data();
    page.fill_count = fills.size();
    page.images = images.data();
    page.image_count = images.size();
    page.comments = commentViews.data();
    page.comment_count = commentViews.size();
    page.is_cut = isCut;
    page.has_broken_marks = hasBrokenMarks;
    return &page;
}

namespace {

// Tiles are larger than twice the reach below, so that a look touches two at most in each direction.
constexpr double tileSize = 16;
// How far copies may lie apart, in parts of the size along and across the line (as in poppler's text output), and in
// points. Narrow letters that repeat ("ll") advance by more than a fifth of the size.
constexpr double reachAlong = 0.1;
constexpr double reachAcross = 0.2;
constexpr double reachLimit = 4;
// Copies are drawn soon after one another: so many glyphs of a tile are looked at, and a page that draws the same glyph
// a million times stays linear.
constexpr int lookLimit = 64;

uint64_t tileKey(uint32_t scalar, int32_t column, int32_t row)
{
    return static_cast<uint64_t>(scalar) << 40 ^ static_cast<uint64_t>(static_cast<uint32_t>(column) & 0xFFFFF) << 20 ^ (static_cast<uint32_t>(row) & 0xFFFFF);
}

int32_t tileOf(double coordinate)
{
    return static_cast<int32_t>(std::floor(coordinate / tileSize));
}

} // namespace

void StruckTwice::clear()
{
    lastInTile.clear();
    previousInTile.clear();
}

ptrdiff_t StruckTwice::match(const PageInk &ink, size_t index)
{
    const cvt_glyph &glyph = ink.glyphs[index];
    const uint32_t scalar = ink.scalars[glyph.text_start];
    const bool runsUpright = glyph.direction & 1;
    const double along = std::min(reachAlong * glyph.size, reachLimit), across = std::min(reachAcross * glyph.size, reachLimit);
    const double reachX = runsUpright ? across : along, reachY = runsUpright ? along : across;

    for (int32_t column = tileOf(glyph.x0 - reachX); column <= tileOf(glyph.x0 + reachX); ++column) {
        for (int32_t row = tileOf(glyph.y0 - reachY); row <= tileOf(glyph.y0 + reachY); ++row) {
            const auto found = lastInTile.find(tileKey(scalar, column, row));
            int looks = 0;
            for (int32_t k = found == lastInTile.end() ? -1 : found->second; k >= 0 && looks < lookLimit; k = previousInTile[static_cast<size_t>(k)], ++looks) {
                const cvt_glyph &other = ink.glyphs[static_cast<size_t>(k)];
                if (std::fabs(other.x0 - glyph.x0) <= reachX && std::fabs(other.y0 - glyph.y0) <= reachY && other.direction == glyph.direction && std::fabs(other.size - glyph.size) <= 0.1 * glyph.size
                    && other.text_count == glyph.text_count && std::equal(&ink.scalars[other.text_start], &ink.scalars[other.text_start] + other.text_count, &ink.scalars[glyph.text_start])) {
                    return k;
                }
            }
        }
    }
    previousInTile.resize(index + 1, -1);
    const auto [entry, isNew] = lastInTile.try_emplace(tileKey(scalar, tileOf(glyph.x0), tileOf(glyph.y0)), -1);
    previousInTile[index] = entry->second;
    entry->second = static_cast<int32_t>(index);
    return -1;
}

} // namespace cvt
