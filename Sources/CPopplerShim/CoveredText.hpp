// Text over which something opaque is drawn later: blackened passages, corrections, layers of text below scans.
#ifndef CVT_COVERED_TEXT_HPP
#define CVT_COVERED_TEXT_HPP

#include "PathPieces.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "PageInk.hpp"

#    include <vector>

namespace cvt {

/// Remembers opaque areas and at which point of the drawing they come, and tells at the end of a page what lies below.
class CoveredText
{
public:
    void clear();
    /// An opaque area, drawn after so many glyphs.
    void cover(const Box &box, size_t glyphCount);
    /// A glyph that is drawn once more, on top of what was drawn since, after so many others.
    void redraw(size_t glyph, size_t glyphCount);
    /// Sets `cvt_glyph_covered` for all glyphs whose middle lies below an area.
    void mark(PageInk &ink) const;

private:
    struct Cover {
        Box box;
        size_t glyphCount;
    };
    struct Redrawing {
        size_t glyph, glyphCount;
    };
    std::vector<Cover> covers;
    std::vector<Redrawing> redrawings;
};

} // namespace cvt
#endif
#endif
