#include "JPEG2000Search.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include <cstring>

namespace cvt {

namespace {

constexpr int depthLimit = 16;
constexpr char filterName[] = "JPXDecode";

} // namespace

bool JPEG2000Search::isDrawn(Page &page)
{
    // Streams never stand inside compressed objects, nor are their dictionaries encrypted: the filter's name can be
    // seen in the bytes. Most files have none, and no page needs a look.
    if (filterInFile == unknown) {
        filterInFile = memmem(bytes, count, filterName, sizeof filterName - 1) ? present : absent;
    }
    const Object *resources = filterInFile == present ? page.getResourceDictObject() : nullptr;
    return resources && isIn(*resources, 0);
}

bool JPEG2000Search::isIn(const Object &resources, int depth)
{
    const Object drawings = resources.isDict() && depth < depthLimit ? resources.dictLookup("XObject") : Object(objNull);
    if (!drawings.isDict()) {
        return false;
    }
    for (int k = 0; k < drawings.dictGetLength(); ++k) {
        const Object &reference = drawings.dictGetValNF(k);
        if (!reference.isRef()) {
            continue;
        }
        const int number = reference.getRef().num;
        auto entry = known.find(number);
        if (entry == known.end()) {
            known.emplace(number, false); // ends cycles
            entry = known.insert_or_assign(number, isUsedBy(drawings.dictGetVal(k), depth)).first;
        }
        if (entry->second) {
            return true;
        }
    }
    return false;
}

bool JPEG2000Search::isUsedBy(const Object &drawing, int depth)
{
    if (!drawing.isStream()) {
        return false;
    }
    const Object subtype = drawing.streamGetDict()->lookup("Subtype");
    if (subtype.isName("Form")) {
        return isIn(drawing.streamGetDict()->lookup("Resources"), depth + 1);
    }
    const Object filter = drawing.streamGetDict()->lookup("Filter");
    if (filter.isArray()) {
        for (int k = 0; k < filter.arrayGetLength(); ++k) {
            if (filter.arrayGet(k).isName(filterName)) {
                return true;
            }
        }
    }
    return filter.isName(filterName);
}

} // namespace cvt
#endif
