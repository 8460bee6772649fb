#include "Picture.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "CPopplerShim.h"

#    include <SplashOutputDev.h>
#    include <cstdio>
#    include <cstdlib>
#    include <splash/SplashBitmap.h>
#    include <splash/SplashErrorCodes.h>

namespace cvt {

namespace {

// The parameter for reversed video, second to last here, went in later releases.
template<typename Device = SplashOutputDev>
std::unique_ptr<Device> makeDevice(SplashColorPtr paper)
{
    if constexpr (std::is_constructible_v<Device, SplashColorMode, int, bool, SplashColorPtr>) {
        return std::make_unique<Device>(splashModeRGB8, 4, false, paper);
    } else {
        return std::make_unique<Device>(splashModeRGB8, 4, paper);
    }
}

} // namespace

std::string drawPicture(PDFDoc &document, int number, double dotsPerInch)
{
    constexpr double pointsPerInch = 72;
    const double scale = dotsPerInch / pointsPerInch;
    const double pixels = document.getPageCropWidth(number) * scale * document.getPageCropHeight(number) * scale;
    if (!(pixels > 0 && pixels <= static_cast<double>(cvt_pixel_limit))) {
        return {};
    }
    SplashColor paper { 0xFF, 0xFF, 0xFF };
    const auto device = makeDevice(paper);
    device->startDoc(&document);
    document.displayPage(device.get(), number, dotsPerInch, dotsPerInch, 0, false, true, false);

    char *bytes = nullptr;
    size_t count = 0;
    FILE *file = open_memstream(&bytes, &count);
    if (!file) {
        return {};
    }
    const bool isWritten = device->getBitmap()->writeImgFile(splashFormatPng, file, dotsPerInch, dotsPerInch) == splashOk;
    fclose(file);
    std::string png = isWritten ? std::string(bytes, count) : std::string();
    std::free(bytes);
    return png;
}

} // namespace cvt
#endif
