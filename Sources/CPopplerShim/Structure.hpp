// The structure tree of tagged files, read from its dictionaries.
//
// poppler's own reader of the tree drops every element whose type it does not know (all of PDF 2.0), gives spans of cells
// through calls that always answer 0, and draws pages again for text.
#ifndef CVT_STRUCTURE_HPP
#define CVT_STRUCTURE_HPP

#include "CPopplerShim.h"

#include <string>
#include <vector>

class PDFDoc;

namespace cvt {

/// The arrays behind a cvt_structure.
struct Structure {
    struct Element {
        std::string role;
        int32_t rowSpan = 1, columnSpan = 1, parent = -1;
        std::string actualText;
        bool hasActualText = false;
    };
    std::vector<Element> elements;
    std::vector<cvt_content> contents;

    cvt_structure view();

private:
    std::vector<cvt_element> elementViews;
};

/// Reads the tree; empty where there is none. Cycles, depth and size are bounded.
Structure readStructure(PDFDoc &document);

} // namespace cvt
#endif
