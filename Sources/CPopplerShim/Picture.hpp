// Pictures of pages.
#ifndef CVT_PICTURE_HPP
#define CVT_PICTURE_HPP

#include "Poppler.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include <string>

namespace cvt {

/// Draws a page with poppler's own renderer as a PNG; empty where that fails. The page must exist.
std::string drawPicture(PDFDoc &document, int number, double dotsPerInch);

} // namespace cvt
#endif
#endif
