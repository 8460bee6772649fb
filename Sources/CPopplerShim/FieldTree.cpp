#include "FieldTree.hpp"

#include "Poppler.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

namespace cvt {

namespace {

constexpr int visitLimit = 200000;
constexpr int depthLimit = 64;

// Counts visits down from `left`; false once the tree is too large or too deep.
bool isBounded(const Object &kids, int depth, int &left)
{
    if (!kids.isArray()) {
        return true;
    }
    if (depth > depthLimit) {
        return false;
    }
    for (int k = 0; k < kids.arrayGetLength(); ++k) {
        if (--left < 0) {
            return false;
        }
        const Object field = kids.arrayGet(k);
        if (field.isDict() && !isBounded(field.dictLookup("Kids"), depth + 1, left)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool dropEndlessFields(PDFDoc &document)
{
    Object *form = document.getCatalog()->getAcroForm();
    int left = visitLimit;
    if (!form || !form->isDict() || isBounded(form->dictLookup("Fields"), 0, left)) {
        return false;
    }
    form->dictSet("Fields", Object(objNull));
    return true;
}

} // namespace cvt
#endif
