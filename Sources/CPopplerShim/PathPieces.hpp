// From paths to straight pieces: the level and upright segments of strokes, the rectangles of fills.
#ifndef CVT_PATH_PIECES_HPP
#define CVT_PATH_PIECES_HPP

#include "Poppler.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include <cstdint>
#    include <vector>

namespace cvt {

/// An affine map in the manner of PDF: x' = a x + c y + e, y' = b x + d y + f.
struct Transform {
    double a, b, c, d, e, f;

    /// From six numbers, which poppler hands out as a pointer or, since 25.08, as an array.
    template<typename Numbers>
    explicit Transform(const Numbers &n) : a(n[0]), b(n[1]), c(n[2]), d(n[3]), e(n[4]), f(n[5])
    {
    }

    double x(double px, double py) const { return a * px + c * py + e; }
    double y(double px, double py) const { return b * px + d * py + f; }
};

/// A rectangle on the page; empty where an edge lies beyond its opposite.
struct Box {
    double x0, y0, x1, y1;

    bool isEmpty() const { return !(x0 <= x1 && y0 <= y1); }
    double width() const { return x1 - x0; }
    double height() const { return y1 - y0; }
    Box intersection(const Box &other) const;
    /// Whether the other lies inside, up to a tolerance.
    bool contains(const Box &other) const;
};

/// Cuts paths into pieces in page coordinates; keeps its buffers between paths.
class PathPieces
{
public:
    /// The level and upright segments of a path, left or top end first. Curves and slanted lines give none.
    const std::vector<Box> &segments(const GfxPath &path, const Transform &toPage);

    /// Axis-parallel rectangles that together cover the filled path.
    ///
    /// Rectilinear outlines are exact, holes included, so that a frame gives its four bars. Other shapes give their
    /// bounding box where they nearly fill it (rounded rectangles) or are too thin for the difference to show.
    const std::vector<Box> &rectangles(const GfxPath &path, const Transform &toPage, bool evenOdd);

private:
    struct Point {
        double x, y;
    };
    struct Outline {
        size_t begin, end; // a range of points
        Box bounds;
        bool isRectilinear;
    };

    void collectOutlines(const GfxPath &path, const Transform &toPage);
    void closeOutline(size_t begin, bool hasCurves);
    bool hasNestedOutlines() const;
    void appendOutline(const Outline &outline, bool evenOdd);
    void appendSlabs(size_t firstOutline, size_t endOutline, bool evenOdd);

    std::vector<Box> pieces;
    std::vector<Point> points;
    std::vector<Outline> outlines;
};

} // namespace cvt
#endif
#endif
