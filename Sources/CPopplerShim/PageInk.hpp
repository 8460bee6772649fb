// The arrays behind a cvt_page while a page is read.
#ifndef CVT_PAGE_INK_HPP
#define CVT_PAGE_INK_HPP

#include "CPopplerShim.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace cvt {

inline cvt_text textOf(const std::string &string)
{
    return { string.c_str(), string.size() };
}

/// A font with what is needed to place its glyphs.
struct FontRecord {
    int objectNumber, generation;
    std::string name;
    bool isBold, isItalic, isVertical;
    /// Extents above and below the baseline in units of the nominal size; descent is negative.
    double ascent, descent;
    /// From the nominal size to that of a font of 1,000 units an em; other than 1 for Type 3 fonts only.
    double sizeScale;
    /// Its codes are mere numbers of glyphs: nothing in the file says which characters they are.
    bool isUnmapped;
    /// One of the fonts whose codes mean pictures (ISO 32000-2, annex D.6) and that states no other meaning of its own.
    bool isDingbats;
};

/// A comment with its place on the page.
struct CommentRecord {
    double x0, y0, x1, y1;
    std::string text;
};

/// The ink of one page; its buffers are kept from page to page.
struct PageInk {
    double width = 0, height = 0;
    std::vector<cvt_glyph> glyphs;
    std::vector<uint32_t> scalars;
    std::vector<FontRecord> fonts;
    std::vector<cvt_stroke> strokes;
    std::vector<cvt_fill> fills;
    std::vector<cvt_image> images;
    std::vector<CommentRecord> comments;
    bool isCut = false;
    bool hasBrokenMarks = false;

    void clear();
    /// Whether another mark may be taken; past the limit the page is cut.
    bool takesMark();
    /// The arrays as C sees them; valid until the next change.
    const cvt_page *view();

private:
    size_t markCount = 0;
    std::vector<cvt_font> fontViews;
    std::vector<cvt_comment> commentViews;
    cvt_page page {};
};

/// Finds glyphs that are drawn twice at almost the same place: a poor man's bold.
///
/// Glyphs are kept in a hash table by their first scalar and a coarse tile of the page, so that a look takes one to
/// four probes instead of a walk over the page.
class StruckTwice
{
public:
    void clear();
    /// The index of an earlier glyph that the given one repeats, or -1. Otherwise the glyph is remembered.
    ptrdiff_t match(const PageInk &ink, size_t index);

private:
    std::unordered_map<uint64_t, int32_t> lastInTile;
    std::vector<int32_t> previousInTile; // by index of glyph
};

} // namespace cvt
#endif
