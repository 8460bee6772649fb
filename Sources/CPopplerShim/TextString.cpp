#include "TextString.hpp"

#include <algorithm>
#include <iconv.h>

namespace cvt {

namespace {

// PDFDocEncoding where it differs from Latin 1 (ISO 32000-2, table D.2); 0 where undefined.
constexpr uint16_t docEncoding18[8] = { 0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC };
constexpr uint16_t docEncoding80[33] = {
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
    0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
    0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0,      0x20AC,
};

uint32_t docEncoded(uint8_t byte)
{
    if (byte >= 0x18 && byte < 0x20) {
        return docEncoding18[byte - 0x18];
    }
    if (byte >= 0x80 && byte <= 0xA0) {
        const uint32_t scalar = docEncoding80[byte - 0x80];
        return scalar != 0 ? scalar : 0xFFFD;
    }
    return byte;
}

uint8_t byteAt(std::string_view bytes, size_t index)
{
    return static_cast<uint8_t>(bytes[index]);
}

// Strict UTF-8; false at the first ill-formed sequence.
bool decodeUTF8(std::string_view bytes, std::vector<uint32_t> &scalars)
{
    for (size_t i = 0; i < bytes.size();) {
        const uint8_t lead = byteAt(bytes, i);
        const int count = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
        if (count == 0 || i + count > bytes.size()) {
            return false;
        }
        uint32_t value = count == 1 ? lead : lead & (0x7F >> count);
        for (int k = 1; k < count; ++k) {
            if ((byteAt(bytes, i + k) & 0xC0) != 0x80) {
                return false;
            }
            value = value << 6 | (byteAt(bytes, i + k) & 0x3F);
        }
        constexpr uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
        if (!isScalar(value) || value < least[count]) {
            return false;
        }
        scalars.push_back(value);
        i += count;
    }
    return true;
}

void decodeUTF16(std::string_view bytes, bool littleEndian, std::vector<uint32_t> &scalars)
{
    const auto unit = [&](size_t i) -> uint32_t {
        const uint32_t first = byteAt(bytes, i), second = byteAt(bytes, i + 1);
        return littleEndian ? second << 8 | first : first << 8 | second;
    };
    for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
        uint32_t value = unit(i);
        if (value >= 0xD800 && value < 0xDC00 && i + 3 < bytes.size()) {
            const uint32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        scalars.push_back(isScalar(value) ? value : 0xFFFD);
    }
}

// Whether all bytes above ASCII come in pairs of GB 2312, as Chinese programs write them; Latin text has lone ones.
bool looksLikeGB2312(std::string_view bytes)
{
    size_t pairs = 0;
    for (size_t i = 0; i < bytes.size(); ++i) {
        const uint8_t lead = byteAt(bytes, i);
        if (lead < 0x80) {
            continue;
        }
        if (lead < 0xA1 || lead > 0xF7 || i + 1 >= bytes.size() || byteAt(bytes, i + 1) < 0xA1) {
            return false;
        }
        ++pairs;
        ++i;
    }
    return pairs > 0;
}

bool decodeGB18030(std::string_view bytes, std::vector<uint32_t> &scalars)
{
    const iconv_t converter = iconv_open("UTF-32LE", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        return false;
    }
    scalars.resize(bytes.size());
    char *input = const_cast<char *>(bytes.data());
    size_t inputLeft = bytes.size();
    char *output = reinterpret_cast<char *>(scalars.data());
    size_t outputLeft = scalars.size() * sizeof(uint32_t);
    const bool done = iconv(converter, &input, &inputLeft, &output, &outputLeft) != static_cast<size_t>(-1);
    iconv_close(converter);
    scalars.resize(done ? scalars.size() - outputLeft / sizeof(uint32_t) : 0);
    return done;
}

// An escape character encloses codes of language and country (ISO 32000-2, 7.9.2.2).
void dropLanguageEscapes(std::vector<uint32_t> &scalars)
{
    for (auto start = std::find(scalars.begin(), scalars.end(), 0x1B); start != scalars.end(); start = std::find(start, scalars.end(), 0x1B)) {
        const auto end = std::find(start + 1, scalars.end(), 0x1B);
        start = scalars.erase(start, end == scalars.end() ? start + 1 : end + 1);
    }
}

} // namespace

std::vector<uint32_t> decodeTextString(std::string_view bytes)
{
    std::vector<uint32_t> scalars;
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) {
        decodeUTF16(bytes.substr(2), bytes.starts_with("\xFF\xFE"), scalars);
    } else if (decodeUTF8(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes, scalars)) {
        // PDFDocEncoding and ASCII agree from 0x20 to 0x7F, so that well-formed UTF-8 is no accident.
        for (uint32_t &scalar : scalars) {
            scalar = scalar < 0x80 ? docEncoded(static_cast<uint8_t>(scalar)) : scalar;
        }
    } else {
        scalars.clear();
        if (!looksLikeGB2312(bytes) || !decodeGB18030(bytes, scalars)) {
            scalars.clear();
            for (const char byte : bytes) {
                scalars.push_back(docEncoded(static_cast<uint8_t>(byte)));
            }
        }
    }
    dropLanguageEscapes(scalars);
    return scalars;
}

std::string decodeTextStringToUTF8(std::string_view bytes)
{
    std::string text;
    for (const uint32_t scalar : decodeTextString(bytes)) {
        if (scalar < 0x80) {
            text += static_cast<char>(scalar);
            continue;
        }
        const int trailing = scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3;
        constexpr uint8_t leads[4] = { 0, 0xC0, 0xE0, 0xF0 };
        text += static_cast<char>(leads[trailing] | scalar >> (6 * trailing));
        for (int k = trailing - 1; k >= 0; --k) {
            text += static_cast<char>(0x80 | (scalar >> (6 * k) & 0x3F));
        }
    }
    return text;
}

} // namespace cvt
