#include "Structure.hpp"

#include "InkDevice.hpp"
#include "PageInk.hpp"
#include "Poppler.hpp"
#include "TextString.hpp"

#include <set>
#include <unordered_map>

namespace cvt {

cvt_structure Structure::view()
{
    elementViews.clear();
    for (const Element &element : elements) {
        elementViews.push_back({ textOf(element.role), element.rowSpan, element.columnSpan, element.parent, element.hasActualText ? textOf(element.actualText) : cvt_text {} });
    }
    return { elementViews.data(), elementViews.size(), contents.data(), contents.size() };
}

#ifdef CVT_HAS_PRIVATE_POPPLER

namespace {

constexpr int depthLimit = 100;
constexpr size_t sizeLimit = 2000000;
constexpr int roleChainLimit = 16;
constexpr int spanLimit = 1 << 16;

// Walks the tree in document order (ISO 32000-2, 14.7.2 and 14.7.5).
class StructureWalk
{
public:
    StructureWalk(PDFDoc &document, const Object &root, Structure &result) : roleMap(root.dictLookup("RoleMap")), classMap(root.dictLookup("ClassMap")), structure(result)
    {
        Catalog *catalog = document.getCatalog();
        for (int number = 1; number <= document.getNumPages(); ++number) {
            const auto *reference = catalog->getPageRef(number);
            if (!reference) {
                break; // the stated count is not to be trusted
            }
            pageNumbers.try_emplace(reference->num, number);
        }
    }

    // `K` of an element or the root: a kid, or an array of kids.
    void walkKids(const Object &holder, int32_t parent, int32_t page, int depth)
    {
        const Object kids = holder.dictLookup("K");
        if (!kids.isArray()) {
            walkKid(kids, holder.dictLookupNF("K"), parent, page, depth);
            return;
        }
        for (int k = 0; k < kids.arrayGetLength(); ++k) {
            walkKid(kids.arrayGet(k), kids.arrayGetNF(k), parent, page, depth);
        }
    }

private:
    void walkKid(const Object &kid, const Object &kidOrReference, int32_t parent, int32_t page, int depth)
    {
        if (depth > depthLimit || structure.elements.size() + structure.contents.size() > sizeLimit) {
            return;
        }
        if (kid.isInt()) {
            append(parent, page, contentID(0, kid.getInt()));
        } else if (kid.isDict() && (!kidOrReference.isRef() || visited.insert(kidOrReference.getRef().num).second)) {
            const Object type = kid.dictLookup("Type");
            if (type.isName("MCR")) {
                appendReference(kid, parent, page);
            } else if (!type.isName("OBJR")) {
                walkElement(kid, parent, page, depth);
            }
        }
    }

    void walkElement(const Object &dict, int32_t parent, int32_t inheritedPage, int depth)
    {
        Structure::Element element;
        element.parent = parent;
        element.role = roleOf(dict);
        const Object text = dict.dictLookup("ActualText");
        if (text.isString()) {
            element.hasActualText = true;
            element.actualText = decodeTextStringToUTF8(viewOf(text.getString()));
        }
        readClasses(dict.dictLookup("C"), element);
        readAttributes(dict.dictLookup("A"), element);
        structure.elements.push_back(std::move(element));
        walkKids(dict, static_cast<int32_t>(structure.elements.size() - 1), pageOf(dict, inheritedPage), depth + 1);
    }

    void appendReference(const Object &dict, int32_t parent, int32_t inheritedPage)
    {
        const Object id = dict.dictLookup("MCID");
        const Object &stream = dict.dictLookupNF("Stm");
        if (id.isInt()) {
            append(parent, pageOf(dict, inheritedPage), contentID(stream.isRef() ? stream.getRef().num : 0, id.getInt()));
        }
    }

    void append(int32_t parent, int32_t page, int32_t content)
    {
        if (parent >= 0 && page > 0 && content >= 0) {
            structure.contents.push_back({ parent, page, content });
        }
    }

    int32_t pageOf(const Object &dict, int32_t inherited) const
    {
        const Object &page = dict.dictLookupNF("Pg");
        const auto found = page.isRef() ? pageNumbers.find(page.getRef().num) : pageNumbers.end();
        return found == pageNumbers.end() ? inherited : found->second;
    }

    // The type, mapped through RoleMap until it maps no more (ISO 32000-2, 14.7.3).
    std::string roleOf(const Object &dict) const
    {
        const Object type = dict.dictLookup("S");
        std::string role = type.isName() ? type.getName() : "NonStruct";
        for (int step = 0; roleMap.isDict() && step < roleChainLimit; ++step) {
            const Object mapped = roleMap.dictLookup(role.c_str());
            if (!mapped.isName() || role == mapped.getName()) {
                break;
            }
            role = mapped.getName();
        }
        return decodeTextStringToUTF8(role);
    }

    // Names of attribute classes: one, or an array that may hold revision numbers too (ISO 32000-2, 14.7.6.2).
    void readClasses(const Object &classes, Structure::Element &element) const
    {
        if (classes.isName() && classMap.isDict()) {
            readAttributes(classMap.dictLookup(classes.getName()), element);
        } else if (classes.isArray()) {
            for (int k = 0; k < classes.arrayGetLength(); ++k) {
                const Object name = classes.arrayGet(k);
                if (name.isName() && classMap.isDict()) {
                    readAttributes(classMap.dictLookup(name.getName()), element);
                }
            }
        }
    }

    // An attribute object or an array of them; files put spans into objects of any owner.
    void readAttributes(const Object &attributes, Structure::Element &element) const
    {
        if (attributes.isArray()) {
            for (int k = 0; k < attributes.arrayGetLength(); ++k) {
                const Object entry = attributes.arrayGet(k);
                if (entry.isDict()) {
                    readSpans(entry, element);
                }
            }
        } else if (attributes.isDict()) {
            readSpans(attributes, element);
        }
    }

    static void readSpans(const Object &attributes, Structure::Element &element)
    {
        const auto span = [&](const char *key, int32_t before) {
            const Object value = attributes.dictLookup(key);
            return value.isInt() && value.getInt() >= 1 && value.getInt() <= spanLimit ? value.getInt() : before;
        };
        element.rowSpan = span("RowSpan", element.rowSpan);
        element.columnSpan = span("ColSpan", element.columnSpan);
    }

    const Object roleMap, classMap;
    Structure &structure;
    std::unordered_map<int, int32_t> pageNumbers; // by object number
    std::set<int> visited; // object numbers of elements
};

} // namespace

Structure readStructure(PDFDoc &document)
{
    Structure structure;
    const Object catalog = document.getXRef()->getCatalog();
    if (catalog.isDict()) {
        const Object root = catalog.dictLookup("StructTreeRoot");
        if (root.isDict()) {
            StructureWalk(document, root, structure).walkKids(root, -1, 0, 0);
        }
    }
    return structure;
}

#endif

} // namespace cvt
