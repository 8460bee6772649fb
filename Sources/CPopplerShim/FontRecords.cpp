#include "FontRecords.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "TextString.hpp"

#    include <algorithm>
#    include <cmath>
#    include <cstring>

namespace cvt {

namespace {

// Extents of fonts that state none (as in poppler's text output).
constexpr double usualAscent = 0.75;
constexpr double usualDescent = -0.25;
// The width of the letter m in a usual font, in parts of the em.
constexpr double usualWidthOfM = 0.6;
// Stated extents beyond this are garbage.
constexpr double largestExtent = 1.5;

std::string withoutSubsetPrefix(std::string_view name)
{
    const bool hasPrefix = name.size() > 7 && name[6] == '+' && std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
    return decodeTextStringToUTF8(hasPrefix ? name.substr(7) : name);
}

bool containsAny(std::string_view name, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return name.find(part) != name.npos; });
}

// Sets the extents of a Type 3 font, whose glyphs are drawings in units of its own (ISO 32000-2, 9.6.4): by the letter m
// where it has one, as poppler does, else by the box of the font.
void measureType3(const GfxFont &font, FontRecord &record)
{
    const auto &matrix = font.getFontMatrix();
    const auto &box = font.getFontBBox();
    const double unit = std::fabs(matrix[3]);
    auto &glyphs = const_cast<Gfx8BitFont &>(static_cast<const Gfx8BitFont &>(font));
    for (int code = 0; code < 256; ++code) {
        const char *name = glyphs.getCharName(code);
        const double width = name && std::strcmp(name, "m") == 0 ? glyphs.getWidth(static_cast<unsigned char>(code)) : 0;
        if (width > 0) {
            const double aspect = matrix[0] != 0 ? std::fabs(matrix[3] / matrix[0]) : 1;
            record.sizeScale = width / usualWidthOfM * aspect;
            return;
        }
    }
    const double top = std::max(box[1], box[3]) * unit, bottom = std::min(box[1], box[3]) * unit;
    if (top - bottom > 0) {
        record.sizeScale = top - bottom;
        record.ascent = std::clamp(top / record.sizeScale, 0.0, 1.0);
        record.descent = record.ascent - 1;
    } else if (unit > 0) {
        record.sizeScale = 1000 * unit;
    }
}

// Whether the codes of a font are numbers of its glyphs alone: composite, of the collection Adobe-Identity, which has no
// characters, and without a ToUnicode map (ISO 32000-2, 9.10.2); poppler takes the numbers for characters. A font that maps
// its CIDs to glyphs by a table of its own may as well use characters as CIDs and is given the benefit of the doubt.
bool lacksMeaning(const GfxFont &font)
{
    if (!font.isCIDFont() || font.hasToUnicodeCMap()) {
        return false;
    }
    const auto &composite = static_cast<const GfxCIDFont &>(font);
    const GooString *collection = composite.getCollection();
    return collection && viewOf(collection) == "Adobe-Identity" && !composite.getCIDToGID();
}

// Whether the codes of a simple font mean the pictures of ZapfDingbats. Forms name it with an encoding for letters, which
// it does not have: its own holds all the same.
bool drawsDingbats(const GfxFont &font, std::string_view name)
{
    return !font.isCIDFont() && !font.hasToUnicodeCMap() && (name == "ZapfDingbats" || name == "ITCZapfDingbats" || name == "ZapfDingbatsITC");
}

FontRecord recordOf(const GfxFont &font)
{
    const Ref id = refOf(font.getID());
    const bool isType3 = font.getType() == fontType3;
    const double ascent = font.getAscent(), descent = font.getDescent();
    FontRecord record {
        id.num,
        id.gen,
        isType3 ? std::string() : withoutSubsetPrefix(viewOf(font.getName())),
        font.isBold() || font.getWeight() >= GfxFont::W700,
        font.isItalic(),
        font.getWMode() != 0,
        ascent > 0 && ascent <= largestExtent ? ascent : usualAscent,
        descent < 0 && descent >= -largestExtent ? descent : usualDescent,
        1,
        lacksMeaning(font),
        false,
    };
    record.isDingbats = drawsDingbats(font, record.name);
    record.isBold = record.isBold || containsAny(record.name, { "Bold", "bold", "Black", "Heavy" });
    record.isItalic = record.isItalic || containsAny(record.name, { "Italic", "italic", "Oblique", "oblique" });
    if (isType3) {
        record.ascent = usualAscent;
        record.descent = usualDescent;
        measureType3(font, record);
    }
    return record;
}

} // namespace

int fontIndex(const GfxFont &font, std::vector<FontRecord> &records)
{
    const Ref id = refOf(font.getID());
    for (size_t k = 0; k < records.size(); ++k) {
        if (records[k].objectNumber == id.num && records[k].generation == id.gen) {
            return static_cast<int>(k);
        }
    }
    records.push_back(recordOf(font));
    return static_cast<int>(records.size() - 1);
}

} // namespace cvt
#endif
