// Where JPEG 2000 is drawn.
#ifndef CVT_JPEG2000_SEARCH_HPP
#define CVT_JPEG2000_SEARCH_HPP

#include "Poppler.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include <cstddef>
#    include <unordered_map>

namespace cvt {

/// Tells pages that draw JPEG 2000 from the others, by their resources.
class JPEG2000Search
{
public:
    JPEG2000Search(const void *bytes, size_t count) : bytes(bytes), count(count) { }

    bool isDrawn(Page &page);

private:
    bool isIn(const Object &resources, int depth);
    bool isUsedBy(const Object &drawing, int depth);

    const void *bytes;
    size_t count;
    enum { unknown, absent, present } filterInFile = unknown;
    std::unordered_map<int, bool> known; // by object number of what is drawn
};

} // namespace cvt
#endif
#endif
