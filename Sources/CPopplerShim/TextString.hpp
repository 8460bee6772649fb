// Text strings of PDF files (ISO 32000-2, 7.9.2.2) and names of fonts, to Unicode.
#ifndef CVT_TEXT_STRING_HPP
#define CVT_TEXT_STRING_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cvt {

/// Decodes a text string: UTF-16 or UTF-8 by its byte order mark, else PDFDocEncoding; language escapes are dropped.
///
/// Files are often wrong here: bytes without mark that are UTF-8, or pairs of GB 2312, are taken as such.
std::vector<uint32_t> decodeTextString(std::string_view bytes);

/// The same in UTF-8.
std::string decodeTextStringToUTF8(std::string_view bytes);

/// Whether a number is a Unicode scalar value.
inline bool isScalar(uint32_t value)
{
    return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

} // namespace cvt
#endif
