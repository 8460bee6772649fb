// The output device that takes down the ink of a page while poppler draws it.
#ifndef CVT_INK_DEVICE_HPP
#define CVT_INK_DEVICE_HPP

#include "Poppler.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include "CoveredText.hpp"
#    include "PageInk.hpp"
#    include "PathPieces.hpp"

#    include <array>
#    include <vector>

namespace cvt {

/// The id under which glyphs and the structure tree name a piece of marked content (ISO 32000-2, 14.7.5).
///
/// Ids count per content stream: those of a page stay as they are, those of a form are told apart by its object number.
/// -1 where there is none, or where the numbers are beyond any sense.
int32_t contentID(int streamObject, int id);

/// Opacity below this leaves nothing to see.
inline constexpr double leastOpacity = 0.02;
/// Ink with a coordinate beyond this, in points, is on no page.
inline constexpr double farAway = 1e6;

/// The box of what clips in this state, in points.
inline Box clipOf(const GfxState *state)
{
    Box box;
    state->getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
    return box;
}

/// One subclass of poppler's OutputDev, one for each document (its cache of colour profiles lives as long).
///
/// No function is marked `override`: several exist in the forms of different releases of poppler, of which one overrides
/// and the others are idle. That none is lost is proved by a test that draws with each of them.
class InkDevice : public OutputDev
{
public:
    /// Gets ready for a page. Where it draws JPEG 2000, pictures are kept from poppler, which would decode them whole to
    /// learn their depth; their boxes are taken all the same.
    void begin(bool hasJPEG2000);
    /// Ends the page begun last.
    void finish();

    PageInk ink;

    /// Takes down what an annotation of the page says; annotations come after the page's content.
    void takeComment(const Annot &annotation);

    // What the device wants
    bool upsideDown() { return true; }
    bool useDrawChar() { return true; }
    bool interpretType3Chars() { return false; }
    bool useTilingPatternFill() { return true; }
    bool useShadedFills(int) { return true; }
    bool needNonText();

    // State
    void startPage(int number, GfxState *state, XRef *xref);
    void updateCTM(GfxState *state, double, double, double, double, double, double);
    void restoreState(GfxState *state);
    void updateFont(GfxState *state);
    void updateFillColorSpace(GfxState *) { fillColorIsKnown = false; }
    void updateFillColor(GfxState *) { fillColorIsKnown = false; }
    void updateStrokeColorSpace(GfxState *) { strokeColorIsKnown = false; }
    void updateStrokeColor(GfxState *) { strokeColorIsKnown = false; }

    // Text
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int byteCount, const Unicode *unicode, int unicodeCount);
    void beginActualText(GfxState *state, const GooString *text) { beginReplacement(viewOf(text)); }
    void beginActualText(GfxState *state, const std::string &text) { beginReplacement(text); }
    void endActualText(GfxState *state);

    // Paths
    void stroke(GfxState *state);
    void fill(GfxState *state) { fillPath(state, false); }
    void eoFill(GfxState *state) { fillPath(state, true); }

    // Patterns and shadings fill the clip, which poppler has set to the path
    bool tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double, double) { return fillClip(state); }
    bool tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const std::array<double, 6> &, int, int, int, int, double, double) { return fillClip(state); }
    bool functionShadedFill(GfxState *state, GfxFunctionShading *) { return fillClip(state); }
    bool axialShadedFill(GfxState *state, GfxAxialShading *, double, double) { return fillClip(state); }
    bool radialShadedFill(GfxState *state, GfxRadialShading *, double, double) { return fillClip(state); }
    bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) { return fillClip(state); }
    bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) { return fillClip(state); }

    // Pictures
    void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool inlineImage);
    void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colors, bool interpolate, const int *maskColors, bool inlineImage);
    void drawMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colors, bool interpolate, Stream *mask, int maskWidth, int maskHeight, bool maskInvert, bool maskInterpolate);
    void drawSoftMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colors, bool interpolate, Stream *mask, int maskWidth, int maskHeight, GfxImageColorMap *maskColors, bool maskInterpolate);

    // Marked content, forms and soft masks
    void beginMarkedContent(const char *name, Dict *properties);
    void endMarkedContent(GfxState *state);
    void beginForm(Ref id) { enterForm(id); }
    void beginForm(Object *, Ref id) { enterForm(id); }
    void endForm(Ref) { endForm(); }
    void endForm(Object *, Ref) { endForm(); }
    void beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool, bool forSoftMask) { beginGroup(forSoftMask); }
    void beginTransparencyGroup(GfxState *, const std::array<double, 4> &, GfxColorSpace *, bool, bool, bool forSoftMask) { beginGroup(forSoftMask); }
    void endTransparencyGroup(GfxState *state);

private:
    struct Mark {
        int32_t id;
        bool isArtifact;
    };

    void appendScalars(const Unicode *unicode, int count, uint8_t &traits);
    void beginReplacement(std::string_view text);
    void fillPath(GfxState *state, bool evenOdd);
    bool fillClip(GfxState *state);
    void appendFill(const Box &box, uint32_t color);
    void appendImage(const Box &box);
    void enterForm(Ref id);
    void endForm();
    void beginGroup(bool forSoftMask);
    bool isHidden() const { return softMaskDepth > 0; }
    bool isOpaque(const GfxState *state) const;
    uint32_t fillColor(GfxState *state);
    uint32_t strokeColor(GfxState *state);
    int32_t currentContent() const;

    PathPieces pathPieces;
    StruckTwice struckTwice;
    CoveredText coveredText;
    std::vector<Mark> marks;
    std::vector<int> forms;
    int formCount = 0;
    std::vector<bool> groups;
    int softMaskDepth = 0;
    bool hasSoftMask = false;
    int artifactDepth = 0;

    std::vector<uint32_t> replacement;
    int replacementDepth = 0;
    size_t replacementStart = 0;

    int font = 0;
    uint32_t fillColorValue = 0, strokeColorValue = 0;
    bool fillColorIsKnown = false, strokeColorIsKnown = false;
    bool hasJPEG2000 = false;
    std::array<double, 6> currentMatrix {}, pageMatrix {};

    size_t begunContents = 0;
    std::vector<int32_t> seenContents;
};

} // namespace cvt
#endif
#endif
