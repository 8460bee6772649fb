// What is kept of poppler's fonts.
#ifndef CVT_FONT_RECORDS_HPP
#define CVT_FONT_RECORDS_HPP

#include "Poppler.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "PageInk.hpp"

#    include <vector>

namespace cvt {

/// The index of a font among the records of a page; a record is added where there is none yet.
int fontIndex(const GfxFont &font, std::vector<FontRecord> &records);

} // namespace cvt
#endif
#endif
